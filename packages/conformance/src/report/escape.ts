import { visible } from './visible.js';

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for HTML and XML, in elements and in quoted attributes, with nothing in it that hides. */
export function escape(text: string): string {
  return visible(text).replaceAll(/[&<>"']/g, (char) => entities[char] ?? '');
}
