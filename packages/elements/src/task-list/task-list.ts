import type { Client, IsmsError, Task } from '@heed/sdk';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { connected } from '../asked/connected.js';
import { Following } from '../asked/following.js';
import { IsmsElement, defineTag } from '../isms-element.js';
import { datesIn, inLanguage } from '../language.js';
import { notice, sessionNotice } from '../session-notice/session-notice.js';
import { strings as sessionStrings } from '../session-notice/session-notice.strings.js';
import { inTrouble } from '../session.js';
import { learnTool } from '../tool-words.js';
import { Acts, type WaitingStep } from './acts.js';
import { keepFocus } from './focus.js';
import { Opened } from './opened.js';
import { rowView } from './row.view.js';
import { drawRows } from './rows.js';
import { momentOf, type Scene } from './scene.js';
import { findTasks, type Found } from './sources.js';
import { TaskCommentedEvent, TaskEndedEvent } from './task-list.events.js';
import { strings, type Words } from './task-list.strings.js';
import { styles } from './task-list.styles.js';
import { Texts } from './texts.js';
import { Written } from './written.js';

/** What the list of tasks shows. */
export type TaskListState = 'loading' | 'failed' | 'absent' | 'empty' | 'ready';

/** Milliseconds that news are gathered before it is asked again. */
const patience = 250;
/** Ended tasks that are shown. */
const few = 20;

/**
 * @summary The tasks that are asked of the person, what is due first on top. A row unfolds to what is asked and what was said,
 * and there the person says that it is done, or why it cannot be done, or comments.
 *
 * @status experimental
 *
 * @event {TaskEndedEvent} task-ended - It is recorded how a task ended for the person, and the receipt is here.
 * @event {TaskCommentedEvent} task-commented - It is recorded what the person said about a task.
 *
 * @csspart list - The list of open tasks.
 * @csspart task - One task: its row, and what unfolds below.
 * @csspart row - The row of a task.
 * @csspart title - What it is, in a row.
 * @csspart when - Until when, in a row.
 * @csspart inside - What unfolds below a row.
 * @csspart text - More about the task, as it was written.
 * @csspart steps - What happened with it.
 * @csspart step - One thing that happened.
 * @csspart form - The form of a comment or a reason.
 * @csspart field - The field in it.
 * @csspart primary - The button that says that it is done.
 * @csspart button - Every other button.
 * @csspart status - What becomes of what the person did.
 * @csspart said - What was recorded last.
 * @csspart ended - The part with what is done and what has ended.
 * @csspart notice - The line shown when something stands in the way.
 *
 * @cssproperty [--isms-accent] - The button that says that it is done.
 * @cssproperty [--isms-on-accent] - Text on that button.
 * @cssproperty [--isms-line] - The hairlines between the rows.
 * @cssproperty [--isms-edge] - The borders of fields and buttons.
 * @cssproperty [--isms-muted] - Text beside the titles.
 * @cssproperty [--isms-positive] - The mark beside what is recorded.
 * @cssproperty [--isms-warning] - The mark beside what was due, and beside what was not recorded.
 *
 * @cssState loading - No answer yet.
 * @cssState failed - It could not be loaded.
 * @cssState absent - The backend has no tasks.
 * @cssState empty - Nothing is asked.
 * @cssState ready - Something is asked.
 */
export class TaskList extends IsmsElement {
  static override styles = styles;
  static override properties = {
    task: { reflect: true },
    hrefTemplate: { attribute: 'href-template' },
  };

  /** Defines the element, as `task-list` or under another tag name. */
  static define(tag = 'task-list'): void {
    defineTag(tag, this);
  }

  /** Id of the task that is open; a page sets it from its address, and reads there what the person opened. */
  task?: string | undefined;
  /** Where a policy opens that a text leads to, for example `/policies/{policy}#{section}`; without it, that is no link. */
  hrefTemplate?: string;

  #client: Client | undefined;
  #found: Found | undefined;
  #ended: readonly Task[] | undefined;
  #showsEnded = false;
  #asking: AbortController | undefined;
  #words: Words = strings.en;
  /** What was recorded last, and when (RFC 3339 UTC). */
  #said: { what: string; at: string } | undefined;
  #acts: Acts | undefined;
  #heard: ReturnType<typeof setTimeout> | undefined;
  /** The task that a link leads to, until it is on the screen. */
  #goal: string | undefined;
  readonly #changed = (): void => this.requestUpdate();
  readonly #opened = new Opened(this.#changed);
  #written = new Written(this.#changed);
  readonly #texts = new Texts(
    (policy, section) =>
      this.hrefTemplate
        ?.replace('{policy}', encodeURIComponent(policy))
        .replace('{section}', encodeURIComponent(section))
        .replace(/#$/, ''),
    () => this.#words.table,
    this.#changed,
  );
  readonly #following = new Following({
    heard: ({ type }) => {
      if (type !== 'task' && type !== 'tasks' && type !== 'reset') return;
      clearTimeout(this.#heard);
      this.#heard = setTimeout(() => this.refresh(), patience);
    },
  });

  /** What the list shows. */
  get state(): TaskListState {
    if (!this.#found) return 'loading';
    if (this.#found.isAbsent) return 'absent';
    if (this.#rows.length) return 'ready';
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
    if (changed.has('task')) {
      this.#goal = this.task === this.#opened.task ? undefined : this.task;
      this.#open();
    }
    const { session } = this.connection;
    // What was told before the first answer is in it.
    if (!session?.discovery || !this.#found) return;
    this.#following.follow(
      session.offers('tasks') ? this.#client : undefined,
      session.offers('live'),
    );
  }

  protected override update(changed: PropertyValues): void {
    keepFocus(this.shadowRoot, () => {
      super.update(changed);
      const root = this.shadowRoot!;
      const scene = this.#scene();
      const draw = (task: Task): TemplateResult => rowView(task, scene);
      drawRows(root.querySelector('.open'), this.#rows, draw);
      drawRows(root.querySelector('.past'), this.#past, draw);
    });
  }

  protected override updated(): void {
    const rows = [...this.shadowRoot!.querySelectorAll<HTMLElement>('.task')];
    const row = this.#goal && rows.find(({ dataset }) => dataset['id'] === this.#goal);
    if (!row) return;
    this.#goal = undefined;
    row.scrollIntoView({ block: 'nearest' });
  }

  protected override load(client: Client | undefined): void {
    this.#asking?.abort();
    const { session } = this.connection;
    if (client !== this.#client) {
      this.#acts?.close();
      this.#acts = client && session && new Acts(client, session, this.#outcome);
      this.#written = new Written(this.#changed);
      this.#opened.close();
      this.#found = undefined;
      this.#ended = undefined;
      this.#said = undefined;
      this.#following.follow(undefined, false);
    }
    this.#client = client;
    if (client) void this.#ask(client, (this.#asking = new AbortController()).signal);
  }

  async #ask(client: Client, signal: AbortSignal): Promise<void> {
    const session = this.connection.session!;
    await Promise.all([connected(session), this.#acts!.known]);
    if (signal.aborted) return;
    const found = session.offers('tasks')
      ? await findTasks(client, this.#acts!.tasks, this.#found, signal)
      : { open: [], kept: [], isAbsent: true };
    if (signal.aborted) return;
    if (found.error) session.doubt(found.error);
    this.#found = found;
    this.#open();
    if (this.#showsEnded) void this.#askEnded();
    this.requestUpdate();
  }

  async #askEnded(): Promise<void> {
    const client = this.#client;
    if (!client) return;
    try {
      const { items } = await client.tasks.list.page({ state: 'ended', limit: few });
      if (client === this.#client) this.#ended = items;
    } catch (error) {
      if (client === this.#client && this.#found)
        this.#found = { ...this.#found, error: error as IsmsError };
    }
    this.requestUpdate();
  }

  /** Learns what there is to know about the task that is open. */
  #open(): void {
    if (!this.task) return this.#opened.close();
    if (!this.#found || this.#found.isAbsent || !this.#client) return;
    const known = [...this.#rows, ...(this.#ended ?? [])].find(({ id }) => id === this.task);
    void this.#opened.open(this.#client, this.task, known);
  }

  readonly #outcome = {
    recorded: ({ body, step }: WaitingStep): void => {
      if (!step) return;
      const { task } = body;
      const title = this.#rows.find(({ id }) => id === task)?.title ?? '';
      const words = this.#words;
      const say = { done: words.isDone, declined: words.isDeclined, comment: words.isSaid };
      const what = title && say[body.kind as keyof typeof say]?.(title);
      this.#said = what ? { what, at: step.step.recordedAt } : undefined;
      if (body.kind === 'comment') {
        this.#opened.happened(step.step);
        this.dispatchEvent(new TaskCommentedEvent(task, step.step, step.receipt));
      } else {
        if (this.task === task) this.task = undefined;
        this.dispatchEvent(new TaskEndedEvent(task, step.step, step.receipt));
      }
      this.refresh();
    },
    outdated: (): void => this.refresh(),
    changed: this.#changed,
  };

  /** What is open, and what was done there that is not recorded. */
  get #rows(): readonly Task[] {
    const { open = [], kept = [] } = this.#found ?? {};
    const { linked } = this.#opened;
    const waiting = kept.filter(({ id }) => this.#acts?.tasks.has(id));
    const listed = [...open, ...waiting];
    const isMore = linked && isOpen(linked) && !listed.some(({ id }) => id === linked.id);
    return isMore ? [...listed, linked] : listed;
  }

  /** What has ended, as far as it was asked for, and the one that a link leads to. */
  get #past(): readonly Task[] {
    const rows = this.#rows;
    const { linked } = this.#opened;
    const past = (this.#ended ?? []).filter(({ id }) => !rows.some((one) => one.id === id));
    const isMore = linked && ![...rows, ...past].some(({ id }) => id === linked.id);
    return isMore ? [linked, ...past] : past;
  }

  protected override render(): TemplateResult {
    const rows = this.#rows;
    const { session, absent } = this.connection;
    const isLoading = this.state === 'loading' && !absent && !(session && inTrouble(session));
    return html`<div role="status" tabindex="-1" class="says">
        ${this.#said ? this.#saidView(this.#said) : nothing} ${this.#says(rows)}
      </div>
      ${
        isLoading
          ? html`<div class="bar"></div>
              <div class="bar"></div>`
          : nothing
      }
      ${rows.length ? html`<ul class="open" part="list" aria-label=${this.#words.asked}></ul>` : nothing}
      ${this.#found && !this.#found.isAbsent ? this.#pastView() : nothing}`;
  }

  #saidView({ what, at }: { what: string; at: string }): TemplateResult {
    const time = momentOf(at, datesIn(this.connection.language));
    return html`<p class="recorded" part="said">
      <bdi>${what}</bdi> <time class="muted" datetime=${at}>${time}</time>
    </p>`;
  }

  #scene(): Scene {
    return {
      ...{ words: this.#words, dates: datesIn(this.connection.language), texts: this.#texts },
      ...{ acts: this.#acts!, written: this.#written },
      ...{ opened: this.task, history: this.#opened.history },
      toggled: ({ id }, isOpen) => {
        this.#opened.task = isOpen ? id : undefined;
        this.task = this.#opened.task;
        this.#said = undefined;
      },
      again: () => this.#open(),
      focus: (what) => {
        void this.updateComplete.then(() => this.shadowRoot!.getElementById(what)?.focus());
      },
    };
  }

  #pastView(): TemplateResult {
    const words = this.#words;
    const { linked } = this.#opened;
    const past = this.#past;
    const isLinked = past.some((one) => one === linked);
    const toggle = ({ target }: Event): void => {
      const { open } = target as HTMLDetailsElement;
      if (open === this.#showsEnded) return;
      this.#showsEnded = open;
      if (open) void this.#askEnded();
    };
    return html`<details
      class="ended"
      part="ended"
      ?open=${this.#showsEnded || isLinked}
      @toggle=${toggle}
    >
      <summary>${words.ended}</summary>
      ${
        past.length
          ? html`<ul class="past" aria-label=${words.ended}></ul>`
          : html`<p class="muted"><bdi>${this.#ended ? words.noneEnded : words.loading}</bdi></p>`
      }
    </details>`;
  }

  /** The state in words, where there is nothing else to show it. */
  #says(rows: readonly Task[]): TemplateResult | typeof nothing {
    const { session, language, absent } = this.connection;
    const words = this.#words;
    const common = inLanguage(sessionStrings, language);
    const { error } = this.#found ?? {};
    if (absent || this.state === 'absent')
      return html`<p class="muted"><bdi>${common.absent}</bdi></p>`;
    if (session && inTrouble(session)) {
      if (!session.attended) return sessionNotice(session, language) ?? nothing;
      return rows.length ? nothing : html`<p class="muted"><bdi>${common.waiting}</bdi></p>`;
    }
    if (this.state === 'loading') return html`<p class="unseen">${words.loading}</p>`;
    if (error) {
      const why = error.kind === 'network' ? words.offline : '';
      const what = rows.length ? words.stale : common.failed;
      return notice(`${why} ${what}`.trim(), common.again, () => this.refresh());
    }
    if (this.#opened.isGone && this.task)
      return html`<p class="muted"><bdi>${words.gone}</bdi></p>`;
    return rows.length ? nothing : html`<p><bdi>${words.empty}</bdi></p>`;
  }
}

const isOpen = ({ state, mine }: Task): boolean => state === 'open' && mine?.state === 'open';

declare global {
  interface HTMLElementTagNameMap {
    'task-list': TaskList;
  }
}
