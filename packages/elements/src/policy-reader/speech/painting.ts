/** The name under which the styles know the sentence that is spoken. */
const name = 'isms-spoken';

/** Paints what is spoken over the text, which itself stays as it is. Browsers that cannot do it show nothing. */
export function paint(range?: AbstractRange): void {
  if (!('highlights' in CSS) || typeof Highlight === 'undefined') return;
  CSS.highlights.delete(name);
  if (!range) return;
  const painted = new Highlight(range);
  // What somebody has searched for stays to be seen.
  painted.priority = -1;
  CSS.highlights.set(name, painted);
}
