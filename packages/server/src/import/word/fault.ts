/** Why nothing was taken from a Word file: what it means and what to do, to follow “It was left out: ”. */
export class WordFault extends Error {
  override readonly name = 'WordFault';
}
