import type { en } from './changes.strings.js';

/** What changed since a version, in German. */
export const de: typeof en = {
  title: 'Was sich geändert hat',
  since: (label) => `Geändert seit Fassung ${label}, die Sie bestätigt haben.`,
  show: 'Änderungen im Text zeigen',
  hide: 'Text ohne sie zeigen',
  list: 'Liste der Änderungen',
  working: 'Die Texte werden verglichen …',
  shown: (n) =>
    n === 1 ? 'Im Text wird eine Änderung gezeigt.' : `Im Text werden ${n} Änderungen gezeigt.`,
  same: 'Der Wortlaut ist derselbe.',
  rewritten:
    'Der Text ist neu geschrieben. Es gibt nichts zu vergleichen: Bitte lesen Sie ihn als neuen Text.',
  untranslated:
    'Die frühere Fassung gab es in dieser Sprache nicht, darum lassen sich die Texte nicht vergleichen.',
  failed: 'Die frühere Fassung konnte nicht geladen werden.',
  again: 'Erneut versuchen',
  close: 'Schließen',
  start: 'Anfang',
  inserted: 'neu: ',
  deleted: 'entfallen: ',
  end: ' (Ende)',
  added: 'Neu',
  removed: 'Entfallen',
  changed: 'Geändert',
  link: 'Ein Link oder Bild wurde geändert',
  gone: 'Was Sie gerade lasen, wurde in dieser Fassung nicht gefunden.',
};
