/** Words a minute that estimates reckon with: adults, silently, text that is not a novel. */
const pace = 220;

/** Whole minutes that so many words take to read; 0 for less than half a minute. */
export const minutesFor = (words: number): number => Math.round(words / pace);
