import { parseXml, XmlElement, XmlText } from '@rgrove/parse-xml';
import type { Element, ElementContent, Text } from 'xast';
import { WordFault } from './fault.js';

/** Nothing but what is read: a long document has a million of these. */
const plain = (of: XmlElement): Element => ({
  type: 'element',
  name: of.name,
  attributes: of.attributes,
  children: of.children.flatMap((node): ElementContent[] => {
    if (node instanceof XmlElement) return [plain(node)];
    return node instanceof XmlText ? [words(node.text)] : [];
  }),
});

/** Reads a part in XML. Names are taken as Word writes them, `w:p` for a paragraph. */
export function parsePart(bytes: Uint8Array, name: string): Element {
  const text = new TextDecoder('utf-8').decode(bytes);
  // Entities could unpack to anything or read other files; Office writes and allows none (ECMA-376, part 2).
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) {
    const message = `${name} in it declares a document type, which Word never writes`;
    throw new WordFault(`${message}; open it in Word, save it again and import again`);
  }
  try {
    const { root } = parseXml(text);
    if (root) return plain(root);
  } catch {
    // Told below, as is an empty part.
  }
  const message = `${name} in it is damaged; open it in Word, save it again and import again`;
  throw new WordFault(message);
}

/** A text node. */
export const words = (value: string): Text => ({ type: 'text', value });

/** A new element. */
export const make = (
  name: string,
  attributes: Record<string, string> = {},
  ...children: ElementContent[]
): Element => ({ type: 'element', name, attributes, children });

/** The elements of that name right below one. */
export const childrenOf = (of: Element | undefined, name: string): Element[] =>
  of?.children.filter((node): node is Element => node.type === 'element' && node.name === name) ??
  [];

/** The first element of that name right below one. */
export const child = (of: Element | undefined, name: string): Element | undefined =>
  childrenOf(of, name)[0];

/** An attribute, `w:val` when none is named. */
export const attribute = (of: Element | undefined, name = 'w:val'): string | undefined =>
  of?.attributes[name] ?? undefined;

/** An attribute that is a number. */
export function numberOf(of: Element | undefined, name = 'w:val'): number | undefined {
  const value = attribute(of, name);
  return value !== undefined && /^-?\d{1,9}$/.test(value) ? Number(value) : undefined;
}

/** Whether a property is there and not switched off. */
export const isOn = (of: Element | undefined): boolean =>
  of !== undefined && !['0', 'false', 'off', 'none'].includes(attribute(of) ?? '');

/** Every element of that name at any depth, in the order of the document. */
export function within(of: Element, ...names: string[]): Element[] {
  return of.children.flatMap((node) => {
    if (node.type !== 'element') return [];
    const below = within(node, ...names);
    return names.includes(node.name) ? [node, ...below] : below;
  });
}

const BLANKS = new Set(['w:tab', 'w:br', 'w:cr', 'w:ptab', 'w:softHyphen', 'w:noBreakHyphen']);

/**
 * The words below an element as a reader sees them: a blank where a paragraph, a line or a tab ends.
 *
 * @param without elements whose words do not count
 */
export function textOf(of: Element, without: readonly string[] = []): string {
  if (without.includes(of.name)) return '';
  if (of.name === 'w:t') {
    return of.children.map((node) => ('value' in node ? node.value : '')).join('');
  }
  if (BLANKS.has(of.name)) return ' ';
  const text = of.children
    .map((node) => (node.type === 'element' ? textOf(node, without) : ''))
    .join('');
  return of.name === 'w:p' ? ` ${text} ` : text;
}
