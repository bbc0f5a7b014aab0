import type { Client, IncidentDraft, IncidentRecorded } from '@heed/sdk';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { IsmsElement, defineTag } from '../isms-element.js';
import { datesIn, inLanguage } from '../language.js';
import { sessionNotice } from '../session-notice/session-notice.js';
import { strings as sessionStrings } from '../session-notice/session-notice.strings.js';
import { inTrouble } from '../session.js';
import { learnTool } from '../tool-words.js';
import type { Claiming } from './anonymous/claiming.js';
import { floatingView } from './floating.view.js';
import { IncidentReportedEvent } from './incident-report.events.js';
import { strings, type Words } from './incident-report.strings.js';
import { styles } from './incident-report.styles.js';
import { Keeping } from './keeping.js';
import { questionsView } from './questions.view.js';
import { Reporting, type Told } from './reporting.js';
import type { Scene } from './scene.js';
import { earlierView, sentView, type Acts } from './sent.view.js';
import { Tools, type Fold } from './tools.js';
import { nothingTold, reportOf, tellingOf, type Telling } from './telling.js';

/** Where the report stands; `recorded` only with its receipt in hand. */
export type ReportState = 'absent' | 'draft' | 'sending' | 'queued' | 'rejected' | 'recorded';

/**
 * @summary Anyone reports what they noticed, by name, in confidence or without a name, and follows what becomes of it. The plain questions
 * come first, in words of staff; what is written is kept on the device, encrypted, until it is recorded.
 *
 * @status experimental
 *
 * @slot advice - What to do right now, whatever it is: the organisation's own words.
 * @slot advice-phishing - What to do right now about a strange message.
 * @slot advice-lost-device - What to do right now about something lost or stolen.
 * @slot advice-wrong-recipient - What to do right now about something that went to the wrong person.
 * @slot advice-malware - What to do right now about a device that behaves strangely.
 * @slot advice-access - What to do right now about somebody who has access and should not.
 * @slot advice-weakness - What to do right now about something that is not safe.
 * @slot advice-other - What to do right now about anything else.
 *
 * @event {IncidentReportedEvent} incident-reported - A report is recorded, and its receipt is here. Not fired of a report without a name.
 * @event {IncidentAnsweredEvent} incident-answered - It is recorded what the person answered in a report of theirs.
 *
 * @csspart opener - The button that opens the dialog, with `floating`.
 * @csspart panel - The dialog, with `floating`.
 * @csspart form - The questions.
 * @csspart question - One question with its choices.
 * @csspart choice - One choice.
 * @csspart field - A field to write in.
 * @csspart advice - What to do right now.
 * @csspart more - What is folded below a question.
 * @csspart attachment - A file on its way.
 * @csspart keeping - Whether what is written is kept on this device.
 * @csspart primary - The button that sends the report.
 * @csspart button - Every other button.
 * @csspart status - What went wrong with sending.
 * @csspart state - What becomes of a report that was sent.
 * @csspart mine - The part with the reports of the person.
 * @csspart claim - The part where a report without a name is opened by its code.
 * @csspart code - The code of a report without a name, which is shown once.
 * @csspart reports - The list of them.
 * @csspart report - One of them.
 * @csspart about - How far it is, in its row.
 * @csspart inside - What unfolds below its row.
 * @csspart history - The states that it had.
 * @csspart unlocks - Who had themselves shown who reported in confidence.
 * @csspart resolved - What was done in the end.
 * @csspart answers - What was said about it.
 * @csspart answer - One thing that was said.
 * @csspart waiting - Reports of earlier visits that are not recorded yet.
 * @csspart notice - The line shown when something stands in the way.
 *
 * @cssproperty [--isms-accent] - The button that sends the report, and what is chosen.
 * @cssproperty [--isms-on-accent] - Text on that button.
 * @cssproperty [--isms-raised] - The ground of what is chosen.
 * @cssproperty [--isms-line] - The hairlines.
 * @cssproperty [--isms-edge] - The borders of fields, choices and buttons.
 * @cssproperty [--isms-muted] - Text beside what is asked.
 * @cssproperty [--isms-positive] - The mark beside what is recorded.
 * @cssproperty [--isms-warning] - The mark beside what is not recorded.
 * @cssproperty [--isms-danger] - The border of a field that lacks something.
 *
 * @cssState absent - The backend takes no reports.
 * @cssState draft - The person is telling what they noticed.
 * @cssState sending - A report is on its way.
 * @cssState queued - A report waits to be sent.
 * @cssState rejected - The backend refused a report.
 * @cssState recorded - A report is recorded.
 */
export class IncidentReport extends IsmsElement {
  static override styles = styles;
  static override properties = {
    report: { reflect: true },
    floating: { type: Boolean, reflect: true },
  };
  /** In a form of the page, the value under the element's `name` is the id of the report that was recorded. */
  static readonly formAssociated = true;

  /** Defines the element, as `incident-report` or under another tag name. */
  static define(tag = 'incident-report'): void {
    defineTag(tag, this);
  }

  /** Id of the report of the person that is open below the questions; a page sets it from its address. */
  report?: string | undefined;
  /** Whether it is a button at the edge of the page, which opens the questions in a dialog. */
  floating = false;

  #client: Client | undefined;
  #words: Words = strings.en;
  #telling: Telling = nothingTold;
  #lacksNoticed = false;
  #isShared = false;
  #isBusy = false;
  #note = '';
  #reporting: Reporting | undefined;
  #claiming: Claiming | undefined;
  #person: string | undefined;
  readonly #changed = (): void => this.requestUpdate();
  readonly #keeping = new Keeping(this.#changed);
  readonly #tools = new Tools(this);

  /** Where the report stands. */
  get state(): ReportState {
    const { session, absent } = this.connection;
    if (absent || session?.offers('incidents') === false) return 'absent';
    return this.#reporting?.current?.state ?? 'draft';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#keeping.flush();
  }

  /** The form around it was reset: what is told stays, since it is in no other field. */
  formResetCallback(): void {
    this.internals.setFormValue(null);
  }

  protected override async scheduleUpdate(): Promise<void> {
    this.#words = await learnTool(strings, this.connection.language);
    await super.scheduleUpdate();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.mark(this.state);
    if (changed.has('report') && this.report) this.#tools.open.add('status');
    this.#tools.load(this.connection.language);
    const { me } = this.connection.session ?? {};
    if (me && this.#client && me.id !== this.#person) void this.#begin(me.id);
  }

  protected override load(client: Client | undefined): void {
    if (client === this.#client) return this.#tools.status?.refresh();
    this.#client = client;
    this.#reporting?.close();
    this.#keeping.close();
    this.#person = this.#claiming = undefined;
    this.#telling = nothingTold;
    this.#note = '';
    const { session } = this.connection;
    const outcome = { recorded: this.#recorded, changed: this.#changed };
    this.#tools.use(client, session);
    this.#reporting = client && session && new Reporting(client, session, outcome);
  }

  /** Goes on with what this person has told here before. */
  async #begin(person: string): Promise<void> {
    this.#person = person;
    const told = await this.#keeping.open(`heed-report:${this.#client!.baseUrl}`, person);
    // Who writes already is not disturbed.
    if (told && person === this.#person && !this.#telling.begunAt) this.#telling = told;
    this.requestUpdate();
  }

  #write(more: Partial<Telling>): void {
    const begunAt = this.#telling.begunAt || new Date().toISOString();
    this.#telling = { ...this.#telling, begunAt, ...more };
    this.#note = '';
    if (this.#telling.noticed.trim()) this.#lacksNoticed = false;
    if (more.privacy === 'anonymous') this.#tools.detach();
    if (this.#isPrivate) void this.#keeping.wipe();
    else this.#keeping.keep(this.#telling);
    this.requestUpdate();
  }

  /** Whether nothing may stay on the device: others use it, or nobody is to know who wrote it. */
  get #isPrivate(): boolean {
    return this.#isShared || this.#telling.privacy === 'anonymous';
  }

  #share(isShared: boolean): void {
    this.#isShared = isShared;
    this.#write({});
  }

  async #attach(files: readonly File[]): Promise<void> {
    try {
      (await this.#tools.files(this.connection.language)).add(files);
    } catch {
      this.#note = this.#words.filesFailed;
      this.requestUpdate();
    }
  }

  async #send(): Promise<void> {
    if (this.#isBusy || !this.#reporting) return;
    if (!this.#telling.noticed.trim()) {
      this.#lacksNoticed = true;
      this.requestUpdate();
      return this.#focus('noticed');
    }
    const { attaching } = this.#tools;
    this.#note = attaching?.lacking ?? '';
    if (this.#note) return this.requestUpdate();
    const language = datesIn(this.connection.language);
    const body = reportOf(this.#telling, language, attaching?.ids ?? []);
    this.#isBusy = true;
    this.requestUpdate();
    const isTaken = await this.#take(body, this.#reporting);
    this.#isBusy = false;
    if (isTaken) {
      this.#telling = nothingTold;
      attaching?.done();
      await this.#keeping.wipe();
    } else this.#note = this.#words.missed;
    this.requestUpdate();
  }

  /** Puts it on its way; false when it was not taken. */
  async #take(body: IncidentDraft, reporting: Reporting): Promise<boolean> {
    if (!this.#isPrivate) return reporting.take(body);
    const client = this.#client!;
    const key = crypto.getRandomValues(new Uint32Array(4)).join('-');
    if (this.#telling.privacy === 'anonymous') {
      const claims = await this.#tools.claims(this.connection.language).catch(() => undefined);
      const claiming = (this.#claiming = claims?.claim(key, body));
      if (!claiming || client !== this.#client) return false;
      reporting.hold({ key, body, send: () => claiming.send(), isAnonymous: true });
      return true;
    }
    const session = this.connection.session!;
    const person = session.me?.id;
    const send = async (): Promise<IncidentRecorded> => {
      // Who has signed in meanwhile has not reported this.
      if (session.me?.id !== person) throw new TypeError('Somebody else is signed in by now.');
      return client.incidents.record({ incident: key, ...body });
    };
    reporting.hold({ key, body, send });
    return true;
  }

  readonly #recorded = ({ isAnonymous }: Told, recorded: IncidentRecorded): void => {
    // The page knows who is signed in: it is not told that they have reported something.
    if (isAnonymous) return;
    const { incident, receipt } = recorded;
    this.internals.setFormValue(incident.id);
    this.dispatchEvent(new IncidentReportedEvent(incident, receipt));
  };

  readonly #acts: Acts = {
    retry: (told) => this.#reporting?.retry(told),
    discard: (told) => void this.#reporting?.dismiss(told),
    edit: (told) => {
      const privacy = told.isAnonymous && { privacy: 'anonymous' as const };
      this.#telling = { ...tellingOf(told.body), ...privacy };
      this.#acts.another(told);
    },
    another: (told) => {
      this.#claiming = undefined;
      void this.#reporting?.dismiss(told).then(() => this.#focus('noticed'));
    },
  };

  #focus(id: string): void {
    void this.updateComplete.then(() => this.shadowRoot!.getElementById(id)?.focus());
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.floating) return this.#allView();
    // A button that leads nowhere would be in the way.
    return this.state === 'absent' ? nothing : floatingView(this.#words, this.#allView());
  }

  #allView(): TemplateResult {
    const { language } = this.connection;
    if (this.state === 'absent')
      return html`<p class="muted"><bdi>${inLanguage(sessionStrings, language).absent}</bdi></p>`;
    const { current, waiting = [] } = this.#reporting ?? {};
    const words = this.#words;
    const code =
      current?.isAnonymous && this.#claiming && this.#tools.anonymous
        ? this.#tools.anonymous.codeView(this.#claiming.code)
        : undefined;
    return html`<div class="all">
      ${this.#notice()} ${earlierView(waiting, words, this.#acts)}
      <div role="status" tabindex="-1" class="says">
        ${current ? sentView(current, words, datesIn(language), this.#acts, code) : nothing}
      </div>
      ${current ? nothing : questionsView(this.#scene())}
      <div>${this.#foldView('status')} ${this.#foldView('anonymous')}</div>
    </div>`;
  }

  /** What stands in the way, as far as nobody else on the page says so. */
  #notice(): TemplateResult | typeof nothing {
    const { session, language } = this.connection;
    const isSaid = session && inTrouble(session) && !session.attended;
    return (isSaid && sessionNotice(session, language)) || nothing;
  }

  #foldView(fold: Fold): TemplateResult {
    const words = this.#words;
    const tools = this.#tools;
    const waits = tools.lacking.has(fold) ? words.statusFailed : words.loading;
    const isStatus = fold === 'status';
    return html`<details
      class="fold"
      part=${isStatus ? 'mine' : 'claim'}
      ?open=${tools.open.has(fold)}
      @toggle=${({ target }: Event) => tools.toggle(fold, (target as HTMLDetailsElement).open)}
    >
      <summary>${isStatus ? words.mine : words.byCode}</summary>
      ${
        tools.open.has(fold)
          ? (tools[fold]?.render() ?? html`<p class="muted"><bdi>${waits}</bdi></p>`)
          : nothing
      }
    </details>`;
  }

  #scene(): Scene {
    return {
      ...{ words: this.#words, telling: this.#telling, lacksNoticed: this.#lacksNoticed },
      ...{ isShared: this.#isShared, isBusy: this.#isBusy, note: this.#note },
      isKept: this.#keeping.isKept && !this.#isPrivate,
      files: this.#tools.attaching?.render() ?? nothing,
      hasAdvice: (seems) =>
        [...this.children].some(
          ({ slot }) => slot === 'advice' || (seems && slot === `advice-${seems}`),
        ),
      write: (more) => this.#write(more),
      share: (isShared) => this.#share(isShared),
      attach: (files) => void this.#attach(files),
      send: () => void this.#send(),
    };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'incident-report': IncidentReport;
  }
}
