import type { Element, ElementContent } from 'xast';
import { attribute, make, within, words } from './xml.js';

/** The parts of what a field says: words, quoted words and switches. */
function* partsOf(code: string): Generator<string> {
  for (const [, quoted, bare] of code.matchAll(/"([^"]*)"|(\S+)/g)) yield quoted ?? bare ?? '';
}

/** Where a field leads that is a link or a cross reference, in the one form that mammoth reads. */
function linkOf(code: string): string | undefined {
  const [name = '', ...parts] = partsOf(code);
  const kind = name.toUpperCase();
  if (['REF', 'PAGEREF', 'NOTEREF'].includes(kind)) {
    return parts.includes('\\h') ? `HYPERLINK \\l "${parts[0] ?? ''}"` : undefined;
  }
  if (kind !== 'HYPERLINK') return undefined;
  let address = '';
  let anchor = '';
  for (let at = 0; at < parts.length; at += 1) {
    const part = parts[at] ?? '';
    if (part === '\\l') anchor = parts[(at += 1)] ?? '';
    else if (['\\o', '\\t'].includes(part)) at += 1;
    else if (!part.startsWith('\\') && address === '') address = part;
  }
  if (address === '' && anchor !== '') return `HYPERLINK \\l "${anchor}"`;
  return `HYPERLINK "${address}${anchor === '' ? '' : `#${anchor}`}"`;
}

const mark = (type: string): Element =>
  make('w:r', {}, make('w:fldChar', { 'w:fldCharType': type }));

/** A field in one element becomes one in several, which can be read like all others. */
function spread(of: Element): void {
  of.children = of.children.flatMap((node): ElementContent[] => {
    if (node.type !== 'element') return [node];
    spread(node);
    if (node.name !== 'w:fldSimple') return [node];
    const code = make('w:instrText', {}, words(attribute(node, 'w:instr') ?? ''));
    return [mark('begin'), make('w:r', {}, code), mark('separate'), ...node.children, mark('end')];
  });
}

const valueOf = (of: Element): string =>
  of.children.map((node) => ('value' in node ? node.value : '')).join('');

/** Makes links and cross references of every kind links of one kind, in place. */
export function rewriteFields(root: Element): void {
  spread(root);
  const open: Element[][] = [];
  const finish = (codes: Element[]): void => {
    const link = linkOf(codes.map(valueOf).join(''));
    if (link === undefined) return;
    codes.forEach((code, index) => (code.children = [words(index === 0 ? link : '')]));
  };
  for (const one of within(root, 'w:fldChar', 'w:instrText')) {
    const type = attribute(one, 'w:fldCharType');
    if (one.name === 'w:instrText') open.at(-1)?.push(one);
    else if (type === 'begin') open.push([]);
    else if (type === 'separate') finish(open.at(-1)?.splice(0) ?? []);
    else if (type === 'end') finish(open.pop() ?? []);
  }
}
