import type { Words } from './attaching.strings.js';

/** The words around files that go with a message in Spanish. */
export const es: Words = {
  files: 'Archivos que la acompañan',
  stop: 'Detener',
  goOn: 'Continuar',
  leaveOut: 'Quitar',
  waiting: 'Espera su turno',
  checked: 'Se está comprobando …',
  ready: 'Ha llegado',
  stopped: (share) => `Detenido en ${share}`,
  interrupted: (share) => `Interrumpido en ${share}. Continúa cuando haya conexión.`,
  empty: 'Este archivo está vacío. Quítelo.',
  large: (limit) => `Supera ${limit}. Redúzcalo o diga dónde está.`,
  refused:
    'No se acepta. Se aceptan imágenes (PNG, JPEG, GIF, WebP), PDF, texto y CSV en UTF-8, y DOCX, XLSX y PPTX sin macros.',
  progress: (name) => `Cuánto ha llegado de ${name}`,
  arrived: (ready, all) =>
    all === ready
      ? all === 1
        ? 'El archivo ha llegado.'
        : `Han llegado los ${all} archivos.`
      : `Han llegado ${ready} de ${all} archivos.`,
  many: (most) => `Un mensaje admite ${most} archivos. Los demás se han dejado fuera.`,
  underWay: 'Sus archivos aún están en camino. Publique cuando hayan llegado, o quítelos.',
  remove: 'Quite primero los archivos que no se aceptan.',
};
