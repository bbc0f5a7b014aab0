// A closed list: a word that is not on it is asked about and never guessed, because it decides who may sign in.
const YES = new Set('true t yes y ja j 1 active aktiv enabled aktiviert'.split(' '));
const NO = new Set(
  (
    'false f no n nein 0 inactive inaktiv disabled deaktiviert terminated suspended gesperrt left ' +
    'ausgeschieden ausgetreten'
  ).split(' '),
);

/** Whether a word of English or German, as directories export them, says yes or no; undefined for any other. */
export function yesOrNo(text: string): boolean | undefined {
  const word = text.trim().toLowerCase();
  if (YES.has(word)) return true;
  return NO.has(word) ? false : undefined;
}
