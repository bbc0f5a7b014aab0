import type { Answer, Client, Incident, OutboxChangeEvent, OutboxEntry, Unlock } from '@heed/sdk';
import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { Following } from '../../asked/following.js';
import { datesIn } from '../../language.js';
import type { Session } from '../../session.js';
import { learnTool } from '../../tool-words.js';
import { IncidentAnsweredEvent } from '../incident-report.events.js';
import { momentOf } from '../moment.js';
import { strings, type Words } from './status.strings.js';
import { styles } from './status.styles.js';
import type { Talk, WaitingAnswer } from './talk.js';
import { stateOf, talkView } from './talk.view.js';

/** Reports that are shown. */
const many = 50;

/** The reports of one person, what was said about them, and what they say about them. */
export class Status {
  #reports: readonly Incident[] | undefined;
  #isFailed = false;
  readonly #answers = new Map<string, readonly Answer[]>();
  readonly #unlocks = new Map<string, readonly Unlock[]>();
  readonly #missing = new Set<string>();
  readonly #written = new Map<string, string>();
  readonly #notes = new Map<string, string>();
  readonly #busy = new Set<string>();
  readonly #waiting = new Map<string, WaitingAnswer>();
  readonly #ends = new AbortController();
  readonly #following = new Following({ heard: () => this.refresh() });

  constructor(
    private readonly host: LitElement & { report?: string | undefined },
    private readonly client: Client,
    private readonly session: Session,
    private readonly words: Words,
    private readonly dates: string,
  ) {
    const { signal } = this.#ends;
    client.outbox.addEventListener('change', this.#heard, { signal });
    // Whoever is not known yet has said nothing.
    void client.outbox.entries().then(
      (entries) => entries.forEach((entry) => this.#take(entry)),
      () => undefined,
    );
    this.#following.follow(client, false);
    this.refresh();
  }

  /** Listens and asks no longer. */
  close(): void {
    this.#ends.abort();
    this.#following.follow(undefined, false);
  }

  /** Asks again for what is shown. */
  refresh(): void {
    void this.#ask();
    if (this.host.report) void this.#read(this.host.report);
  }

  async #ask(): Promise<void> {
    try {
      const { items } = await this.client.incidents.list.page({ limit: many });
      const { report } = this.host;
      const linked =
        report && !items.some(({ id }) => id === report)
          ? await this.client.incidents.read({ incident: report }).catch(() => undefined)
          : undefined;
      this.#reports = linked?.mine ? [linked, ...items] : items;
      this.#isFailed = false;
    } catch {
      this.#isFailed = true;
    }
    this.#changed();
  }

  async #read(incident: string): Promise<void> {
    const answers: Answer[] = [];
    try {
      for await (const one of this.client.answers.list({ incident })) answers.push(one);
      this.#answers.set(incident, answers);
      const unlocks = await this.client.unlocks.list.page({ incident });
      this.#unlocks.set(incident, unlocks.items);
      this.#missing.delete(incident);
    } catch {
      this.#missing.add(incident);
    }
    this.#changed();
  }

  readonly #heard = ({ entry }: OutboxChangeEvent): void => this.#take(entry);

  #take(entry: OutboxEntry): void {
    if (entry.kind === 'report' && entry.report) this.refresh();
    if (entry.kind !== 'answer') return;
    const { key, answer, body } = entry;
    if (!answer) this.#waiting.set(key, entry);
    else if (this.#waiting.delete(key)) {
      const before = this.#answers.get(body.incident) ?? [];
      this.#answers.set(body.incident, [...before, answer.answer]);
      this.host.dispatchEvent(new IncidentAnsweredEvent(answer.answer, answer.receipt));
      // The text need not stay on the device for longer.
      void this.client.outbox.dismiss(key).catch(() => undefined);
      this.refresh();
    }
    this.#changed();
  }

  async #send(incident: string): Promise<void> {
    const text = this.#written.get(incident)?.trim();
    if (this.#busy.has(incident)) return;
    if (!text) {
      this.#notes.set(incident, this.words.lacking);
      return this.#changed();
    }
    this.#busy.add(incident);
    this.#notes.delete(incident);
    this.#changed();
    try {
      await this.client.outbox.answer(undefined, { incident, text }, this.session.me?.id);
      this.#written.delete(incident);
    } catch {
      this.#notes.set(incident, this.words.missed);
      // Perhaps somebody else is signed in by now: then this page is about them.
      void this.session.load();
    }
    this.#busy.delete(incident);
    this.#changed();
  }

  #changed(): void {
    if (!this.#ends.signal.aborted) this.host.requestUpdate();
  }

  /** The reports, the last one first, each to be unfolded. */
  render(): TemplateResult {
    const { words } = this;
    const reports = this.#reports;
    if (!reports)
      return this.#isFailed
        ? this.#failedView()
        : html`<p class="muted"><bdi>${words.loading}</bdi></p>`;
    return html`${this.#isFailed ? this.#failedView() : nothing}
    ${
      reports.length
        ? html`<ul class="reports" part="reports" aria-label=${words.reports}>
            ${reports.map((one) => html`<li>${this.#rowView(one)}</li>`)}
          </ul>`
        : html`<p class="muted"><bdi>${words.empty}</bdi></p>`
    }`;
  }

  #failedView(): TemplateResult {
    const { words } = this;
    return html`<div class="acts">
      <span class="stuck"><bdi>${words.failed}</bdi></span>
      <button part="button" type="button" @click=${() => this.refresh()}>${words.again}</button>
    </div>`;
  }

  #rowView(incident: Incident): TemplateResult {
    const { words, dates, host } = this;
    const { id, noticed, state, reportedAt, answers } = incident;
    const about = [
      stateOf(state, words),
      ...(answers ? [words.answers(answers)] : []),
      words.reportedOn(momentOf(reportedAt, dates)),
    ];
    const isOpen = host.report === id;
    const toggle = ({ target }: Event): void => {
      const { open } = target as HTMLDetailsElement;
      if (open === (host.report === id)) return;
      host.report = open ? id : undefined;
      if (open) void this.#read(id);
    };
    return html`<details part="report" data-id=${id} ?open=${isOpen} @toggle=${toggle}>
      <summary>
        <span>
          <span class="title" dir="auto">${noticed}</span>
          <span class="muted" part="about"><bdi>${about.join(' · ')}</bdi></span>
        </span>
      </summary>
      ${isOpen ? talkView(this.#talk(incident)) : nothing}
    </details>`;
  }

  #talk(incident: Incident): Talk {
    const { id } = incident;
    return {
      ...{ words: this.words, dates: this.dates, incident },
      answers: this.#answers.get(id),
      unlocks: this.#unlocks.get(id) ?? [],
      isMissing: this.#missing.has(id),
      waiting: [...this.#waiting.values()].filter(({ body }) => body.incident === id),
      written: this.#written.get(id) ?? '',
      isBusy: this.#busy.has(id),
      note: this.#notes.get(id) ?? '',
      write: (text) => {
        this.#written.set(id, text);
        this.#notes.delete(id);
        this.#changed();
      },
      send: () => void this.#send(id),
      retry: ({ key }) => void this.client.outbox.retry(key).catch(() => this.session.load()),
      takeBack: ({ key, body }) => {
        this.#written.set(id, body.text);
        this.#waiting.delete(key);
        void this.client.outbox.dismiss(key).catch(() => undefined);
        this.#changed();
      },
      again: () => void this.#read(id),
    };
  }
}

/** Loads what becomes of reports. */
export async function openStatus(
  host: LitElement & { report?: string | undefined },
  client: Client,
  session: Session,
  language: string,
): Promise<Status> {
  const words = await learnTool(strings, language);
  const root = host.renderRoot as ShadowRoot;
  const sheet = styles.styleSheet!;
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
  return new Status(host, client, session, words, datesIn(language));
}
