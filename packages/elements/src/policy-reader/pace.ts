import { usualPace } from '../reading-time.js';

const key = 'isms-pace';
/** Words of which a pace can be told, and the share of what it says of the next text. */
const enough = 300;
const weight = 0.4;
/** Words a minute that somebody can read; what is outside was leafed through, or left open. */
const credible = { slowest: 60, fastest: 600 };

/** Words a minute at which somebody reads on this device; what is usual where nothing is known yet. It stays on the device. */
export function recallPace(): number {
  try {
    const kept = Number(localStorage.getItem(key));
    return kept >= credible.slowest && kept <= credible.fastest ? kept : usualPace;
  } catch {
    return usualPace;
  }
}

/** Learns from so many words that were on display, whole, for so many seconds in all. */
export function learnPace(words: number, seconds: number): void {
  const pace = (words / seconds) * 60;
  if (words < enough || !(pace >= credible.slowest && pace <= credible.fastest)) return;
  try {
    localStorage.setItem(key, String(Math.round(recallPace() * (1 - weight) + pace * weight)));
  } catch {
    // Private windows and embedded frames may refuse; then estimates stay what is usual.
  }
}
