import type { Assignment, Client, IsmsError } from '@heed/sdk';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { IsmsElement, defineTag } from '../isms-element.js';
import { bestLanguage, bestText, datesIn, inLanguage } from '../language.js';
import { inTrouble } from '../session.js';
import { strings as sessionStrings } from '../session-notice/session-notice.strings.js';
import { strings } from './ack-button.strings.js';
import { styles } from './ack-button.styles.js';
import { Acknowledging, type AckState } from './acknowledging.js';

/**
 * @summary Asks for the acknowledgement of one policy and shows honestly what became of it.
 *
 * A click is a simple electronic signature, nothing more.
 *
 * @status stable
 *
 * @event {PolicyAcknowledgedEvent} policy-acknowledged - Recorded; the receipt is in the event.
 * @event {AcknowledgementQueuedEvent} acknowledgement-queued - It waits on this device to be sent.
 * @event {AcknowledgementRejectedEvent} acknowledgement-rejected - Refused; nothing was recorded.
 *
 * @csspart statement - The sentence the person puts their name to.
 * @csspart primary - The button of the act.
 * @csspart status - What became of it.
 * @csspart button - Every other button.
 * @csspart panel - The knowledge check that comes before the act, where a pack has one.
 *
 * @cssproperty [--isms-accent] - Surface of the button of the act.
 * @cssproperty [--isms-on-accent] - Text on it.
 * @cssproperty [--isms-positive] - The mark beside what is recorded.
 * @cssproperty [--isms-warning] - The mark beside what waits.
 * @cssproperty [--isms-danger] - The mark beside what was refused.
 *
 * @cssState loading - No answer yet.
 * @cssState failed - It could not be asked for.
 * @cssState nothing - Nothing is asked.
 * @cssState draft - Asked, and not yet acknowledged.
 * @cssState queued - Waits on this device.
 * @cssState sending - On its way.
 * @cssState rejected - Refused; nothing was recorded.
 * @cssState recorded - Recorded, with the receipt in hand.
 * @cssState verified - Recorded, and the receipt was verified in the page.
 * @cssState unverified - Recorded, and the receipt could not be verified.
 */
export class AckButton extends IsmsElement {
  static override styles = styles;
  static override properties = { policy: {} };

  /** Defines the element, as `ack-button` or under another tag name. */
  static define(tag = 'ack-button'): void {
    defineTag(tag, this);
  }

  /** Id of the policy. */
  policy?: string;

  /** The person says that time on screen is not how they read. */
  #otherWay = false;

  /** What saves a receipt, once there is one. */
  #file: typeof import('./receipt-file.js') | undefined;

  readonly #act = new Acknowledging(this, () => this.requestUpdate());

  /** Where the acknowledgement stands. */
  get state(): AckState {
    return this.#act.state;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('policy')) {
      this.#otherWay = false;
      this.refresh();
    }
    super.willUpdate(changed);
    void this.#act.verify();
    if (this.#act.acknowledgement && !this.#file) void this.#findFile();
    this.mark(this.state);
  }

  async #findFile(): Promise<void> {
    // Without it, the receipt is not offered: it stays with the backend, and the next update tries again.
    this.#file = await import('./receipt-file.js').catch(() => undefined);
    if (this.#file) this.requestUpdate();
  }

  protected override load(client: Client | undefined): void {
    this.#act.follow(client, this.policy ?? '');
  }

  /** The document that is shown, or would be: a reader's, else the one in the best language. */
  #document() {
    const { documents = [], version } = this.#act.assignment ?? {};
    const { session, language } = this.connection;
    const display = session?.displayed(this.policy!);
    const shown =
      display?.version === version
        ? documents.find(({ contentHash }) => contentHash === display?.contentHash)
        : undefined;
    return {
      document: shown ?? bestText(documents, language),
      display: shown && display,
    };
  }

  /** Whether the pack asks that more is displayed first, to whoever reads on the screen. */
  get #isEarly(): boolean {
    const { remaining, method } = this.#document().display ?? {};
    const bySight = !method || method === 'visual';
    return !!this.#act.assignment?.everySection && bySight && remaining !== 0;
  }

  /** Asks the questions that come first. */
  #answer(assignment: Assignment): void {
    import('./check/check.js')
      .then(({ openCheck }) => openCheck(this, this.connection, assignment))
      .catch(() => {
        // Its code could not be loaded.
        this.#act.missed = true;
        this.requestUpdate();
      });
  }

  #acknowledge(): void {
    if (this.#isEarly && !this.#otherWay) return;
    const assignment = this.#act.assignment!;
    if (assignment.check) return this.#answer(assignment);
    const { policy, version, statement } = assignment;
    const { document, display } = this.#document();
    void this.#act.act({
      policy: policy.id,
      version,
      contentHash: document!.contentHash,
      language: document!.language,
      statementHash: statement!.hash,
      clientTime: new Date().toISOString(),
      method: this.#otherWay ? 'assistive' : (display?.method ?? 'visual'),
      ...(display && {
        reading: {
          displayed: display.displayed,
          sections: display.sections,
          seconds: display.seconds,
        },
      }),
    });
  }

  protected override render() {
    const { state } = this;
    const { assignment, more } = this.#act;
    const { language, session } = this.connection;
    if (session?.away(this.policy!)) return nothing;
    const words = inLanguage(strings, language);
    const texts = assignment?.statement?.texts ?? {};
    const spoken = bestLanguage(
      Object.keys(texts),
      this.#document().document?.language ?? language,
    );
    const acting = this.#act.acting || state === 'sending';
    const early = state === 'draft' && this.#isEarly;
    const [said, label, act] = this.#outcome(words);
    return html`${
        spoken
          ? html`<p class="statement" part="statement" lang=${spoken}>
              <bdi>${texts[spoken]}</bdi>
            </p>`
          : nothing
      }
      ${
        early
          ? html`<p id="early" class="muted">
                ${words.remaining(this.#document().display?.remaining)}
              </p>
              <label
                ><input
                  type="checkbox"
                  .checked=${this.#otherWay}
                  @change=${() => {
                    this.#otherWay = !this.#otherWay;
                    this.requestUpdate();
                  }}
                />
                ${words.otherWay}</label
              >`
          : nothing
      }
      <div class="row" lang=${datesIn(language)}>
        ${
          assignment && (state === 'draft' || acting)
            ? html`<button
                class="primary"
                part="primary"
                type="button"
                aria-disabled=${String(acting || (early && !this.#otherWay))}
                aria-describedby=${early ? 'early' : nothing}
                @click=${this.#acknowledge}
              >
                ${
                  assignment.check
                    ? words.answer(assignment.check.questions)
                    : assignment.asks === 'agree'
                      ? words.agree
                      : words.acknowledge
                }
              </button>`
            : nothing
        }
        <div class="status ${state}" part="status" role="status" tabindex="-1">
          <bdi>${said}</bdi>
        </div>
        ${label ? button(label, act) : nothing}
        ${more ? button(words.more, () => this.#act.next()) : nothing}
      </div>`;
  }

  /** What became of it in words and, where there is one, the way on. */
  #outcome(words: typeof strings.en): [said: string, label?: string, act?: () => void] {
    const { session, language } = this.connection;
    const { state, entry, acknowledgement, missed } = this.#act;
    const common = inLanguage(sessionStrings, language);
    if (acknowledgement) {
      const time = new Intl.DateTimeFormat(datesIn(language), {
        dateStyle: 'long',
        timeStyle: 'short',
      });
      const recorded = words.recorded(time.format(new Date(acknowledgement.recordedAt)));
      const checked = state === 'verified' || state === 'unverified' ? ` ${words[state]}` : '';
      const file = this.#file;
      if (!file) return [recorded + checked];
      return [recorded + checked, words.save, () => file.saveReceipt(acknowledgement)];
    }
    if (state === 'sending') return [words.sending];
    if (state === 'draft') return [missed ? words.missed : ''];
    if (entry?.error) {
      const { kind, status, code, requestId } = entry.error as IsmsError & { code?: string };
      if (state === 'queued') {
        const next = /auth|isms/.test(kind) ? 'signIn' : status === 403 ? 'denied' : 'later';
        const kept = entry.durable ? words.kept : words.open;
        return [`${kept} ${words[next]}`, words.send, () => this.#act.send()];
      }
      const changed = status === 409;
      return [
        changed ? words.changed : words.refused(requestId ?? code ?? kind),
        changed ? words.show : common.again,
        () => void this.#act.dismiss(),
      ];
    }
    if (state === 'nothing') return [words.nothing];
    const trouble = session && inTrouble(session);
    if (this.connection.absent) return [common.absent];
    if (trouble && session.attended) return [common.waiting];
    if (trouble) return [common[trouble], common.again, () => void session.load()];
    if (state === 'loading') return [common.loading];
    return [common.failed, common.again, () => this.refresh()];
  }
}

const button = (label: string, act?: () => void): TemplateResult =>
  html`<button part="button" type="button" @click=${act}>${label}</button>`;

declare global {
  interface HTMLElementTagNameMap {
    'ack-button': AckButton;
  }
}
