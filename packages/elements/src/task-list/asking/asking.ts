import type { Part, Step, Task } from '@heed/sdk';
import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { confirm } from '../../dialog/confirm.js';
import { adopt } from '../../dialog/dialog.js';
import { datesIn } from '../../language.js';
import { notice } from '../../session-notice/session-notice.js';
import { learnTool } from '../../tool-words.js';
import { languageTag } from '../../writing/language-tag.js';
import { Acts, isAboutOwn, type WaitingStep } from '../acts.js';
import { Ended } from '../ended.js';
import { Opened } from '../opened.js';
import { drawRows } from '../rows.js';
import { saidView, type Said } from '../said.view.js';
import { TaskCommentedEvent } from '../task-list.events.js';
import type { Texts } from '../texts.js';
import type { Around } from '../tools.js';
import { waitingView } from '../waiting.view.js';
import { Written } from '../written.js';
import { Managed } from './managed.js';
import { TaskAskedEvent, TaskChangedEvent } from './asking.events.js';
import { strings, type Words } from './asking.strings.js';
import { styles } from './asking.styles.js';
import { Asks, type WaitingTask } from './asks.js';
import { Form } from './form.js';
import { managedView, type AskedScene } from './managed.view.js';
import { noRemark, type Remark } from './remark.js';

/** What the person asks of others; for the roles everything that is asked. */
export class Asking {
  /** The task that a link led to. */
  #linked: string | undefined;
  #said: Said | undefined;
  readonly #of: 'by-me' | 'all';
  readonly #managed: Managed;
  readonly #acts: Acts;
  readonly #asks: Asks;
  readonly #ended: Ended;
  readonly #form: Form;
  readonly #written: Written<Remark>;
  readonly #opened: Opened;
  readonly #texts: Texts;

  constructor(
    private readonly host: LitElement,
    private readonly around: Around,
    private readonly own: Words,
  ) {
    const { client, session } = around;
    const changed = (): void => host.requestUpdate();
    this.#of = session.me?.roles.length ? 'all' : 'by-me';
    this.#managed = new Managed(client, session, this.#of, changed);
    this.#opened = new Opened(changed);
    this.#texts = around.texts();
    this.#written = new Written(noRemark, () => session.me?.id, 'asked', changed);
    const outcome = { recorded: this.#recorded, outdated: () => this.refresh(), changed };
    this.#acts = new Acts(client, session, outcome, (entry) => !isAboutOwn(entry));
    this.#asks = new Asks(client, session, { asked: this.#asked, changed });
    this.#ended = new Ended(client, this.#of, (error) => {
      if (error) this.#managed.error = error;
      changed();
    });
    this.#form = new Form({
      ...{ client, language: languageTag(around.language), changed },
      person: session.me?.id ?? '',
      groups: () => this.#managed.groups,
      words: { ...around.words, ...own },
      take: (draft) => this.#asks.take(draft),
      focus: (what) => this.#focus(what),
    });
  }

  /** Listens no longer. */
  close(): void {
    this.#acts.close();
    this.#asks.close();
  }

  /** Asks again for what is shown. */
  refresh(): void {
    void this.#managed.ask();
    this.#ended.refresh();
    this.#learn();
  }

  /** Opens a task that a link leads to, once. */
  show(task: string): void {
    if (this.#linked === task) return;
    this.#opened.task = this.#linked = task;
    this.#learn();
    this.host.requestUpdate();
  }

  /** Draws the rows, after everything else was drawn. */
  draw(root: ShadowRoot): void {
    const scene = this.#scene();
    const draw = (task: Task): TemplateResult => managedView(task, scene);
    drawRows(root.querySelector('.managed'), this.#rows, draw);
    drawRows(root.querySelector('.closed'), this.#past, draw);
  }

  view(): TemplateResult {
    const { own, around } = this;
    const { words } = around;
    const rows = this.#rows;
    const waiting = this.#asks.waiting;
    const past = this.#past;
    const isLinked = past.some((one) => one === this.#opened.linked);
    return html`<section class="asking" part="asking" aria-labelledby="asking-heading">
      <div class="head">
        <h2 id="asking-heading">${this.#of === 'all' ? own.byAll : own.byMe}</h2>
        ${
          !this.#managed.groups.length
            ? nothing
            : html`<button
                id="asking-ask"
                part="button"
                type="button"
                aria-expanded=${String(this.#form.isOpen)}
                @click=${() => this.#form.toggle()}
              >
                <bdi>${own.ask}</bdi>
              </button>`
        }
      </div>
      ${this.#managed.groups.length ? this.#form.view() : nothing}
      <div role="status">${saidView(this.#said, datesIn(around.language))}</div>
      ${
        this.#managed.error
          ? notice(rows.length ? words.stale : own.failed, words.again, () => this.refresh())
          : nothing
      }
      ${
        waiting.length
          ? html`<ul class="asks">
              ${waiting.map((entry) => this.#askView(entry))}
            </ul>`
          : nothing
      }
      ${
        rows.length
          ? html`<ul class="managed" aria-labelledby="asking-heading"></ul>`
          : this.#managed.open && !waiting.length
            ? html`<p class="muted"><bdi>${own.none}</bdi></p>`
            : nothing
      }
      ${this.#ended.view({ ...words, ended: own.ended }, past.length, 'closed', isLinked)}
    </section>`;
  }

  get #rows(): readonly Task[] {
    return this.#managed.open ?? [];
  }

  get #past(): readonly Task[] {
    const { linked } = this.#opened;
    const ended = this.#ended.tasks ?? [];
    const isListed = (id: string): boolean => this.#rows.some((one) => one.id === id);
    const past = ended.filter(({ id }) => !isListed(id));
    const isMore = linked && !isListed(linked.id) && !past.some(({ id }) => id === linked.id);
    return isMore ? [linked, ...past] : past;
  }

  /** What happened with the task that is open. */
  #learn(): void {
    const { task } = this.#opened;
    const known = [...this.#rows, ...this.#past].find(({ id }) => id === task);
    if (task) void this.#opened.open(this.around.client, task, known);
  }

  readonly #asked = ({ key, body }: WaitingTask): void => {
    this.#said = { what: this.own.isAsked(body.title), at: new Date().toISOString() };
    this.host.dispatchEvent(new TaskAskedEvent(key));
    this.refresh();
  };

  readonly #recorded = ({ body, step }: WaitingStep): void => {
    if (!step) return;
    this.#tell(body.kind, step.step);
    this.#opened.happened(step.step);
    this.host.dispatchEvent(
      body.kind === 'comment'
        ? new TaskCommentedEvent(body.task, step.step, step.receipt)
        : new TaskChangedEvent(body.task, step.step, step.receipt),
    );
    this.refresh();
  };

  #tell(kind: WaitingStep['body']['kind'], { task, recordedAt }: Step): void {
    const { own, around } = this;
    const title = this.#managed.titles.get(task);
    const say: Partial<Record<typeof kind, (title: string) => string>> = {
      ...{ comment: around.words.isSaid, reopened: own.isAgain },
      ...{ rescheduled: own.isMoved, closed: own.isClosed },
    };
    const what = title && say[kind]?.(title);
    this.#said = what ? { what, at: recordedAt } : undefined;
  }

  #askView(entry: WaitingTask): TemplateResult {
    const { title, text } = entry.body;
    const scene = { words: this.#words, acts: this.#asks };
    return html`<li part="task" class="waiting">
      <p class="title" part="title"><bdi>${title}</bdi></p>
      ${text ? html`<p class="plain" dir="auto">${text}</p>` : nothing}
      ${waitingView(entry, scene, () => this.#form.edit(entry.body))}
    </li>`;
  }

  get #words(): Around['words'] {
    const { denied, notOpen } = this.own;
    return { ...this.around.words, denied, notOpen };
  }

  #scene(): AskedScene {
    const { around, own } = this;
    const { client, session, language } = around;
    const texts = this.#texts;
    const dates = datesIn(language);
    return {
      ...{ words: this.#words, own, dates, texts, me: session.me?.id },
      ...{ acts: this.#acts, written: this.#written, namesAuthors: this.#of === 'all' },
      ...{ opened: this.#opened.task, history: this.#opened.history },
      waiting: (task) => this.#acts.of(task),
      edit: ({ body: { task, kind, text = '', person = '' } }) => {
        const again = kind === 'reopened' ? 'yes' : '';
        const name = person && this.#nameOf(person);
        this.#written.write(task, { text, person, name, again });
        this.#focus('remark');
      },
      toggled: ({ id }, isOpen) => {
        this.#opened.task = isOpen ? id : undefined;
        this.#said = undefined;
        this.#learn();
        this.host.requestUpdate();
      },
      again: () => this.#learn(),
      focus: (what) => this.#focus(what),
      who: (task) => {
        const write = ({ person: { id, displayName } }: Part, isAgain: boolean): void => {
          const again = isAgain ? 'yes' : '';
          this.#written.write(task.id, { person: id, name: displayName, again });
          this.#focus('remark');
        };
        import('./who.js')
          .then(({ openWho }) =>
            openWho(this.#root, task, { client, words: own, language, dates, write }),
          )
          .catch(() => undefined);
      },
      close: (task) => void this.#close(task),
    };
  }

  /** As they are called in what happened; a person whom nothing was said about yet has no name here. */
  #nameOf(person: string): string {
    const { steps = [] } = this.#opened.history ?? {};
    return steps.find((one) => one.person?.id === person)?.person?.displayName ?? this.own.somebody;
  }

  async #close({ id: task, title }: Task): Promise<void> {
    const { own } = this;
    const isMeant = await confirm(
      this.#root,
      own.sure(title),
      own.closing,
      own.doClose,
      own.keepOpen,
    );
    if (isMeant) await this.#acts.take({ task, kind: 'closed' });
  }

  get #root(): ShadowRoot {
    return this.host.renderRoot as ShadowRoot;
  }

  #focus(what: string): void {
    void this.host.updateComplete.then(() =>
      this.#root.querySelector<HTMLElement>(`#asking-${what}`)?.focus(),
    );
  }
}

/** Loads what others are asked with. */
export async function openAsking(host: LitElement, around: Around): Promise<Asking> {
  const words = await learnTool(strings, around.language);
  adopt(host.renderRoot as ShadowRoot, styles);
  const asking = new Asking(host, around, words);
  asking.refresh();
  return asking;
}
