import type { Words } from './anonymous.strings.js';

/** The words around reports without a name in Spanish. */
export const es: Words = {
  yourCode: 'Su código',
  once: 'Solo se muestra ahora. Anótelo, cópielo o imprímalo: sin él nadie puede abrirle este informe, y nadie puede darle otro.',
  keep: 'Guárdelo donde otros no miren, y no junto a su nombre. Quien lo tiene lee las respuestas y puede responder por usted.',
  later: 'Vuelva con él en unos días, desde cualquier dispositivo: no hace falta iniciar sesión.',
  copy: 'Copiar el código',
  copied: 'Copiado. Recuerde que otros podrían ver lo último que se copió.',
  notCopied: 'No se ha podido copiar. Selecciónelo y cópielo, o anótelo.',
  print: 'Imprimir el código',
  printed: 'Ábralo en la página de informes, en «Abrir un informe con su código».',
  enter: 'Los 16 dígitos de su código',
  open: 'Abrir',
  opening: 'Abriendo …',
  notACode: 'Un código tiene 16 dígitos.',
  unknown: 'No hay ningún informe con este código. Compruebe los dígitos.',
  often: 'Se han probado demasiados códigos desde aquí. Espere un minuto e inténtelo de nuevo.',
  failed: 'No se ha podido abrir. Inténtelo de nuevo.',
  notSent: 'Su respuesta no se ha enviado. Sigue aquí: inténtelo de nuevo.',
  leave: 'Cerrar este informe',
};
