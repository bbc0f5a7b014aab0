import { basename, dirname } from 'node:path';
import { readFrontMatter, type FrontMatter } from './front-matter.js';
import type { SourceFile } from './folder.js';
import { droppedElements, readHtml, type HtmlPage } from './html.js';
import { canonicalLanguage, languageOfFolder, languageOfName } from './language.js';
import type { Ledger } from './ledger.js';
import { oneLine } from './line.js';
import { markdownToTree } from './markdown.js';
import type { Found } from './pictures.js';
import { WordFault } from './word/fault.js';
import { nameNotes } from './notes.js';
import { splitSections, type Split } from './sections.js';

/** A file that holds a text for readers, split and not yet joined with others to a policy. */
export interface Page {
  file: string;
  /** File name without language and ending. */
  stem: string;
  language: string;
  /** The language is said by the name of the file or of its folder, as translations have it. */
  marked: boolean;
  front: FrontMatter;
  title: string;
  split: Split;
  /** The text below the front matter, to find copies. */
  body: string;
  /** The pictures inside a Word document, by name; absent where they are files of their own. */
  pictures?: (name: string) => Found;
}

const PAGE = /\.(md|markdown|html?|docx)$/i;
// Upper case by convention; `security.md` and `notice.md` may well be policies.
const ABOUT =
  /^(README|readme|LICEN[CS]E|NOTICE|SOURCE|CHANGELOG|CONTRIBUTING|AUTHORS|SECURITY)(\.[^.]+)*$/;
const FORMS = /^(templates?|vorlagen)([-_.].*)?$/i;
const FOOTNOTES = new Map([
  ['de', 'Fußnoten'],
  ['pt', 'Notas'],
]);

/** Why a file with the ending of a page is none, if so. */
function notAPage(file: string): string | undefined {
  if (ABOUT.test(basename(file))) return 'tells about the folder, not a text for staff';
  const form = file
    .split('/')
    .slice(0, -1)
    .find((folder) => FORMS.test(folder));
  return form === undefined
    ? undefined
    : `a template in ${form}/: a form to fill in, not a rule for staff`;
}

function listPlaceholders(body: string, file: string, ledger: Ledger): void {
  const found = [...body.matchAll(/\[[A-ZÄÖÜ][A-ZÄÖÜ0-9_-]{3,}(?:[,;:][^\]\n]*)?\](?![([:])/g)];
  const first = found[0];
  if (first === undefined) return;
  const line = body.slice(0, first.index).split('\n').length;
  const count = found.length === 1 ? 'One placeholder' : `${found.length} placeholders`;
  ledger.problem(file, line, `${count} to fill in, the first is ${first[0]}.`);
}

const footnotes = (language = 'en'): string => FOOTNOTES.get(language) ?? 'Footnotes';

/** A text as a tree, and what is looked through for placeholders, line by line. */
interface Content extends HtmlPage {
  body: string;
  lines: string;
  pictures?: (name: string) => Found;
}

async function readWordFile(
  { path: file, bytes = new Uint8Array() }: SourceFile,
  language: string | undefined,
  ledger: Ledger,
): Promise<Content> {
  // Loaded when there is one only: most folders hold none.
  const { readWord } = await import('./word/word.js');
  const page = await readWord(bytes, (own) => footnotes(language ?? own));
  for (const { severity, line, message } of page.findings) {
    ledger[severity](file, line, message);
    if (severity === 'problem') ledger.lose(file);
  }
  return page;
}

function readText(body: string, file: string, language: string, ledger: Ledger): Content {
  if (/\.html?$/i.test(file)) return { ...readHtml(body), body, lines: body };
  const { tree, unknown } = markdownToTree(body, footnotes(language));
  for (const { line, tag } of unknown) {
    ledger.note(file, line, `${tag} is no HTML; it was kept as words.`);
  }
  return { tree, body, lines: body };
}

/** Without its front matter nobody knows which policy a page is, or who may see it. */
function leaveFaulty({ faults }: FrontMatter, file: string, ledger: Ledger): void {
  for (const { line, message } of faults) ledger.problem(file, line, message);
  ledger.leaveOut(file, 'its front matter could not be read');
  ledger.doubt(file);
}

async function readPage(
  source: SourceFile,
  folders: ReadonlySet<string>,
  ledger: Ledger,
): Promise<Page | undefined> {
  const { path: file, text = '' } = source;
  const front = readFrontMatter(text);
  if (front.faults.length > 0) {
    leaveFaulty(front, file, ledger);
    return undefined;
  }
  if (front.form === 'toml')
    ledger.note(file, 1, 'Front matter in TOML (+++) is not read, only YAML.');
  const name = languageOfName(basename(file));
  const stated = typeof front.fields.language === 'string' ? front.fields.language : undefined;
  const named = name.language ?? languageOfFolder(file, folders);
  const first = stated === undefined ? undefined : canonicalLanguage(stated);
  if (stated !== undefined && first === undefined) {
    ledger.problem(file, front.lineOf('language'), `“${stated}” is no BCP 47 language tag.`);
  }
  const content = source.bytes
    ? await readWordFile(source, named, ledger)
    : readText(front.body, file, first ?? named ?? 'en', ledger);
  const own = canonicalLanguage(content.language ?? '');
  const language = first ?? named ?? own;
  if (language === undefined)
    ledger.note(file, undefined, 'No language is stated; taken as English.');
  else if (source.bytes && named === undefined) {
    const message = `Its name states no language; taken as ${language}, which Word checks its spelling in.`;
    ledger.note(file, undefined, message);
  }
  for (const { line, name: element } of droppedElements(content.tree)) {
    ledger.problem(file, line, `<${element}> was left out: only text is taken.`);
    ledger.lose(file);
  }
  listPlaceholders(content.lines, file, ledger);
  nameNotes(content.tree);
  const split = splitSections(content.tree);
  for (const { line, href } of split.headingLinks) {
    ledger.problem(
      file,
      line,
      `The link ${href} of a heading was left out: headings are plain text.`,
    );
    ledger.lose(file);
  }
  const titled = typeof front.fields.title === 'string' ? oneLine(front.fields.title) : undefined;
  const head = content.title;
  const title = split.title || titled || head || oneLine(name.stem.replace(/[-_]+/g, ' '));
  if (!split.title && !titled && !head) {
    ledger.note(file, undefined, `No title is stated; taken from the file name: “${title}”.`);
  }
  const page = { file, stem: name.stem, marked: named !== undefined, front, title, split };
  const { body, pictures } = content;
  return { ...page, language: language ?? 'en', body, ...(pictures && { pictures }) };
}

/** Reads every page of the folder; what cannot be read or is no text for staff is accounted for. */
export async function readPages(ledger: Ledger): Promise<Page[]> {
  const sources = ledger.open().filter(({ path }) => PAGE.test(path));
  const folders = new Set<string>();
  for (const { path } of sources) {
    for (let at = dirname(path); at !== '.'; at = dirname(at)) folders.add(at);
  }
  const pages: Page[] = [];
  for (const source of sources) {
    const reason = notAPage(source.path);
    if (reason !== undefined) ledger.leaveOut(source.path, reason);
    else if (source.text?.trim() === '') ledger.leaveOut(source.path, 'an empty file');
    else {
      try {
        const page = await readPage(source, folders, ledger);
        if (page === undefined) continue;
        pages.push(page);
        ledger.take(source.path, 'a text');
      } catch (error) {
        if (error instanceof WordFault) {
          ledger.leaveOut(source.path, error.message);
          ledger.problem(source.path, undefined, `It was left out: ${error.message}.`);
          ledger.doubt(source.path);
          continue;
        }
        const why = error instanceof Error ? error.message : String(error);
        ledger.leaveOut(source.path, 'could not be understood');
        ledger.problem(source.path, 1, `The file could not be understood: ${why}.`);
        ledger.doubt(source.path);
      }
    }
  }
  return pages;
}
