import { createHash } from 'node:crypto';
import type { Person } from '@heed/contract';
import type { ElementContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { oneLine } from '../import/line.js';
import type { StoredMessage } from '../messages/records.js';
import type { Mail } from './mailer.js';
import { htmlPage, languageOf, link, linkTo, paragraph, type MailStyle } from './page.js';
import { de } from './words/de.js';
import { en } from './words/en.js';
import { es } from './words/es.js';
import { fr } from './words/fr.js';
import { it } from './words/it.js';
import { nl } from './words/nl.js';
import type { Words } from './words/words.js';

const ofAlerts: Readonly<Record<string, Words>> = { de, en, es, fr, it, nl };

/** What a notice tells of. */
export interface About {
  message: Pick<
    StoredMessage,
    'id' | 'channel' | 'title' | 'text' | 'html' | 'authorName' | 'action'
  >;
  /** Title of the channel. */
  channel: string;
  /** Title of the audience. */
  audience: string;
}

const quiet = 'margin:16px 0 0;color:#555;font-size:14px';

function page(parts: Parts, to: { link: string; language: string }): string {
  const box =
    'margin:20px 0;padding:12px 16px;border-inline-start:4px solid #b45309;background:#fff7ed';
  const button = link(
    to.link,
    parts.open,
    'display:inline-block;padding:10px 18px;border-radius:6px;background:#1d4ed8;color:#ffffff;text-decoration:none',
  );
  return htmlPage(
    { language: to.language, title: parts.title },
    paragraph('h1', 'margin:0 0 8px;font-size:22px;line-height:1.3', parts.title),
    paragraph('p', 'margin:0;color:#555;font-size:14px', parts.from),
    paragraph(
      'div',
      box,
      paragraph('p', 'margin:0;font-weight:bold', `${parts.todo}: ${parts.action}`),
      ...(parts.until ? [paragraph('p', 'margin:4px 0 0', parts.until)] : []),
    ),
    paragraph(
      'div',
      undefined,
      ...(fromHtml(parts.html, { fragment: true }).children as ElementContent[]),
    ),
    paragraph('p', 'margin:24px 0 0', button),
    ...[parts.nothing, parts.why].map((line) => paragraph('p', quiet, line)),
  );
}

/** The words of one mail. */
interface Parts extends Record<'title' | 'from' | 'todo' | 'action' | 'html' | 'open', string> {
  until: string | undefined;
  nothing: string;
  why: string;
}

/**
 * The mail that tells a person of an alert, in their language.
 *
 * @param spoken the words by language, where it tells of something else.
 */
export function mailOf(
  { message, channel, audience }: About,
  person: Person,
  style: MailStyle,
  spoken = ofAlerts,
): Mail | undefined {
  const [address] = person.emails;
  const { action } = message;
  if (address === undefined || !action) return undefined;
  const known = languageOf(person, spoken);
  const words = spoken[known] as Words;
  const when = (time: string) =>
    new Intl.DateTimeFormat(person.preferredLanguage ?? 'en', {
      ...{ dateStyle: 'full', timeStyle: 'short', timeZone: style.timeZone },
    }).format(new Date(time)) + ` (${style.timeZone})`;
  const title = oneLine(message.title ?? '') || words.untitled;
  const parts: Parts = {
    ...{ title, html: message.html, action: action.text },
    from: words.from(message.authorName, channel),
    ...{ todo: words.todo, open: words.open, nothing: words.nothing, why: words.why(audience) },
    until: action.dueAt === undefined ? undefined : words.until(when(action.dueAt)),
  };
  const href = linkTo(style, message);
  const text = [
    ...[title, parts.from, ''],
    `${parts.todo}: ${parts.action}`,
    ...(parts.until === undefined ? [] : [parts.until]),
    ...['', message.text, '', `${parts.open}: ${href}`, parts.nothing, '', parts.why],
  ].join('\n');
  const id = createHash('sha256').update(`${message.id} ${person.id}`).digest('hex').slice(0, 40);
  return {
    ...{ id, to: { name: person.displayName, address }, language: known },
    ...{ subject: words.subject(title), text, html: page(parts, { link: href, language: known }) },
  };
}
