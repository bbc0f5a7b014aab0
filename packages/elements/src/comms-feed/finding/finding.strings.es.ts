import type { Words } from './finding.strings.js';

/** The words around a search in messages in Spanish. */
export const es: Words = {
  title: 'Buscar en este grupo',
  words: 'Palabras que contiene el mensaje',
  searching: 'Buscando…',
  found: (n, more) =>
    more ? `Los ${n} mensajes más recientes` : n === 1 ? 'Un mensaje' : `${n} mensajes`,
  none: 'Ningún mensaje contiene todas estas palabras.',
  reply: 'Respuesta',
  more: 'Más antiguos',
  offline: 'Ahora no hay conexión: no se puede buscar.',
  failed: 'La búsqueda no ha funcionado.',
  again: 'Volver a intentarlo',
  close: 'Cerrar',
};
