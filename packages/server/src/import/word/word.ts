import type { Root } from 'hast';
import { toHtml as write } from 'hast-util-to-html';
import type { Element } from 'xast';
import { oneLine } from '../line.js';
import { readHtml, type HtmlPage } from '../html.js';
import type { Found } from '../pictures.js';
import { titleOfFile, tellAround } from './around.js';
import { toHtml } from './convert.js';
import { WordFault } from './fault.js';
import { Losses, type WordFinding } from './losses.js';
import { missingWords } from './missing.js';
import { Numbering } from './numbering.js';
import { Preparation } from './preparation.js';
import { pictureIn } from './pictures.js';
import { mainPart, relatedParts, targetsOf } from './relations.js';
import { Styles } from './styles.js';
import { finishTree } from './tree.js';
import { unzip, type Parts } from './unzip.js';
import { attribute, child, parsePart, within } from './xml.js';

/** A document of Word as a page of HTML. The lines of its tree are paragraphs of the document, from 1. */
export interface WordPage extends HtmlPage {
  /** The HTML of the whole page, to find copies. */
  body: string;
  /** The text, a line for each paragraph. */
  lines: string;
  findings: WordFinding[];
  /** A picture of the text by its name. */
  pictures(name: string): Found;
}

/** The language that most of the letters are marked with. */
function languageOf({ letters }: Preparation): string | undefined {
  const [most] = [...letters].sort(([, a], [, b]) => b - a);
  // The region is that of a keyboard as often as that of a text; where texts differ by it, it stays.
  return most && (/^(pt|zh)-/i.test(most[0]) ? most[0] : most[0].split('-')[0]);
}

function readParts(parts: Parts, main: string): Map<string, Element> {
  const paths = [
    main,
    ...['footnotes', 'endnotes'].flatMap((kind) => relatedParts(parts, main, kind)),
  ];
  return new Map(
    paths.map((path) => [path, parsePart(parts.xml.get(path) ?? new Uint8Array(), path)]),
  );
}

/** Leaves out the notes whose marks were left out. */
function dropNotes(prepared: ReadonlyMap<string, Element>, main: Element): void {
  for (const kind of ['w:footnote', 'w:endnote']) {
    const marks = within(main, `${kind}Reference`).map((one) => attribute(one, 'w:id'));
    for (const part of prepared.values()) {
      part.children = part.children.filter(
        (node) =>
          node.type !== 'element' || node.name !== kind || marks.includes(attribute(node, 'w:id')),
      );
    }
  }
}

function tellMissing(prepared: ReadonlyMap<string, Element>, tree: Root, losses: Losses): void {
  const missing = missingWords(prepared.values(), tree);
  if (missing.length === 0) return;
  const several = `${missing.length} words were lost, the first is “${missing[0]}”`;
  const what = missing.length === 1 ? `The word “${missing[0]}” was lost` : several;
  losses.tell(`${what}: write it as ordinary text.`);
}

/**
 * Reads a document of Word. Throws a {@link WordFault} when it cannot be read.
 *
 * @param label the heading of the notes, in the language of the document
 */
export async function readWord(
  bytes: Uint8Array,
  label: (language: string | undefined) => string,
): Promise<WordPage> {
  const parts = unzip(bytes);
  const main = mainPart(parts);
  const prepared = readParts(parts, main);
  const root = prepared.get(main);
  if (root?.name !== 'w:document' || !child(root, 'w:body')) {
    throw new WordFault('a zip file, but no Word document; save it as .docx');
  }
  const rootOf = (kind: string): Element | undefined => {
    const [path] = relatedParts(parts, main, kind);
    return path === undefined ? undefined : parsePart(parts.xml.get(path) ?? bytes, path);
  };
  const losses = new Losses();
  const styles = new Styles(rootOf('styles'));
  const numbering = new Numbering(rootOf('numbering'), styles);
  const preparation = new Preparation({ styles, numbering, losses });
  for (const [path, part] of prepared) {
    preparation.prepare(part, part === root, targetsOf(parts, path));
  }
  dropNotes(prepared, root);
  tellAround(parts, main, losses);
  const { tree } = readHtml(await toHtml(parts, main, prepared, losses));
  tellMissing(prepared, tree, losses);
  const language = languageOf(preparation);
  finishTree(tree, preparation, label(language));
  const title = preparation.title ?? titleOfFile(parts);
  return {
    tree,
    body: write(tree),
    lines: preparation.lines.join('\n'),
    findings: losses.told(),
    pictures: (name) => pictureIn(parts, main, name),
    ...(title !== undefined && { title: oneLine(title) }),
    ...(language !== undefined && { language }),
  };
}
