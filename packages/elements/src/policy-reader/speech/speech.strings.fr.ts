import type { Words } from './speech.strings.js';

/** The words of reading aloud in French. */
export const fr: Words = {
  title: 'Lecture à voix haute',
  pause: 'Pause',
  on: 'Continuer',
  previous: 'Phrase précédente',
  next: 'Phrase suivante',
  rate: 'Vitesse',
  voice: 'Voix',
  online: (voice) => `${voice} (par internet)`,
  stop: 'Arrêter',
  close: 'Fermer',
  back: 'Revenir à la voix',
  none: (language) =>
    `Cet appareil n’a pas de voix pour cette langue (${language}). Ses réglages permettent d’en ajouter une.`,
  refused: 'Prêt. «\u00a0Continuer\u00a0» commence.',
  silent: 'La voix ne répond pas. «\u00a0Continuer\u00a0» essaie encore.',
  minutes: (n) => (n < 1 ? 'moins d’une minute' : n === 1 ? 'une minute' : `${n} minutes`),
  recorded: (n, of, time) =>
    `${n < 2 ? `${n} section sur ${of} a été lue` : `${n} sections sur ${of} ont été lues`} à voix haute jusqu’à la fin, en ${time}\u00a0; cela compte aussi quand une autre page est au premier plan`,
};
