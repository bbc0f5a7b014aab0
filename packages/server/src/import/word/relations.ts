import { posix } from 'node:path';
import { WordFault } from './fault.js';
import type { Parts } from './unzip.js';
import { attribute, childrenOf, parsePart } from './xml.js';

interface Relation {
  id: string;
  /** The last word of its type, `styles`; the rest differs between the editions of the standard. */
  kind: string;
  target: string;
  isOutside: boolean;
}

function relationsOf(parts: Parts, path: string): Relation[] {
  const name = posix.join(posix.dirname(path), '_rels', `${posix.basename(path)}.rels`);
  const bytes = parts.xml.get(name);
  if (bytes === undefined) return [];
  return childrenOf(parsePart(bytes, name), 'Relationship').map((one) => ({
    id: attribute(one, 'Id') ?? '',
    kind: attribute(one, 'Type')?.split('/').pop() ?? '',
    target: attribute(one, 'Target') ?? '',
    isOutside: attribute(one, 'TargetMode') === 'External',
  }));
}

/** The parts that one part names, by their kind (`styles`), as paths. */
export function relatedParts(parts: Parts, path: string, kind: string): string[] {
  return relationsOf(parts, path)
    .filter((one) => one.kind === kind && !one.isOutside)
    .map(({ target }) => posix.join(target.startsWith('/') ? '' : posix.dirname(path), target))
    .map((target) => target.replace(/^\/+/, ''))
    .filter((target) => parts.xml.has(target));
}

/** Where the relations of a part lead, by their id. */
export const targetsOf = (parts: Parts, path: string): Map<string, string> =>
  new Map(relationsOf(parts, path).map(({ id, target }) => [id, target]));

/** The path of the text of a Word document. Throws a {@link WordFault} when there is none, or macros beside it. */
export function mainPart(parts: Parts): string {
  const [main] = relatedParts(parts, '', 'officeDocument');
  const path = main ?? 'word/document.xml';
  const types = new TextDecoder().decode(parts.xml.get('[Content_Types].xml'));
  if (!parts.xml.has(path) || !/wordprocessingml|ms-word/i.test(types)) {
    throw new WordFault('a zip file, but no Word document; save it as .docx');
  }
  if (/macroEnabled/i.test(types) || parts.names.some((name) => /vbaProject/i.test(name))) {
    throw new WordFault('it holds macros; save it as .docx, which has none, and import again');
  }
  return path;
}
