/** Words a minute that estimates reckon with: adults, silently, text that is not a novel. */
export const usualPace = 220;

/** Whole minutes that so many words take to read at a pace; 0 for less than half a minute. */
export const minutesFor = (words: number, pace = usualPace): number => Math.round(words / pace);
