/** A piece of a text, and whether it is one of the words that were looked for. */
export interface Piece {
  text: string;
  isFound: boolean;
}

/** Characters of an excerpt, and how many of them stand before the first word that was found. */
const long = 200;
const lead = 60;
/** Letters by which another form of a word may be longer or shorter, and of which so many are the same. */
const ending = 3;

const word = /[\p{L}\p{M}\p{N}]+/gu;
const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Whether a word begins with the other, or may be another form of it: how the backend compares them is its own. */
function isLike(one: string, wanted: string): boolean {
  if (one.startsWith(wanted)) return true;
  let same = 0;
  while (same < one.length && one[same] === wanted[same]) same += 1;
  const least = Math.max(ending, wanted.length - ending);
  return same >= least && Math.abs(one.length - wanted.length) <= ending;
}

/** The part of a text in which the first of the words stands, in pieces: all of the text where it is short. */
export function excerpt(text: string, words: string): Piece[] {
  const wanted = [...words.matchAll(word)].map(([one]) => folded(one));
  const plain = text.replace(/\s+/g, ' ').trim();
  const found = [...plain.matchAll(word)].filter(([one]) =>
    wanted.some((each) => isLike(folded(one), each)),
  );
  const from = beginning(plain, found[0]?.index ?? 0);
  const cut = plain.length - from > long ? plain.lastIndexOf(' ', from + long) : plain.length;
  const to = cut > from ? cut : from + long;
  const pieces: Piece[] = [];
  const add = (piece: string, isFound: boolean): void => {
    if (piece) pieces.push({ text: piece, isFound });
  };
  let at = from;
  if (from > 0) add('… ', false);
  for (const { 0: one, index } of found) {
    if (index < at || index + one.length > to) continue;
    add(plain.slice(at, index), false);
    add(one, true);
    at = index + one.length;
  }
  add(plain.slice(at, to), false);
  if (to < plain.length) add(' …', false);
  return pieces;
}

/** Where an excerpt begins, at a word: a little before what was found. */
function beginning(text: string, found: number): number {
  if (text.length <= long || found <= lead) return 0;
  const space = text.indexOf(' ', Math.min(found, text.length - long) - lead);
  return space < 0 || space > found ? found : space + 1;
}
