import type { Element } from 'xast';
import type { ListPlace, Styles } from './styles.js';
import { attribute, child, childrenOf, isOn, numberOf } from './xml.js';

/** The marks of an ordered list in HTML. */
export type Marks = '1' | 'a' | 'A' | 'i' | 'I';

/** What Word writes in front of a paragraph of a list. */
export interface Mark {
  depth: number;
  isBullet: boolean;
  number: number;
  marks: Marks;
  /** As it is shown, `4.2` or `(a)`. */
  label: string;
  /** The label says no more than the number of a list in HTML. */
  isPlain: boolean;
}

const MARKS: Partial<Record<string, Marks>> = {
  lowerLetter: 'a',
  upperLetter: 'A',
  lowerRoman: 'i',
  upperRoman: 'I',
};
const ROMAN: [number, string][] = [
  ...([
    [1000, 'm'],
    [900, 'cm'],
    [500, 'd'],
    [400, 'cd'],
    [100, 'c'],
    [90, 'xc'],
  ] as const),
  ...([
    [50, 'l'],
    [40, 'xl'],
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ] as const),
].map(([value, sign]) => [value, sign]);

function roman(number: number): string {
  let rest = Math.min(number, 3999);
  let text = '';
  for (const [value, sign] of ROMAN) {
    for (; rest >= value; rest -= value) text += sign;
  }
  return text;
}

/** a to z, then aa to zz, as Word counts. */
const letters = (number: number): string =>
  String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.min(Math.ceil(number / 26), 30));

function write(number: number, format: string | undefined): string {
  if (number < 1) return String(number);
  if (format === 'lowerLetter') return letters(number);
  if (format === 'upperLetter') return letters(number).toUpperCase();
  if (format === 'lowerRoman') return roman(number);
  if (format === 'upperRoman') return roman(number).toUpperCase();
  return format === 'decimalZero' ? String(number).padStart(2, '0') : String(number);
}

const levelOf = (of: Element | undefined, depth: number): Element | undefined =>
  childrenOf(of, 'w:lvl').find((level) => numberOf(level, 'w:ilvl') === depth);

/** Counts the numbered paragraphs of a document, in their order, as Word does. */
export class Numbering {
  readonly #styles: Styles;
  readonly #definitions = new Map<string, Element>();
  readonly #lists = new Map<string, Element>();
  readonly #counts = new Map<Element, number[]>();
  readonly #begun = new Set<string>();

  constructor(root: Element | undefined, styles: Styles) {
    this.#styles = styles;
    for (const one of childrenOf(root, 'w:abstractNum')) {
      this.#definitions.set(attribute(one, 'w:abstractNumId') ?? '', one);
    }
    for (const one of childrenOf(root, 'w:num')) {
      this.#lists.set(attribute(one, 'w:numId') ?? '', one);
    }
  }

  #definitionOf(list: string, seen: readonly string[] = []): Element | undefined {
    const found = this.#definitions.get(
      attribute(child(this.#lists.get(list), 'w:abstractNumId')) ?? '',
    );
    const link = attribute(child(found, 'w:numStyleLink'));
    const other = link === undefined ? undefined : this.#styles.listOf(link);
    return other === undefined || seen.includes(other)
      ? found
      : this.#definitionOf(other, [...seen, list]);
  }

  /** The mark of the next paragraph of a list; undefined when it shows none. */
  next({ list, depth: wanted }: ListPlace, style: string | undefined): Mark | undefined {
    const definition = list === undefined ? undefined : this.#definitionOf(list);
    if (list === undefined || definition === undefined) return undefined;
    const byStyle = childrenOf(definition, 'w:lvl').find(
      (level) => style !== undefined && attribute(child(level, 'w:pStyle')) === style,
    );
    const depth = wanted ?? numberOf(byStyle, 'w:ilvl') ?? 0;
    if (depth < 0 || depth > 8) return undefined;
    const overrides = childrenOf(this.#lists.get(list), 'w:lvlOverride');
    const override = overrides.find((one) => numberOf(one, 'w:ilvl') === depth);
    const level = (at: number): Element | undefined => {
      const own = overrides.find((one) => numberOf(one, 'w:ilvl') === at);
      return levelOf(own, at) ?? levelOf(definition, at);
    };
    const formatOf = (at: number): string | undefined => attribute(child(level(at), 'w:numFmt'));
    const startOf = (at: number): number => numberOf(child(level(at), 'w:start')) ?? 1;

    const counts = this.#counts.get(definition) ?? [];
    this.#counts.set(definition, counts);
    const restart = numberOf(child(override, 'w:startOverride'));
    if (restart !== undefined && !this.#begun.has(`${list} ${depth}`)) {
      counts[depth] = restart - 1;
      this.#begun.add(`${list} ${depth}`);
    }
    for (let at = 0; at < depth; at += 1) counts[at] ??= startOf(at);
    const number = (counts[depth] ?? startOf(depth) - 1) + 1;
    counts[depth] = number;
    counts.length = depth + 1;

    const format = formatOf(depth);
    const pattern = attribute(child(level(depth), 'w:lvlText')) ?? `%${depth + 1}.`;
    const isLegal = isOn(child(level(depth), 'w:isLgl'));
    const label = pattern.replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      return write(counts[at] ?? startOf(at), isLegal ? 'decimal' : formatOf(at));
    });
    const isBullet = format === 'bullet';
    if (format === 'none' || (!isBullet && label.trim() === '')) return undefined;
    const isPlain = /^[\s([]*%[1-9][\s.):\]-]*$/.test(pattern);
    const marks = MARKS[format ?? ''] ?? '1';
    return { depth, isBullet, number, marks, label: label.trim(), isPlain };
  }
}
