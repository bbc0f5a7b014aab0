import { de } from './de.js';
import { en } from './en.js';
import { es } from './es.js';
import { fr } from './fr.js';
import { it } from './it.js';
import { nl } from './nl.js';
import type { DigestWords } from './words.js';

/** The words of a digest by language. */
export const spoken: Readonly<Record<string, DigestWords>> = { de, en, es, fr, it, nl };
