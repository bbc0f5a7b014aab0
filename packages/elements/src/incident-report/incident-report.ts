import type { Client, IncidentRecorded } from '@heed/sdk';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Attaching } from '../comms-feed/attaching/attaching.js';
import { saveReceiptAs } from '../ack-button/receipt-file.js';
import { IsmsElement, defineTag } from '../isms-element.js';
import { datesIn, inLanguage } from '../language.js';
import { sessionNotice } from '../session-notice/session-notice.js';
import { strings as sessionStrings } from '../session-notice/session-notice.strings.js';
import { inTrouble } from '../session.js';
import { learnTool } from '../tool-words.js';
import { IncidentReportedEvent } from './incident-report.events.js';
import { strings, type Words } from './incident-report.strings.js';
import { styles } from './incident-report.styles.js';
import { Keeping } from './keeping.js';
import { questionsView } from './questions.view.js';
import { Reporting, type Told } from './reporting.js';
import type { Scene } from './scene.js';
import { earlierView, waitingView, type Acts } from './sent.view.js';
import type { Status } from './status/status.js';
import { nothingTold, reportOf, tellingOf, type Telling } from './telling.js';

/** Where the report stands; `recorded` only with its receipt in hand. */
export type ReportState = 'absent' | 'draft' | 'sending' | 'queued' | 'rejected' | 'recorded';

/**
 * @summary Anyone reports what they noticed, by name or in confidence, and follows what becomes of it. The plain questions
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
 * @csspart reports - The list of them.
 * @csspart report - One of them.
 * @csspart about - How far it is, in its row.
 * @csspart inside - What unfolds below its row.
 * @csspart history - The states that it had.
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
  #attaching: Attaching | undefined;
  #reporting: Reporting | undefined;
  #person: string | undefined;
  #status: Status | undefined;
  #showsStatus = false;
  /** What becomes of reports could not be loaded. */
  #lacksStatus = false;
  readonly #changed = (): void => this.requestUpdate();
  readonly #keeping = new Keeping(this.#changed);

  /** Where the report stands. */
  get state(): ReportState {
    const { session, absent } = this.connection;
    if (absent || session?.offers('incidents') === false) return 'absent';
    return this.#reporting?.current?.state ?? 'draft';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#attaching?.close();
    this.#status?.close();
    this.#status = undefined;
  }

  /** The form around it was reset: what is told stays, since it is of no other field. */
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
    if (changed.has('report') && this.report) this.#showsStatus = true;
    if (this.#showsStatus && !this.#status && !this.#lacksStatus) void this.#openStatus();
    const { me } = this.connection.session ?? {};
    if (me && me.id !== this.#person) void this.#begin(me.id);
  }

  protected override load(client: Client | undefined): void {
    if (client === this.#client) return this.#status?.refresh();
    this.#client = client;
    this.#status?.close();
    this.#status = undefined;
    this.#reporting?.close();
    this.#attaching?.close();
    this.#keeping.close();
    this.#attaching = this.#person = undefined;
    this.#telling = nothingTold;
    this.#note = '';
    const { session } = this.connection;
    const outcome = { recorded: this.#recorded, changed: this.#changed };
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

  async #openStatus(): Promise<void> {
    const client = this.#client;
    const { session, language } = this.connection;
    if (!client || !session?.me) return;
    try {
      const { openStatus } = await import('./status/status.js');
      const status = await openStatus(this, client, session, language);
      if (client !== this.#client || this.#status) return status.close();
      this.#status = status;
      this.#lacksStatus = false;
    } catch {
      this.#lacksStatus = true;
    }
    this.requestUpdate();
  }

  #write(more: Partial<Telling>): void {
    const begunAt = this.#telling.begunAt || new Date().toISOString();
    const before = this.#telling;
    this.#telling = { ...before, begunAt, ...more };
    this.#note = '';
    if (this.#telling.noticed.trim()) this.#lacksNoticed = false;
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
    if (!this.#client) return;
    try {
      const { openAttaching } = await import('../comms-feed/attaching/attaching.js');
      this.#attaching ??= await openAttaching(this, this.#client, this.connection.language);
      this.#attaching.add(files);
    } catch {
      this.#note = this.#words.filesFailed;
      this.requestUpdate();
    }
  }

  async #send(): Promise<void> {
    const reporting = this.#reporting;
    if (this.#isBusy || !reporting) return;
    if (!this.#telling.noticed.trim()) {
      this.#lacksNoticed = true;
      this.requestUpdate();
      await this.updateComplete;
      return this.shadowRoot!.getElementById('noticed')?.focus();
    }
    const lacking = this.#attaching?.lacking;
    if (lacking) {
      this.#note = lacking;
      return this.requestUpdate();
    }
    const body = reportOf(
      this.#telling,
      datesIn(this.connection.language),
      this.#attaching?.ids ?? [],
    );
    this.#isBusy = true;
    this.requestUpdate();
    const isTaken = this.#isShared ? this.#hold(body) : await reporting.take(body);
    this.#isBusy = false;
    if (isTaken) {
      this.#telling = { ...nothingTold };
      this.#attaching?.done();
      await this.#keeping.wipe();
    } else this.#note = this.#words.missed;
    this.requestUpdate();
  }

  /** Sends it from this page alone. */
  #hold(body: ReturnType<typeof reportOf>): boolean {
    const client = this.#client!;
    const session = this.connection.session!;
    const person = session.me?.id;
    const incident = crypto.getRandomValues(new Uint32Array(4)).join('-');
    this.#reporting!.hold(incident, body, async () => {
      // Who has signed in meanwhile has not reported this.
      if (session.me?.id !== person) throw new TypeError('Somebody else is signed in by now.');
      return client.incidents.record({ incident, ...body });
    });
    return true;
  }

  readonly #recorded = (_: Told, { incident, receipt }: IncidentRecorded): void => {
    this.internals.setFormValue(incident.id);
    this.dispatchEvent(new IncidentReportedEvent(incident, receipt));
  };

  readonly #acts: Acts = {
    retry: (told) => this.#reporting?.retry(told),
    discard: (told) => void this.#reporting?.dismiss(told),
    edit: (told) => {
      this.#telling = tellingOf(told.body);
      void this.#reporting?.dismiss(told).then(() => this.#focus('noticed'));
    },
  };

  #focus(id: string): void {
    void this.updateComplete.then(() => this.shadowRoot!.getElementById(id)?.focus());
  }

  protected override render(): TemplateResult {
    const words = this.#words;
    if (!this.floating) return this.#allView();
    // A button that leads nowhere would be in the way.
    if (this.state === 'absent') return html``;
    const dialog = (): HTMLDialogElement => this.shadowRoot!.querySelector('dialog')!;
    return html`<button
        class="opener primary"
        part="opener"
        type="button"
        aria-haspopup="dialog"
        @click=${() => dialog().showModal()}
      >
        ${words.opener}
      </button>
      <dialog part="panel" aria-labelledby="title">
        <div class="head">
          <p id="title" class="name">${words.opener}</p>
          <button part="button" type="button" @click=${() => dialog().close()}>
            ${words.close}
          </button>
        </div>
        ${this.#allView()}
      </dialog>`;
  }

  #allView(): TemplateResult {
    const words = this.#words;
    const { language } = this.connection;
    if (this.state === 'absent')
      return html`<p class="muted"><bdi>${inLanguage(sessionStrings, language).absent}</bdi></p>`;
    const { current, waiting = [] } = this.#reporting ?? {};
    return html`<div class="all">
      ${this.#notice()} ${earlierView(waiting, words, this.#acts)}
      <div role="status" tabindex="-1" class="says">
        ${current ? this.#sentView(current) : nothing}
      </div>
      ${current ? nothing : questionsView(this.#scene())} ${this.#statusView()}
    </div>`;
  }

  #statusView(): TemplateResult {
    const words = this.#words;
    const toggle = ({ target }: Event): void => {
      this.#showsStatus = (target as HTMLDetailsElement).open;
      if (!this.#showsStatus) this.#lacksStatus = false;
      this.requestUpdate();
    };
    const waits = this.#lacksStatus ? words.statusFailed : words.loading;
    return html`<details class="status" part="mine" ?open=${this.#showsStatus} @toggle=${toggle}>
      <summary>${words.mine}</summary>
      ${this.#status?.render() ?? html`<p class="muted"><bdi>${waits}</bdi></p>`}
    </details>`;
  }

  /** What stands in the way, as far as nobody else on the page says so. */
  #notice(): TemplateResult | typeof nothing {
    const { session, language } = this.connection;
    const isSaid = session && inTrouble(session) && !session.attended;
    return (isSaid && sessionNotice(session, language)) || nothing;
  }

  #sentView(told: Told): TemplateResult {
    const words = this.#words;
    const { recorded } = told;
    if (!recorded) return waitingView(told, words, this.#acts);
    const { reportedAt } = recorded.incident;
    const style = { dateStyle: 'long', timeStyle: 'short' } as const;
    const dates = new Intl.DateTimeFormat(datesIn(this.connection.language), style);
    return html`<p class="recorded" part="state">
        <bdi>${words.recorded(dates.format(new Date(reportedAt)))}</bdi>
      </p>
      <p><bdi>${words.next}</bdi></p>
      <div class="acts">
        <button
          part="button"
          type="button"
          @click=${() => saveReceiptAs(`report-${recorded.incident.id}`, recorded.receipt)}
        >
          ${words.receipt}
        </button>
        <button part="button" type="button" @click=${() => this.#again(told)}>
          ${words.another}
        </button>
      </div>`;
  }

  #again(told: Told): void {
    void this.#reporting?.dismiss(told).then(() => this.#focus('noticed'));
  }

  #scene(): Scene {
    return {
      ...{ words: this.#words, dates: datesIn(this.connection.language), telling: this.#telling },
      ...{ lacksNoticed: this.#lacksNoticed, isShared: this.#isShared, isBusy: this.#isBusy },
      ...{ note: this.#note, mayBeAnonymous: false },
      isKept: this.#keeping.isKept && !this.#isPrivate,
      files: this.#attaching?.render() ?? nothing,
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
