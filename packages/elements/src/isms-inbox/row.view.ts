import { html, nothing, type TemplateResult } from 'lit';
import { fullDay, relativeDay } from '../asked/due.js';
import { bestText } from '../language.js';
import { minutesFor } from '../reading-time.js';
import type { Words } from './isms-inbox.strings.js';
import type { InboxItem } from './item.js';

/** Where things open, by kind. */
export type Hrefs = Record<InboxItem['kind'], string | undefined>;

/** What a row draws from. */
export interface Scene {
  readonly words: Words;
  /** BCP 47. */
  readonly language: string;
  /** BCP 47, for dates. */
  readonly dates: string;
  readonly hrefs: Hrefs;
  /** Ids of what was done on this device and not sent yet. */
  readonly waiting: ReadonlySet<string>;
  open(click: MouseEvent, item: InboxItem): void;
}

/** What a row says of a thing. */
interface Said {
  title: string;
  /** BCP 47, of the title. */
  language?: string | undefined;
  about: string[];
  /** Names in an address, with what stands for them. */
  names: Record<string, string>;
}

function saidOf(item: InboxItem, { words, language }: Scene): Said {
  if (item.kind === 'alert') {
    const { id, channel, title, action, language: spoken } = item.message;
    const about = [words.alert, ...(title ? [title] : [])];
    return {
      ...{ title: action?.text ?? title ?? '', language: spoken, about },
      names: { message: id, channel },
    };
  }
  if (item.kind === 'task') {
    const { id, title, author, language: spoken } = item.task;
    const about = [words.task(author.displayName)];
    return { title, language: spoken, about, names: { task: id } };
  }
  const { documents, policy, asks } = item.assignment;
  const shown = bestText(documents, language);
  const minutes = Math.max(1, minutesFor(shown?.words ?? 0));
  const what =
    asks === 'agree' ? words.agree : asks === 'display' ? words.display : words.acknowledge;
  return {
    ...{ title: shown?.title ?? policy.title, language: shown?.language },
    ...{ about: [what, words.minutes(minutes)], names: { policy: policy.id } },
  };
}

/** One thing that is asked, with the way to where it is done. */
export function rowView(item: InboxItem, scene: Scene): TemplateResult {
  const said = saidOf(item, scene);
  const address = scene.hrefs[item.kind]?.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(said.names[name] ?? ''),
  );
  const isOver = item.dueAt && Date.parse(item.dueAt) < Date.now();
  const state = `${item.kind} ${isOver ? 'overdue' : ''}`;
  const open = (click: MouseEvent): void => scene.open(click, item);
  const inside = insideView(item, said, scene);
  return address
    ? html`<a
        class="button row ${state}"
        part="row"
        data-id=${item.id}
        href=${address}
        @click=${open}
        >${inside}</a
      >`
    : html`<button class="row ${state}" part="row" type="button" data-id=${item.id} @click=${open}>
        ${inside}
      </button>`;
}

function insideView(
  { id, kind, dueAt }: InboxItem,
  { title, language, about }: Said,
  { words, dates, waiting }: Scene,
): TemplateResult {
  const all = waiting.has(id) ? [...about, words.waits] : about;
  return html`<span class="what">
      <span class="title" part="title" lang=${language ?? nothing}><bdi>${title}</bdi></span>
      <span class="muted"><bdi>${all.join(' · ')}</bdi></span>
    </span>
    ${dueAt ? html`<span class="when muted" part="when"><bdi>${whenView(dueAt, kind)}</bdi></span>` : nothing}`;

  function whenView(at: string, of: InboxItem['kind']): TemplateResult {
    const say = Date.parse(at) < Date.now() ? words.was : words.due;
    return html`<time datetime=${at} title=${fullDay(at, dates)}>
      ${say(relativeDay(at, dates) + (of === 'alert' ? hourOf(at, dates) : ''))}
    </time>`;
  }
}

/** What is to be done at once has an hour, where that is near. */
function hourOf(at: string, dates: string): string {
  if (Math.abs(Date.parse(at) - Date.now()) > 36 * 3_600_000) return '';
  const hour = new Intl.DateTimeFormat(dates, { timeStyle: 'short' }).format(new Date(at));
  return `, ${hour}`;
}
