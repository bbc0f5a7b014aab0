import type { Client, Task } from '@heed/sdk';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { connected } from '../asked/connected.js';
import { Following } from '../asked/following.js';
import { IsmsElement, defineTag } from '../isms-element.js';
import { datesIn } from '../language.js';
import { inTrouble } from '../session.js';
import { learnTool } from '../tool-words.js';
import { Acts, isAboutOwn, type WaitingStep } from './acts.js';
import { Ended } from './ended.js';
import { keepFocus } from './focus.js';
import { listed } from './listed.js';
import { Opened } from './opened.js';
import { noReply, type Reply } from './reply.js';
import { rowView } from './row.view.js';
import { drawRows } from './rows.js';
import { saysView } from './says.view.js';
import { saidView, type Said } from './said.view.js';
import type { OwnScene } from './scene.js';
import { findTasks, type Found } from './sources.js';
import { TaskCommentedEvent, TaskEndedEvent } from './task-list.events.js';
import { strings, type Words } from './task-list.strings.js';
import { styles } from './task-list.styles.js';
import { Texts } from './texts.js';
import { Tools } from './tools.js';
import { Written } from './written.js';

/** What the list of tasks shows. */
export type TaskListState = 'loading' | 'failed' | 'absent' | 'empty' | 'ready';

/** Milliseconds that news are gathered before it is asked again. */
const patience = 250;

/**
 * @summary The tasks that are asked of the person, what is due first on top. A row unfolds to what is asked and what was said,
 * and there the person says that it is done, or why it cannot be done, or comments. Whoever may ask others, and the roles, have
 * below what they ask: a form for it, how it stands, and the way to comment, ask once more, reschedule and close.
 *
 * @status experimental
 *
 * @event {TaskEndedEvent} task-ended - It is recorded how a task ended for the person, and the receipt is here.
 * @event {TaskCommentedEvent} task-commented - It is recorded what the person said about a task.
 * @event {TaskAskedEvent} task-asked - It is recorded that the person asks others something.
 * @event {TaskChangedEvent} task-changed - It is recorded that the person reopened, rescheduled or closed a task, and the receipt is here.
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
 * @csspart asking - What the person asks of others, for whoever may ask.
 * @csspart progress - How a task stands with everybody, in its row.
 * @csspart panel - A dialog: how it stands with everybody, or whether closing is meant.
 * @csspart people - People who are suggested while one is named.
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
  #ended: Ended | undefined;
  #asking: AbortController | undefined;
  #words: Words = strings.en;
  #said: Said | undefined;
  /** Of what was ever listed, by id: that something is done may be known before it is told that this was recorded. */
  readonly #titles = new Map<string, string>();
  #acts: Acts | undefined;
  #heard: ReturnType<typeof setTimeout> | undefined;
  /** The task that a link leads to, until it is on the screen. */
  #goal: string | undefined;
  readonly #changed = (): void => this.requestUpdate();
  readonly #opened = new Opened(this.#changed);
  #written = this.#nothingWritten();
  readonly #texts = this.#newTexts();
  readonly #tools = new Tools(this);
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
    const words = await learnTool(strings, this.connection.language);
    if (words !== this.#words) {
      this.#tools.forget();
      // In the language of now.
      if (this.#found) this.refresh();
    }
    this.#words = words;
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
      const { rows, past } = this.#listed;
      for (const { id, title } of rows) this.#titles.set(id, title);
      drawRows(root.querySelector('.open'), rows, draw);
      drawRows(root.querySelector('.past'), past, draw);
      this.#tools.asking?.draw(root);
      const { managed } = this.#mine;
      if (managed) this.#tools.asking?.show(managed.id);
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
      this.#acts = client && session && new Acts(client, session, this.#outcome, isAboutOwn);
      this.#written = this.#nothingWritten();
      this.#opened.close();
      this.#tools.forget();
      this.#found = undefined;
      this.#ended = client && this.#noneEnded(client);
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
    this.#ended?.refresh();
    this.requestUpdate();
    if (!session.offers('tasks') || found.error) return;
    const { language } = this.connection;
    const texts = (): Texts => this.#newTexts();
    void this.#tools.refresh({ client, session, words: this.#words, language, texts });
  }

  #noneEnded(client: Client): Ended {
    const ended = new Ended(client, 'me', (error) => {
      if (ended !== this.#ended) return;
      if (error && this.#found) this.#found = { ...this.#found, error };
      this.requestUpdate();
    });
    return ended;
  }

  #nothingWritten(): Written<Reply> {
    return new Written(noReply, () => this.connection.session?.me?.id, 'task', this.#changed);
  }

  #newTexts(): Texts {
    const template = (): string | undefined => this.hrefTemplate;
    return new Texts(template, () => this.#words.table, this.#changed);
  }

  /** Learns what there is to know about the task that is open. */
  #open(): void {
    if (!this.task) return this.#opened.close();
    if (!this.#found || this.#found.isAbsent || !this.#client) return;
    const known = [...this.#rows, ...(this.#ended?.tasks ?? [])].find(({ id }) => id === this.task);
    void this.#opened.open(this.#client, this.task, known);
  }

  readonly #outcome = {
    recorded: ({ body, step }: WaitingStep): void => {
      if (!step) return;
      const { task } = body;
      const title = this.#titles.get(task) ?? '';
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

  get #listed(): ReturnType<typeof listed> {
    const { linked } = this.#mine;
    const waiting = this.#acts?.tasks;
    return listed({ found: this.#found, ended: this.#ended?.tasks, linked, waiting });
  }

  /** The one that a link leads to, where it is in no list: asked of the person, or theirs to look after. */
  get #mine(): { linked: Task | undefined; managed: Task | undefined } {
    const { linked } = this.#opened;
    return linked?.mine ? { linked, managed: undefined } : { linked: undefined, managed: linked };
  }

  get #rows(): readonly Task[] {
    return this.#listed.rows;
  }

  protected override render(): TemplateResult {
    const rows = this.#rows;
    const { session, absent } = this.connection;
    const isLoading = this.state === 'loading' && !absent && !(session && inTrouble(session));
    return html`<div role="status" tabindex="-1" class="says">
        ${saidView(this.#said, datesIn(this.connection.language))} ${this.#says(rows)}
      </div>
      ${
        isLoading
          ? html`<div class="bar"></div>
              <div class="bar"></div>`
          : nothing
      }
      ${rows.length ? html`<ul class="open" part="list" aria-label=${this.#words.asked}></ul>` : nothing}
      ${this.#found && !this.#found.isAbsent ? this.#pastView() : nothing}
      ${this.#tools.asking?.view() ?? nothing}`;
  }

  #scene(): OwnScene {
    return {
      ...{ words: this.#words, dates: datesIn(this.connection.language), texts: this.#texts },
      ...{ acts: this.#acts!, written: this.#written, me: this.connection.session?.me?.id },
      ...{ opened: this.task, history: this.#opened.history },
      toggled: ({ id }, isOpen) => {
        this.#opened.task = isOpen ? id : undefined;
        this.task = this.#opened.task;
        this.#said = undefined;
      },
      waiting: (task) => this.#acts!.of(task).filter(({ body }) => body.kind === 'comment'),
      edit: ({ body }) => {
        this.#written.write(body.task, { comment: body.text ?? '' });
        this.#focus('comment');
      },
      again: () => this.#open(),
      focus: (what) => this.#focus(what),
    };
  }

  #focus(what: string): void {
    void this.updateComplete.then(() => this.shadowRoot!.getElementById(what)?.focus());
  }

  #pastView(): TemplateResult {
    const { past } = this.#listed;
    const isLinked = past.some((one) => one === this.#opened.linked);
    return this.#ended!.view(this.#words, past.length, 'past', isLinked);
  }

  #says(rows: readonly Task[]): TemplateResult | typeof nothing {
    const { state } = this;
    const isGone = this.#opened.isGone && !!this.task;
    const standing = { state, found: this.#found, hasRows: rows.length > 0, isGone };
    return saysView({ ...standing, again: () => this.refresh() }, this.connection, this.#words);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'task-list': TaskList;
  }
}
