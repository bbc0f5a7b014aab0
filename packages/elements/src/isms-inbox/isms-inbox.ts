import type { Assignment, Client, IsmsError, OutboxChangeEvent } from '@heed/sdk';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { fullDay, relativeDay } from '../asked/due.js';
import { Following } from '../asked/following.js';
import { IsmsElement, defineTag } from '../isms-element.js';
import { bestText, datesIn, inLanguage } from '../language.js';
import { notice, sessionNotice } from '../session-notice/session-notice.js';
import { strings as sessionStrings } from '../session-notice/session-notice.strings.js';
import { inTrouble } from '../session.js';
import { learnTool } from '../tool-words.js';
import { InboxChangedEvent, ItemOpenedEvent } from './isms-inbox.events.js';
import { strings, type Words } from './isms-inbox.strings.js';
import { styles } from './isms-inbox.styles.js';
import type { InboxItem } from './item.js';
import { rowView, type Hrefs } from './row.view.js';
import { findAsked, type Found } from './sources.js';
import { subjectOf } from './waiting.js';

/** What the inbox shows. */
export type InboxState = 'loading' | 'failed' | 'empty' | 'ready';

/** Milliseconds that news are gathered before it is asked again. */
const patience = 250;

/**
 * @summary Everything that is asked of the person, what is due first on top: policies, alerts and tasks in one list, in one
 * line, or as a count.
 *
 * @status experimental
 *
 * @event {ItemOpenedEvent} item-opened - Something was opened; cancel it to keep a link from being followed.
 * @event {InboxChangedEvent} inbox-changed - It is known how much is asked, or that has changed.
 *
 * @csspart list - The list.
 * @csspart row - One thing: a link where there is an address for it, a button without.
 * @csspart title - What it is, in a row.
 * @csspart when - Until when.
 * @csspart more - The part with what does not fit into the list.
 * @csspart line - The one line.
 * @csspart badge - The count.
 * @csspart last - What was done last, when nothing is asked.
 * @csspart notice - The line shown when something stands in the way.
 * @csspart button - The button in that line.
 *
 * @cssproperty [--isms-accent] - The ring around the count.
 * @cssproperty [--isms-line] - The hairlines between the rows.
 * @cssproperty [--isms-muted] - Text beside the titles.
 * @cssproperty [--isms-warning] - The mark beside what was due.
 *
 * @cssState loading - No answer yet.
 * @cssState failed - It could not be loaded.
 * @cssState empty - Nothing is asked.
 * @cssState ready - Something is asked.
 */
export class IsmsInbox extends IsmsElement {
  static override styles = styles;
  static override properties = {
    variant: { reflect: true },
    max: { type: Number },
    href: {},
    policyHref: { attribute: 'policy-href' },
    alertHref: { attribute: 'alert-href' },
    taskHref: { attribute: 'task-href' },
  };

  /** Defines the element, as `isms-inbox` or under another tag name. */
  static define(tag = 'isms-inbox'): void {
    defineTag(tag, this);
  }

  /** `list`, which is the default; `line`: how much there is to do, and until when; `badge`: how much, within a menu. */
  variant?: 'list' | 'line' | 'badge';
  /** How many things the list shows before the rest is folded away; 7 without it. */
  max?: number;
  /** Where all of it is, for the line to lead to. */
  href?: string;
  /** Where a policy opens, for example `/policies/{policy}`; without it, its row is a button. */
  policyHref?: string;
  /** Where an alert opens, for example `/messages/{channel}?message={message}`; without it, its row is a button. */
  alertHref?: string;
  /** Where a task opens, for example `/tasks/{task}`; without it, its row is a button. */
  taskHref?: string;

  #client: Client | undefined;
  #found: Found | undefined;
  #asking: AbortController | undefined;
  #words: Words = strings.en;
  #told = '';
  #heard: ReturnType<typeof setTimeout> | undefined;
  /** Ids of things that the person did and that this device has not sent yet. */
  readonly #waiting = new Map<string, string>();
  readonly #following = new Following({
    heard: ({ type, ...event }) => {
      if (type === 'lost' || type === 'resumed') return;
      if ('message' in event && !event.message.action && !event.message.withdrawnAt) return;
      clearTimeout(this.#heard);
      this.#heard = setTimeout(() => this.refresh(), patience);
    },
  });

  /** How much is asked. */
  get count(): number {
    return this.#found?.items.length ?? 0;
  }

  /** What the inbox shows. */
  get state(): InboxState {
    if (!this.#found) return 'loading';
    if (this.#found.items.length) return 'ready';
    return this.#found.error ? 'failed' : 'empty';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#heard);
    this.#following.follow(undefined, false);
  }

  protected override async scheduleUpdate(): Promise<void> {
    this.#words = await learnTool(strings, this.connection.language);
    await super.scheduleUpdate();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.mark(this.state);
    const { session } = this.connection;
    // What was told before the first answer is in it.
    if (!session?.discovery || !this.#found) return;
    const hasMore = session.offers('comms') || session.offers('tasks');
    this.#following.follow(hasMore ? this.#client : undefined, session.offers('live'));
  }

  protected override update(changed: PropertyValues): void {
    const root = this.shadowRoot;
    const { id } = (root?.activeElement as HTMLElement | undefined)?.dataset ?? {};
    super.update(changed);
    if (!id) return;
    // Rows are drawn over: the focus goes with what it was on, or to the list when that is gone.
    const rows = [...root!.querySelectorAll<HTMLElement>('.row')];
    const row = rows.find((one) => one.dataset['id'] === id && one.checkVisibility());
    (row ?? root!.querySelector<HTMLElement>('[tabindex="-1"]'))?.focus({ preventScroll: true });
  }

  protected override load(client: Client | undefined): void {
    this.#asking?.abort();
    if (client !== this.#client) {
      this.#client?.outbox.removeEventListener('change', this.#changed);
      client?.outbox.addEventListener('change', this.#changed);
      this.#found = undefined;
      this.#told = '';
      this.#waiting.clear();
      this.#following.follow(undefined, false);
    }
    this.#client = client;
    if (client) void this.#ask(client, (this.#asking = new AbortController()).signal);
  }

  async #ask(client: Client, signal: AbortSignal): Promise<void> {
    const { session } = this.connection;
    const [found, entries] = await Promise.all([
      findAsked(client, session!, this.#found?.items ?? [], signal),
      // Whoever is not known yet has done nothing.
      client.outbox.entries().catch(() => []),
    ]);
    if (signal.aborted) return;
    if (found.error) session!.doubt(found.error);
    this.#found = found;
    this.#waiting.clear();
    for (const entry of entries) this.#take(entry);
    this.requestUpdate();
    this.#tell(found);
  }

  #tell({ items, error }: Found): void {
    const now = Date.now();
    const overdue = items.filter(({ dueAt }) => dueAt && Date.parse(dueAt) < now).length;
    const told = `${items.length} ${overdue}`;
    if (told === this.#told || (error && !items.length)) return;
    this.#told = told;
    this.dispatchEvent(new InboxChangedEvent(items.length, overdue));
  }

  readonly #changed = ({ entry }: OutboxChangeEvent): void => {
    if (!subjectOf(entry)) return;
    this.#take(entry);
    // Of an acknowledgement the session tells.
    if (entry.state === 'recorded' && entry.kind !== 'acknowledgement') this.refresh();
    this.requestUpdate();
  };

  #take(entry: OutboxChangeEvent['entry']): void {
    const subject = subjectOf(entry);
    if (!subject) return;
    const isWaiting = entry.state === 'queued' || entry.state === 'sending';
    if (isWaiting) this.#waiting.set(entry.key, subject);
    else this.#waiting.delete(entry.key);
  }

  #open(click: MouseEvent, item: InboxItem): void {
    // A link opened in another tab or window leaves this page as it is.
    if (click.ctrlKey || click.metaKey || click.shiftKey) return;
    if (!this.dispatchEvent(new ItemOpenedEvent(item))) click.preventDefault();
  }

  protected override render(): TemplateResult {
    if (this.variant === 'badge') return this.#badge();
    if (this.variant === 'line') return this.#line();
    const items = this.#found?.items ?? [];
    const { max = 7 } = this;
    const isShort = items.length <= max + 1;
    const shown = isShort ? items : items.slice(0, max);
    const rest = items.slice(shown.length);
    const words = this.#words;
    return html`<div class="unseen" role=${this.#role}>${items.length ? this.#summary() : ''}</div>
      <div role="status">${this.#says()}</div>
      ${
        this.#isLoading
          ? html`<div class="bar"></div>
              <div class="bar"></div>`
          : nothing
      }
      ${shown.length ? this.#list(shown, words.asked) : nothing}
      ${
        rest.length
          ? html`<details part="more">
              <summary>${words.more(rest.length)}</summary>
              ${this.#list(rest, words.more(rest.length))}
            </details>`
          : nothing
      }`;
  }

  /** A region of what has changed since it was known first: what a page opens with is not read out over it. */
  get #role(): 'status' | typeof nothing {
    return this.#told ? 'status' : nothing;
  }

  get #isLoading(): boolean {
    const { session, absent } = this.connection;
    return this.state === 'loading' && !absent && !(session && inTrouble(session));
  }

  #badge(): TemplateResult {
    const { count } = this;
    return html`${count ? html`<span class="badge" part="badge" aria-hidden="true">${count > 99 ? '99+' : count}</span>` : nothing}<span
        class="unseen"
        role=${this.#role}
        >${count ? this.#words.todo(count) : ''}</span
      >`;
  }

  #line(): TemplateResult {
    const line = this.count ? html`<bdi>${this.#summary()}</bdi>` : undefined;
    return html`<div role="status">
      ${
        line && this.href
          ? html`<a class="line" part="line" href=${this.href}>${line}</a>`
          : line && html`<p class="line" part="line">${line}</p>`
      }
      ${this.#says()}
    </div>`;
  }

  /** How much there is to do, and until when. */
  #summary(): string {
    const words = this.#words;
    const [first] = this.#found!.items;
    const { count } = this;
    const { dueAt } = first!;
    if (!dueAt) return words.todo(count);
    const isOver = Date.parse(dueAt) < Date.now();
    const [due, was] =
      count === 1 ? [words.due, words.was] : ([words.firstDue, words.firstWas] as const);
    const when = relativeDay(dueAt, this.#dates);
    return `${words.todo(count)}, ${(isOver ? was : due)(when)}`;
  }

  get #dates(): string {
    return datesIn(this.connection.language);
  }

  /** The state in words, where there is nothing else to show it. */
  #says(): TemplateResult | typeof nothing {
    const { session, language, absent } = this.connection;
    const words = this.#words;
    const common = inLanguage(sessionStrings, language);
    const { items, error, last } = this.#found ?? {};
    if (absent) return html`<p class="muted"><bdi>${common.absent}</bdi></p>`;
    if (session && inTrouble(session)) {
      if (!session.attended) return sessionNotice(session, language) ?? nothing;
      return items?.length ? nothing : html`<p class="muted"><bdi>${common.waiting}</bdi></p>`;
    }
    if (this.state === 'loading') return html`<p class="unseen">${words.loading}</p>`;
    if (error) return this.#trouble(error, items!.length > 0);
    return items?.length
      ? nothing
      : html`<p><bdi>${words.empty}</bdi></p>
          ${last && this.variant !== 'line' ? this.#last(last) : nothing}`;
  }

  #trouble(error: IsmsError, isStale: boolean): TemplateResult {
    const common = inLanguage(sessionStrings, this.connection.language);
    const why = error.kind === 'network' ? this.#words.offline : '';
    const what = isStale ? this.#words.stale : common.failed;
    return notice(`${why} ${what}`.trim(), common.again, () => this.refresh());
  }

  #last({ documents, policy, since }: Assignment): TemplateResult {
    const title = bestText(documents, this.connection.language)?.title ?? policy.title;
    const said = this.#words.last(title, fullDay(since, this.#dates));
    return html`<p class="last muted" part="last"><bdi>${said}</bdi></p>`;
  }

  #list(items: readonly InboxItem[], label: string): TemplateResult {
    const hrefs: Hrefs = { policy: this.policyHref, alert: this.alertHref, task: this.taskHref };
    const waiting = new Set(this.#waiting.values());
    const scene = {
      ...{ words: this.#words, language: this.connection.language, dates: this.#dates },
      ...{ hrefs, waiting, open: (click: MouseEvent, item: InboxItem) => this.#open(click, item) },
    };
    return html`<ul part="list" tabindex="-1" aria-label=${label}>
      ${items.map((item) => html`<li>${rowView(item, scene)}</li>`)}
    </ul>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'isms-inbox': IsmsInbox;
  }
}
