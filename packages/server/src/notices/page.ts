import type { Person } from '@heed/contract';
import type { ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { StoredMessage } from '../messages/records.js';

/** Where links lead, and how moments are told. */
export interface MailStyle {
  /** Address of the portal's page, with `{channel}` and `{message}` in it. */
  link: string;
  /** Address of the portal's page with a task, with `{task}` in it; without it nobody is told of tasks. */
  taskLink?: string | undefined;
  /** Address of the portal's page with a report, with `{incident}` in it; without it nobody is warned of deadlines. */
  incidentLink?: string | undefined;
  /** IANA name, such as `Europe/Berlin`. */
  timeZone: string;
}

/** The address of a message on the portal. */
export function linkTo(
  { link: template }: Pick<MailStyle, 'link'>,
  { id, channel }: Pick<StoredMessage, 'id' | 'channel'>,
): string {
  return template
    .replaceAll('{channel}', encodeURIComponent(channel))
    .replaceAll('{message}', encodeURIComponent(id));
}

/** The person's language if it is spoken, else English. */
export function languageOf(person: Person, spoken: Readonly<Record<string, unknown>>): string {
  const language = person.preferredLanguage?.split('-')[0]?.toLowerCase() ?? 'en';
  return spoken[language] ? language : 'en';
}

/** An element of a mail; a text is text and no markup. */
export const paragraph = (
  tagName: string,
  style: string | undefined,
  ...children: (ElementContent | string)[]
): ElementContent => ({
  type: 'element',
  tagName,
  properties: { ...(style !== undefined && { style }) },
  children: children.map((child) =>
    typeof child === 'string' ? { type: 'text', value: child } : child,
  ),
});

/** A link that is only text and an address. */
export const link = (href: string, text: string, style?: string): ElementContent => ({
  ...{ type: 'element', tagName: 'a' },
  properties: { href, ...(style !== undefined && { style }) },
  children: [{ type: 'text', value: text }],
});

/**
 * The HTML of a mail.
 *
 * @param head `plain`: without styles, as a page under a strict policy is.
 */
export function htmlPage(
  { language, title, plain = false }: { language: string; title: string; plain?: boolean },
  ...content: ElementContent[]
): string {
  const styled = (style: string) => (plain ? undefined : style);
  const body = paragraph(
    'body',
    styled(
      'margin:0;padding:24px;font:16px/1.5 system-ui,sans-serif;color:#1a1a1a;background:#ffffff',
    ),
    paragraph('div', styled('max-width:600px;margin:0 auto'), ...content),
  );
  const head = paragraph('head', undefined, paragraph('title', undefined, title));
  const html = paragraph('html', undefined, head, body);
  if (html.type === 'element') html.properties['lang'] = language;
  const root: Root = { type: 'root', children: [{ type: 'doctype' }, html] };
  return toHtml(root);
}
