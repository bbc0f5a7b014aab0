import { createHash } from 'node:crypto';
import type { Person } from '@heed/contract';
import type { ElementContent } from 'hast';
import { oneLine } from '../import/line.js';
import type { Mail } from '../notices/mailer.js';
import { htmlPage, languageOf, link, linkTo, paragraph, type MailStyle } from '../notices/page.js';
import type { News, Said } from './news.js';
import type { Digest } from './records.js';
import { spoken } from './words/spoken.js';
import type { DigestWords } from './words/words.js';

/** Where the links of a digest lead. */
export interface DigestStyle extends MailStyle {
  /** Address of the portal's page of a policy, with `{policy}` in it. */
  policyLink: string;
  /** The address that ends the digest of a person by a POST; absent where the organisation does not allow it. */
  stopLink?: ((person: Person) => string) | undefined;
}

interface Item {
  title: string;
  note: string;
  link: string;
}

interface Section {
  title: string;
  items: readonly Item[];
}

/** Items of a section that a mail names; the rest is counted. */
const mostNamed = 20;
const mostTitle = 120;

function titleOf({ title, text }: Said): string {
  const line = oneLine(title ?? text);
  return line.length > mostTitle ? `${line.slice(0, mostTitle - 1).trimEnd()}…` : line;
}

function sectionsOf(news: News, words: DigestWords, person: Person, style: DigestStyle): Section[] {
  const day = (time: string) =>
    new Intl.DateTimeFormat(person.preferredLanguage ?? 'en', {
      ...{ dateStyle: 'long', timeZone: style.timeZone },
    }).format(new Date(time));
  const asked = news.asked.map(({ assignment: { policy, dueAt }, reason }) => {
    const due = dueAt === undefined ? [] : [words.until(day(dueAt))];
    const note = reason === 'new' ? [words.isNew, ...due] : due;
    return {
      title: oneLine(policy.title),
      note: reason === 'overdue' && dueAt ? words.overdue(day(dueAt)) : note.join(' · '),
      link: style.policyLink.replaceAll('{policy}', encodeURIComponent(policy.id)),
    };
  });
  const from = (one: Said) =>
    one.thread === null ? words.from(one.authorName) : words.reply(one.authorName);
  const itemOf = (one: Said, note: string) => ({
    ...{ title: titleOf(one), note },
    link: linkTo(style, { channel: one.channel, id: one.thread ?? one.id }),
  });
  const named = news.channels.flatMap(({ title, said }) =>
    said.filter((one) => one.named).map((one) => itemOf(one, `${from(one)} · ${oneLine(title)}`)),
  );
  const channels = news.channels.map(({ title, said }) => ({
    title: oneLine(title),
    items: said.filter((one) => !one.named).map((one) => itemOf(one, from(one))),
  }));
  return [
    { title: words.asked, items: [...asked, ...taskItems(news, words, style, day)] },
    ...[{ title: words.named, items: named }, ...channels],
  ].filter(({ items }) => items.length > 0);
}

/** Tasks, where there is a page to do them on. */
function taskItems(
  { tasks }: News,
  words: DigestWords,
  { taskLink }: DigestStyle,
  day: (time: string) => string,
): Item[] {
  if (taskLink === undefined) return [];
  return tasks.map(({ task: { id, title, authorName, dueAt }, reason }) => {
    const isOver = reason === 'overdue' && dueAt !== null;
    const due =
      dueAt === null ? [] : [isOver ? words.overdue(day(dueAt)) : words.until(day(dueAt))];
    return {
      title: oneLine(title),
      note: [...(isOver ? [] : [words.isNew]), words.from(authorName), ...due].join(' · '),
      link: taskLink.replaceAll('{task}', encodeURIComponent(id)),
    };
  });
}

const rest = ({ items }: Section, { more }: DigestWords) =>
  items.length > mostNamed ? [more(items.length - mostNamed)] : [];

function textOf(sections: readonly Section[], words: DigestWords): string[] {
  return sections.flatMap((section) => [
    ...[section.title, ''],
    ...section.items
      .slice(0, mostNamed)
      .flatMap(({ title, note, link: to }) => [`* ${title}`, `  ${note}`, `  ${to}`]),
    ...[...rest(section, words), ''],
  ]);
}

function htmlOf(sections: readonly Section[], words: DigestWords): ElementContent[] {
  return sections.flatMap((section) => [
    paragraph('h2', 'margin:24px 0 8px;font-size:18px', section.title),
    ...section.items
      .slice(0, mostNamed)
      .flatMap(({ title, note, link: to }) => [
        paragraph('p', 'margin:8px 0 0', link(to, title)),
        paragraph('p', 'margin:0;color:#555;font-size:14px', note),
      ]),
    ...rest(section, words).map((line) => paragraph('p', 'margin:8px 0 0', line)),
  ]);
}

/** The mail that tells a person everything that is new, in their language; undefined when nothing is. */
export function digestMailOf(
  news: News,
  person: Person,
  { slot, cadence }: Pick<Digest, 'slot' | 'cadence'>,
  style: DigestStyle,
): Mail | undefined {
  const [address] = person.emails;
  const language = languageOf(person, spoken);
  const words = spoken[language] as DigestWords;
  const sections = sectionsOf(news, words, person, style);
  const count = sections.reduce((sum, { items }) => sum + items.length, 0);
  if (address === undefined || count === 0) return undefined;
  const subject = words.subject(count);
  const why = words.why[cadence === 'weekly' ? 'weekly' : 'daily'];
  const stop = style.stopLink?.(person);
  const text = [
    ...textOf(sections, words),
    ...[words.nothing, why],
    ...(stop === undefined ? [] : [`${words.stop}: ${stop}`]),
  ].join('\n');
  const quiet = 'margin:16px 0 0;color:#555;font-size:14px';
  const html = htmlPage(
    { language, title: subject },
    paragraph('h1', 'margin:0 0 8px;font-size:22px;line-height:1.3', subject),
    ...htmlOf(sections, words),
    ...[words.nothing, why].map((line) => paragraph('p', quiet, line)),
    ...(stop === undefined ? [] : [paragraph('p', quiet, link(stop, words.stop))]),
  );
  const id = createHash('sha256').update(`digest ${person.id} ${slot}`).digest('hex').slice(0, 40);
  return {
    ...{ id, to: { name: person.displayName, address }, language, subject, text, html },
    ...(stop !== undefined && { unsubscribe: stop }),
  };
}
