import { parseDocument, LineCounter, isMap, isScalar } from 'yaml';

/** The fields at the top of a text file, with the lines they stand on. */
export interface FrontMatter {
  /** Plain values by field name; empty when there is no front matter. */
  fields: Record<string, unknown>;
  /** Line of a field in the file, from 1. */
  lineOf(field: string): number | undefined;
  /** The text with the front matter blanked out, so that lines keep their numbers. */
  body: string;
  /** What is wrong with it, with the line. */
  faults: { line: number; message: string }[];
  /** `toml`: a `+++` block was found, which is blanked out and not read. */
  form: 'none' | 'yaml' | 'toml';
}

const FENCED = /^((?:[ \t]*\n)*)(---|\+\+\+)[ \t]*\n((?:[\s\S]*?\n)?)(?:\2|\.\.\.)[ \t]*(?:\n|$)/;
/** A first line of `---` and the lines below it, up to a blank one. */
const OPENED = /^((?:[ \t]*\n)*)---[ \t]*\n((?:.*\S.*(?:\n|$))*)/;

const NAMES = (
  'id title language kind owner approver classification reviewBy controls adoption adapt version label ' +
  'effective change material'
).split(' ');
const ANY_FIELD = /^["']?[A-Za-z][\w-]*["']?[ \t]*:/m;
const A_FIELD = new RegExp(`^["']?(?:${NAMES.join('|')})["']?[ \\t]*:`, 'im');
// Any spelling, in English and German: a slip in the name of this one would show a document to everybody.
const CLASSIFICATION = /^["']?[ck]las+i?f/im;

/** The name that a field is known by; upper and lower case make no difference. */
function nameOf(key: string): string {
  if (CLASSIFICATION.test(key)) return 'classification';
  return NAMES.find((name) => name.toLowerCase() === key.toLowerCase()) ?? key;
}

/** The values by their known names; a field that is there under its very name keeps its place. */
function byName(values: Record<string, unknown>): Record<string, unknown> {
  const entries = Object.entries(values).map(([key, value]): [string, unknown] => {
    const name = nameOf(key);
    return [Object.hasOwn(values, name) ? key : name, value];
  });
  return Object.fromEntries(entries);
}

const linesIn = (text: string): number => text.split('\n').length - 1;

const blank = (text: string): string => text.replace(/[^\n]/g, '');

/** A front matter that somebody began and did not end would be shown as text, and what it says be lost. */
function unclosed(text: string): FrontMatter['faults'] {
  const [, above = '', fields = ''] = OPENED.exec(text) ?? [];
  if (!A_FIELD.test(fields)) return [];
  const message =
    'The front matter has no end: write --- on a line of its own below its last field.';
  return [{ line: linesIn(above) + 1, message }];
}

/** Splits YAML front matter (between `---` lines at the top) from the text below it. */
export function readFrontMatter(text: string): FrontMatter {
  const none: FrontMatter = {
    fields: {},
    lineOf: () => undefined,
    body: text,
    faults: [],
    form: 'none',
  };
  const match = FENCED.exec(text);
  if (match === null) return { ...none, faults: unclosed(text) };
  const [whole, above = '', fence, inside = ''] = match;
  const body = blank(whole) + text.slice(whole.length);
  const first = linesIn(above) + 1;
  if (fence === '+++') {
    const message =
      'Front matter in TOML (+++) is not read, and here it holds a classification: write it as YAML between --- lines.';
    const faults = CLASSIFICATION.test(inside) ? [{ line: first, message }] : [];
    return { ...none, body, faults, form: 'toml' };
  }

  const lines = new LineCounter();
  // Core schema, so that dates stay the words that were written.
  const yaml = parseDocument(inside, { lineCounter: lines, schema: 'core' });
  // A thematic break at the top of a page is no front matter.
  if (yaml.errors.length === 0 ? !isMap(yaml.contents) : !ANY_FIELD.test(inside)) return none;
  const at = (offset: number): number => lines.linePos(offset).line + first;
  const faults = yaml.errors.map((error) => ({
    line: at(error.pos[0]),
    message: `The front matter is not YAML: ${error.message.split('\n')[0] ?? ''}`,
  }));
  const places = new Map<string, number>();
  if (isMap(yaml.contents)) {
    for (const { key } of yaml.contents.items) {
      if (!isScalar(key) || !key.range) continue;
      const place = at(key.range[0]);
      places.set(String(key.value), place);
      const name = nameOf(String(key.value));
      if (!places.has(name)) places.set(name, place);
    }
  }
  const value: unknown = faults.length === 0 ? yaml.toJS({ maxAliasCount: 20 }) : {};
  return {
    fields: byName(value as Record<string, unknown>),
    lineOf: (field) => places.get(field),
    body,
    faults,
    form: 'yaml',
  };
}
