import type { Assignment, Client, IsmsError } from '@heed/sdk';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { IsmsElement, defineTag } from '../isms-element.js';
import { bestText, datesIn, inLanguage } from '../language.js';
import { minutesFor } from '../reading-time.js';
import { notice, sessionNotice } from '../session-notice/session-notice.js';
import { strings as sessionStrings } from '../session-notice/session-notice.strings.js';
import { inTrouble } from '../session.js';
import { fullDay, relativeDay } from '../asked/due.js';
import { PolicyOpenedEvent } from './policy-list.events.js';
import { strings } from './policy-list.strings.js';
import { styles } from './policy-list.styles.js';

/** What the list shows. */
export type ListState = 'loading' | 'failed' | 'empty' | 'ready';

const isOpen = ({ state }: Assignment): boolean =>
  !['displayed', 'acknowledged', 'exempted', 'superseded'].includes(state);

/**
 * @summary What is asked of the person: open first, the most urgent on top, and what is done below.
 *
 * @status stable
 *
 * @event {PolicyOpenedEvent} policy-opened - A policy was opened; cancel it to keep a link from being followed.
 *
 * @csspart list - A list of policies.
 * @csspart row - One policy: a link with `href-template`, a button without.
 * @csspart title - The title in a row.
 * @csspart when - When it is due or when it was done.
 * @csspart done - The part with what is done.
 * @csspart notice - The line shown when something stands in the way.
 * @csspart button - The button in that line.
 *
 * @cssproperty [--isms-line] - The hairlines between the rows.
 * @cssproperty [--isms-muted] - Text beside the titles.
 * @cssproperty [--isms-warning] - The mark beside what was due.
 *
 * @cssState loading - No answer yet.
 * @cssState failed - It could not be loaded.
 * @cssState empty - Nothing is asked.
 * @cssState ready - Something is asked.
 */
export class PolicyList extends IsmsElement {
  static override styles = styles;
  static override properties = { hrefTemplate: { attribute: 'href-template' } };

  /** Defines the element, as `policy-list` or under another tag name. */
  static define(tag = 'policy-list'): void {
    defineTag(tag, this);
  }

  /** Where a policy opens, for example `/policies/{policy}`; without it, rows are buttons. */
  hrefTemplate?: string;

  #client: Client | undefined;
  #assignments: Assignment[] | undefined;
  /** What is on this device, while the backend cannot be reached. */
  #here: ReadonlySet<string> | undefined;
  #error: IsmsError | undefined;
  #asking: AbortController | undefined;

  /** What the list shows. */
  get state(): ListState {
    if (!this.#assignments) return this.#error ? 'failed' : 'loading';
    return this.#assignments.some(isOpen) ? 'ready' : 'empty';
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.mark(this.state);
  }

  protected override update(changed: PropertyValues): void {
    const root = this.shadowRoot;
    const { id } = (root?.activeElement as HTMLElement | undefined)?.dataset ?? {};
    super.update(changed);
    if (!id) return;
    // Rows are drawn over: the focus goes with its policy, or to the list when that is put away.
    const rows = [...root!.querySelectorAll<HTMLElement>('.row')];
    const row = rows.find((one) => one.dataset['id'] === id && one.checkVisibility());
    (row ?? root!.querySelector('ul'))?.focus({ preventScroll: true });
  }

  protected override load(client: Client | undefined): void {
    this.#asking?.abort();
    if (client !== this.#client) this.#assignments = this.#error = undefined;
    this.#client = client;
    if (client) void this.#ask(client, (this.#asking = new AbortController()).signal);
  }

  async #ask(client: Client, signal: AbortSignal): Promise<void> {
    try {
      const assignments: Assignment[] = [];
      for await (const one of client.assignments.list({}, { signal })) assignments.push(one);
      const here = client.device.asOf && (await (await client.device.copies())?.documents());
      if (signal.aborted) return;
      this.#here = here;
      this.#assignments = assignments;
      this.#error = undefined;
    } catch (error) {
      if (signal.aborted) return;
      this.#error = error as IsmsError;
      this.connection.session?.doubt(this.#error);
    }
    this.requestUpdate();
  }

  #open(click: MouseEvent, assignment: Assignment): void {
    // A link opened in another tab or window leaves this page as it is.
    if (click.ctrlKey || click.metaKey || click.shiftKey) return;
    if (!this.dispatchEvent(new PolicyOpenedEvent(assignment))) click.preventDefault();
  }

  protected override render(): TemplateResult {
    const { session, language } = this.connection;
    const words = inLanguage(strings, language);
    const assignments = this.#assignments ?? [];
    const open = assignments.filter(isOpen);
    const done = assignments.filter((one) => !isOpen(one));
    return html`<div role="status">${this.#says()}</div>
      ${
        this.state === 'loading' && !this.connection.absent && !(session && inTrouble(session))
          ? html`<div class="bar"></div>
              <div class="bar"></div>
              <div class="bar"></div>`
          : nothing
      }
      ${open.length ? this.#list(open, words.open) : nothing}
      ${
        done.length
          ? html`<details part="done">
              <summary>${words.done(done.length)}</summary>
              ${this.#list(done, words.done(done.length))}
            </details>`
          : nothing
      }`;
  }

  /** The state in words, where there is no list to show it. */
  #says(): TemplateResult | typeof nothing {
    const { session, language } = this.connection;
    const words = inLanguage(strings, language);
    const common = inLanguage(sessionStrings, language);
    if (this.connection.absent) return html`<p class="muted"><bdi>${common.absent}</bdi></p>`;
    if (session && inTrouble(session)) {
      if (!session.attended) return sessionNotice(session, language) ?? nothing;
      return this.#here ? nothing : html`<p class="muted"><bdi>${common.waiting}</bdi></p>`;
    }
    if (this.state === 'loading') return html`<p class="unseen">${words.loading}</p>`;
    if (this.#error) {
      const why = this.#error.kind === 'network' ? words.offline : '';
      const what = this.#assignments ? words.stale : common.failed;
      return notice(`${why} ${what}`.trim(), common.again, () => this.refresh());
    }
    return this.state === 'empty' ? html`<p><bdi>${words.empty}</bdi></p>` : nothing;
  }

  #list(assignments: Assignment[], label: string): TemplateResult {
    return html`<ul part="list" tabindex="-1" aria-label=${label}>
      ${assignments.map((one) => html`<li>${this.#row(one)}</li>`)}
    </ul>`;
  }

  #row(assignment: Assignment): TemplateResult {
    const { id } = assignment.policy;
    const state = isOpen(assignment) ? assignment.state : 'done';
    const open = (click: MouseEvent): void => this.#open(click, assignment);
    const inside = this.#inside(assignment);
    return this.hrefTemplate
      ? html`<a
          class="button row ${state}"
          part="row"
          data-id=${assignment.id}
          href=${this.hrefTemplate.replace('{policy}', encodeURIComponent(id))}
          @click=${open}
          >${inside}</a
        >`
      : html`<button
          class="row ${state}"
          part="row"
          type="button"
          data-id=${assignment.id}
          @click=${open}
        >
          ${inside}
        </button>`;
  }

  #inside(assignment: Assignment): TemplateResult {
    const { language } = this.connection;
    const words = inLanguage(strings, language);
    const { documents, policy, change, acknowledgedVersion } = assignment;
    const shown = bestText(documents, language);
    const minutes = Math.max(1, minutesFor(shown?.words ?? 0));
    const about = isOpen(assignment)
      ? [this.#asks(assignment), words.minutes(minutes)]
      : [words.version(assignment.label ?? String(assignment.version))];
    if (this.#here)
      about.push(this.#here.has(shown?.contentHash ?? '') ? words.here : words.elsewhere);
    return html`<span class="what">
        <span class="title" part="title" lang=${shown?.language ?? nothing}
          ><bdi>${shown?.title ?? policy.title}</bdi></span
        >
        ${change && acknowledgedVersion && isOpen(assignment) ? html`<span class="change"><bdi>${change}</bdi></span>` : nothing}
        <span class="muted"><bdi>${about.join(' · ')}</bdi></span>
      </span>
      <span class="when muted" part="when"><bdi>${this.#when(assignment)}</bdi></span>`;
  }

  #asks({ asks }: Assignment): string {
    const words = inLanguage(strings, this.connection.language);
    return asks === 'agree' ? words.agree : asks === 'display' ? words.display : words.acknowledge;
  }

  #when({ state, since, dueAt }: Assignment): TemplateResult | string {
    const { language } = this.connection;
    const words = inLanguage(strings, language);
    const dates = datesIn(language);
    if (state === 'displayed') return words.displayed(fullDay(since, dates));
    if (state === 'acknowledged') return words.acknowledged(fullDay(since, dates));
    if (state === 'exempted') return words.exempted;
    if (state === 'superseded') return words.superseded;
    if (!dueAt) return '';
    const say = Date.parse(dueAt) < Date.now() ? words.was : words.due;
    return html`<time datetime=${dueAt} title=${fullDay(dueAt, dates)}>
      ${say(relativeDay(dueAt, dates))}
    </time>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'policy-list': PolicyList;
  }
}
