import type { Finding } from '../types.js';

type Told = [severity: Finding['severity'], one: string, several: string, then?: string];

const KINDS = {
  comment: ['problem', 'A comment was left out', 'Comments were left out'],
  deletion: [
    'problem',
    'A tracked deletion was left out',
    'Tracked deletions were left out',
    'accept or reject the changes in Word',
  ],
  insertion: [
    'problem',
    'A tracked insertion was taken as text',
    'Tracked insertions were taken as text',
    'accept or reject the changes in Word',
  ],
  hidden: ['problem', 'Hidden text was left out', 'Hidden texts were left out'],
  object: ['problem', 'An embedded object was left out', 'Embedded objects were left out'],
  document: ['problem', 'An embedded document was left out', 'Embedded documents were left out'],
  drawing: [
    'problem',
    'A chart, diagram or shape was left out',
    'Charts, diagrams or shapes were left out',
    'say in words what is shown',
  ],
  formula: [
    'problem',
    'A formula was taken as plain text',
    'Formulas were taken as plain text',
    'see whether it can still be understood',
  ],
  field: ['problem', 'A form field is not filled in', 'Form fields are not filled in'],
  textBox: [
    'problem',
    'A text box was taken as paragraphs below the one it hangs on',
    'Text boxes were taken as paragraphs below the ones they hang on',
    'see whether it reads well there',
  ],
  contents: [
    'note',
    'The table of contents was left out: readers have one of their own',
    'The table of contents was left out: readers have one of their own',
  ],
} as const satisfies Record<string, Told>;

/** What of a document is not taken, or not as it was. */
export type Kind = keyof typeof KINDS;

/** The first words of a text, to find it by. */
export function firstWords(text: string): string {
  const all = text.trim().split(/\s+/);
  return all.slice(0, 6).join(' ').slice(0, 60) + (all.length > 6 ? ' …' : '');
}

/** Something to tell about a Word document; the line is its paragraph, from 1, or 0 where there is none. */
export type WordFinding = Omit<Finding, 'file' | 'line'> & { line: number };

/** Gathers what is not taken of a document: each kind is told once, with its first place. */
export class Losses {
  readonly #found = new Map<string, { kind: Told; count: number; line: number; near: string }>();
  readonly #others: WordFinding[] = [];

  /** @param near the text of the paragraph that it belongs to */
  add(kind: Kind, line: number, near: string): void {
    const before = this.#found.get(kind);
    if (before) before.count += 1;
    else this.#found.set(kind, { kind: KINDS[kind], count: 1, line, near: firstWords(near) });
  }

  /** Something that has words of its own; the same ones are told once. */
  tell(message: string, line = 0): void {
    if (this.#others.some((told) => told.message === message)) return;
    this.#others.push({ severity: 'problem', line, message });
  }

  /** What was gathered. */
  told(): WordFinding[] {
    const found = [...this.#found.values()].map(({ kind, count, line, near }): WordFinding => {
      const [severity, one, several, then] = kind;
      const place = near === '' ? '' : `${count === 1 ? ', at' : ', the first at'} “${near}”`;
      const message = `${count === 1 ? one : several}${severity === 'note' ? '' : place}`;
      return { severity, line, message: `${message}${then ? `: ${then}` : ''}.` };
    });
    return [...found, ...this.#others];
  }
}
