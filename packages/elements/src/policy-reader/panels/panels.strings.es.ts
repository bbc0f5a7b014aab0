import type { Words } from './panels.strings.js';

/** The words of what opens over the page in Spanish. */
export const es: Words = {
  listen: 'Escuchar',
  view: 'Vista',
  scrolled: 'Continua',
  paged: 'Páginas',
  size: 'Tamaño',
  spacing: 'Espaciado',
  width: 'Anchura',
  font: 'Tipo de letra',
  theme: 'Página',
  smaller: 'Más pequeño',
  larger: 'Más grande',
  tight: 'Estrecho',
  normal: 'Normal',
  loose: 'Amplio',
  narrow: 'Estrecha',
  wide: 'Ancha',
  host: 'Como el sitio',
  serif: 'Con remates',
  sans: 'Sin remates',
  light: 'Clara',
  sepia: 'Sepia',
  dark: 'Oscura',
  line: 'Línea de lectura',
  off: 'Desactivada',
  one: 'Una línea',
  three: 'Tres líneas',
  fill: 'Pantalla completa',
  leave: 'Salir de la pantalla completa',
  keys: 'Teclas en páginas: ← → Re Pág, Av Pág, Espacio. Línea de lectura: ↑ ↓. Escape cierra un panel.',
  sections: (n, of) =>
    n === 1 ? `Se mostró 1 de ${of} secciones` : `Se mostraron ${n} de ${of} secciones`,
  time: (n) => (n === 1 ? 'durante un minuto en total' : `durante ${n} minutos en total`),
  less: 'durante menos de un minuto en total',
  device: (name) => `en ${name}`,
  bySight: 'como texto en una pantalla',
  byAid: 'con un lector de pantalla u otra ayuda, como indica abajo',
  sentAt: (time) => `enviado por última vez a las ${time}`,
  unsent: 'aún no se ha enviado nada',
  sent: 'Esto se envía mientras lee, para que pueda continuar en otro dispositivo, y se resume al tomar usted nota.',
  unknown:
    'Mostrado no significa leído, y a nadie se le dice que usted haya leído algo. No se registra lo que selecciona, copia o busca, adónde mira, ni otras páginas y ventanas.',
  idle: 'El tiempo cuenta solo mientras esta página está delante y usted está activo. Nunca basta por sí solo para rechazar que usted tome nota.',
  here: (texts) =>
    texts === 0
      ? 'No hay ningún texto guardado en este dispositivo.'
      : texts === 1
        ? 'Hay un texto guardado en este dispositivo; se abre sin conexión.'
        : `Hay ${texts} textos guardados en este dispositivo; se abren sin conexión.`,
  remove: 'Quitar de este dispositivo',
  assistive: 'Uso un lector de pantalla u otra ayuda',
  assistiveWhy: 'Entonces el tiempo en pantalla dice poco, y así consta.',
};
