const MOST = 5;

/** Names in a row, the first few of them. */
export function named(names: readonly string[]): string {
  const more = names.length - MOST;
  return names.slice(0, MOST).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

/** Tells the operator what was not done because some files could not be read wholly. */
export function incompleteNote(files: readonly string[], what: string): string {
  return `Because ${named(files)} could not be read wholly, ${what}. Correct what is listed above and start again.`;
}
