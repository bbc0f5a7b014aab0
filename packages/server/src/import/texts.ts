import type { Fields } from './fields.js';
import { canonicalLanguage } from './language.js';
import { oneLine } from './line.js';

/** Takes what is wrong with a field. */
type Complain = (field: string, message: string) => void;

/** A map by language, with canonical tags; what stands under no language is told of. */
export function byLanguage(
  fields: Fields,
  field: string,
  complain: Complain = (...said) => fields.complain(...said),
): Map<string, unknown> {
  const value = fields.value(field);
  if (value === undefined) return new Map();
  if (typeof value !== 'object' || Array.isArray(value)) {
    complain(field, `${field} must name its language: write { en: "..." }.`);
    return new Map();
  }
  const found = new Map<string, unknown>();
  for (const [tag, one] of Object.entries(value)) {
    const language = canonicalLanguage(tag);
    if (language !== undefined) found.set(language, one);
    else complain(field, `The ${field} “${tag}” is no text with a language tag.`);
  }
  return found;
}

/** Texts by language, each on one line; what is none is told of. */
export function textsByLanguage(
  fields: Fields,
  field: string,
  complain: Complain = (...said) => fields.complain(...said),
): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [language, text] of byLanguage(fields, field, complain)) {
    const words = typeof text === 'string' ? oneLine(text) : '';
    if (words !== '') texts[language] = words;
    else complain(field, `The ${field} “${language}” is no text with a language tag.`);
  }
  return texts;
}
