import { basename } from 'node:path';
import { Fields, isDay } from './fields.js';
import { byCode, type SourceFile } from './folder.js';
import { readFrontMatter, type FrontMatter } from './front-matter.js';
import { droppedElements, toSafeHtml } from './html.js';
import { canonicalLanguage, languageOfName } from './language.js';
import type { Ledger } from './ledger.js';
import { markdownToTree } from './markdown.js';
import { slug, unique } from './slug.js';
import { blocksOf } from './tree.js';
import type { ImportedMessage } from './types.js';

const HISTORY = /^messages\/([^/]+)\/([^/]+)\.(md|markdown)$/i;

/** A message with the file that it was read from. */
interface Said {
  message: ImportedMessage;
  file: string;
}

/** The day that a text names, such as `2024-05-30` or `May 30th, 2024`. */
function dayOf(text: string | undefined): string | undefined {
  if (text === undefined || isDay(text)) return text;
  const plain = text.replace(/(\d)(st|nd|rd|th)\b/, '$1');
  const time = /\p{L}.*\d{4}/u.test(plain) ? Date.parse(`${plain} UTC`) : NaN;
  return Number.isNaN(time) ? undefined : new Date(time).toISOString().slice(0, 10);
}

/** A text of which the links that begin nowhere are only words. */
function htmlOf(body: string, file: string, ledger: Ledger): string {
  const { tree } = markdownToTree(body, 'Footnotes');
  for (const { line, name } of droppedElements(tree)) {
    ledger.problem(file, line, `<${name}> was left out: only text is taken.`);
    ledger.lose(file);
  }
  return toSafeHtml(blocksOf(tree.children)).html.replaceAll(
    /(<a\b[^>]*?) href="(?!https?:|mailto:|tel:|policy:|#)[^"]*"/gi,
    '$1',
  );
}

function readMessage(
  { path: file }: SourceFile,
  channel: string,
  { front, taken }: { front: FrontMatter; taken: Set<string> },
  ledger: Ledger,
): ImportedMessage | undefined {
  const fields = new Fields(front.fields, { file, lineOf: front.lineOf }, ledger);
  const name = languageOfName(basename(file));
  const stated = fields.text('date');
  const day = dayOf(/^\d{4}-\d{2}-\d{2}/.exec(basename(file))?.[0] ?? stated);
  const title = fields.text('title');
  const author = fields.text('author');
  const language = canonicalLanguage(fields.text('language') ?? '') ?? name.language ?? 'en';
  const body = front.body.trim();
  const stem = basename(file)
    .replace(/\.\w+$/, '')
    .replaceAll('.', '-');
  if (day === undefined || body === '') {
    const why =
      body === '' ? 'it says nothing' : 'nothing says when it was posted (date: 2026-11-24)';
    ledger.problem(file, front.lineOf('date'), `The message was left out: ${why}.`);
    ledger.leaveOut(file, why);
    return undefined;
  }
  ledger.take(file, `a message of ${day} in ${channel}`);
  return {
    ...{ id: unique(`${channel}.${slug(stem)}`, taken), channel },
    // A day has no hour: at noon in UTC it is the same day nearly everywhere.
    ...{ postedAt: `${day}T12:00:00.000Z`, language, ...(title !== undefined && { title }) },
    ...{ text: body, html: htmlOf(front.body, file, ledger) },
    ...(author !== undefined && { author }),
  };
}

/**
 * Reads `messages/<channel>/*.md`: what was said in a channel before it was one of Heed's, such as notices of an earlier
 * intranet. Takes the files before anybody takes them for policies.
 */
export function readHistory(ledger: Ledger): Said[] {
  const messages: Said[] = [];
  const taken = new Set<string>();
  for (const source of ledger.open()) {
    const [, channel] = HISTORY.exec(source.path) ?? [];
    if (channel === undefined) continue;
    const front = readFrontMatter(source.text ?? '');
    for (const { line, message } of front.faults) ledger.problem(source.path, line, message);
    if (front.faults.length > 0) {
      ledger.leaveOut(source.path, 'its front matter could not be read');
      continue;
    }
    const message = readMessage(source, channel, { front, taken }, ledger);
    if (message) messages.push({ message, file: source.path });
  }
  return messages;
}

/** The messages of channels that there are, oldest first; the others are left out and told of. */
export function withChannel(
  said: readonly Said[],
  channels: ReadonlySet<string>,
  ledger: Ledger,
): ImportedMessage[] {
  const told = new Set<string>();
  for (const { message, file } of said) {
    const { channel } = message;
    if (channels.has(channel)) continue;
    const why = `there is no channel ${channel} in channels.yaml`;
    ledger.leaveOut(file, why);
    if (told.has(channel)) continue;
    told.add(channel);
    ledger.problem(file, undefined, `It and the others of its folder were left out: ${why}.`);
  }
  return said
    .map(({ message }) => message)
    .filter(({ channel }) => channels.has(channel))
    .sort((a, b) => byCode(a.postedAt + a.id, b.postedAt + b.id));
}
