import type { Words } from './speech.strings.js';

/** The words of reading aloud in Spanish. */
export const es: Words = {
  title: 'Lectura en voz alta',
  pause: 'Pausa',
  on: 'Continuar',
  previous: 'Frase anterior',
  next: 'Frase siguiente',
  rate: 'Velocidad',
  voice: 'Voz',
  online: (voice) => `${voice} (por internet)`,
  stop: 'Detener',
  close: 'Cerrar',
  back: 'Volver a la voz',
  none: (language) =>
    `Este dispositivo no tiene voz para este idioma (${language}). Se puede añadir una en sus ajustes.`,
  refused: 'Listo. «Continuar» empieza.',
  silent: 'La voz no responde. «Continuar» lo intenta de nuevo.',
  minutes: (n) => (n < 1 ? 'menos de un minuto' : n === 1 ? 'un minuto' : `${n} minutos`),
  recorded: (n, of, time) =>
    `${n === 1 ? `1 de ${of} secciones se leyó` : `${n} de ${of} secciones se leyeron`} en voz alta hasta el final, en ${time}; cuenta también mientras otra página está delante`,
};
