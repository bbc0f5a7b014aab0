/** A moment as it is said in a sentence. */
export const momentOf = (time: string, dates: string): string =>
  new Intl.DateTimeFormat(dates, { dateStyle: 'long', timeStyle: 'short' }).format(new Date(time));
