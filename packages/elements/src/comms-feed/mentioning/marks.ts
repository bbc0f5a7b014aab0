import type { Message } from '@heed/sdk';

/** Marks the names of people in a text that has passed the gate: what is theirs stays text. */
export function markMentions(
  node: HTMLElement,
  { mentions = [] }: Pick<Message, 'mentions'>,
  me: string | undefined,
  you: string,
): void {
  // A name that begins like another one is looked for first when it is longer.
  const people = [...mentions].sort((a, b) => b.displayName.length - a.displayName.length);
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  for (const text of texts) {
    if (text.parentElement?.closest('code, pre')) continue;
    mark(text, people, me, you);
  }
}

function mark(
  text: Text,
  people: NonNullable<Message['mentions']>,
  me: string | undefined,
  you: string,
): void {
  for (let rest: Text | undefined = text; rest;) {
    const here: Text = rest;
    const found = people
      .map((person) => ({ ...person, at: here.data.indexOf(`@${person.displayName}`) }))
      .filter(({ at }) => at >= 0)
      .sort((a, b) => a.at - b.at)[0];
    if (!found) return;
    const name = here.splitText(found.at);
    rest = name.splitText(found.displayName.length + 1);
    const span = document.createElement('span');
    span.className = found.id === me ? 'mention mine' : 'mention';
    span.setAttribute('part', 'mention');
    name.replaceWith(span);
    span.append(bdiOf(name));
    if (found.id === me) span.append(` (${you})`);
  }
}

function bdiOf(name: Text): HTMLElement {
  const bdi = document.createElement('bdi');
  bdi.append(name);
  return bdi;
}
