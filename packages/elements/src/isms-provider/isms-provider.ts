import { createClient, type Client, type GetToken } from '@heed/sdk';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { clientContext, languageContext } from '../contexts.js';
import { defineTag } from '../isms-element.js';
import { learn, nearestLanguage } from '../language.js';
import { sessionOf, type Session, type SessionState } from '../session.js';
import { sessionNotice } from '../session-notice/session-notice.js';
import { ConnectionChangedEvent } from './isms-provider.events.js';
import { styles } from './isms-provider.styles.js';
import { Offer } from './offer.js';

/** Milliseconds that the host's script has to hand over `getToken` before we ask without one. */
const patience = 1000;

/**
 * @summary Connects every element below it (or bound to it by `for`) with the backend.
 *
 * @status stable
 *
 * @slot - The page.
 * @slot notice - Replaces the line shown when the person has to do something, such as signing in.
 *
 * @event {ConnectionChangedEvent} connection-changed - The backend was reached, lost or regained.
 *
 * @csspart notice - The line shown when the person has to do something.
 * @csspart button - The button in that line.
 *
 * @cssproperty [--isms-warning] - The mark beside the notice.
 *
 * @cssState connecting - No answer yet.
 * @cssState ready - The person is known and everything works.
 * @cssState signed-out - There is no usable token.
 * @cssState unknown-person - Signed in, but not known here.
 * @cssState unreachable - No answer, or a failing one.
 * @cssState not-isms - Something else answers at this address.
 */
export class IsmsProvider extends LitElement {
  static override styles = styles;
  static override properties = {
    baseUrl: { attribute: 'base-url' },
    language: {},
    getToken: { attribute: false },
    client: { attribute: false },
  };

  /** Defines the element, as `isms-provider` or under another tag name. */
  static define(tag = 'isms-provider'): void {
    defineTag(tag, this);
  }

  /** Where the backend is; relative to the page, whose own origin is the default. */
  baseUrl?: string;
  /** BCP 47; by default the nearest `lang`, then the person's preference, then the browser's. */
  language?: string;
  /** Returns the bearer token of the host's identity provider; asked whenever one is needed. */
  getToken?: GetToken;
  /** A client made elsewhere, in place of `baseUrl` and `getToken`; it is not closed here. */
  client?: Client;

  readonly #internals = this.attachInternals();
  readonly #clientContext = new Offer(this, clientContext, undefined);
  readonly #languageContext = new Offer(this, languageContext, '');
  #own: Client | undefined;
  #session: Session | undefined;
  #state: SessionState | undefined;
  #patient = true;

  /** How the page stands with the backend. */
  get state(): SessionState {
    return this.#session?.state ?? 'connecting';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('online', this.#online);
    setTimeout(() => {
      this.#patient = false;
      this.requestUpdate();
    }, patience);
    this.#clientContext.announce();
    if (this.hasUpdated) this.#connect();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('online', this.#online);
    // Moved within the page, it comes back before the microtask and keeps its client.
    queueMicrotask(() => this.isConnected || this.#use(undefined));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('baseUrl') && this.#own) this.#use(undefined);
    else if (changed.has('getToken') && this.#own) void this.#session?.load();
    this.#connect();
  }

  readonly #online = (): void => void this.#session?.load();

  readonly #changed = (): void => {
    const { state } = this;
    if (state !== this.#state) {
      this.#internals.states.delete(this.#state ?? '');
      this.#internals.states.add(state);
      this.dispatchEvent(new ConnectionChangedEvent((this.#state = state)));
    }
    this.requestUpdate();
  };

  #connect(): void {
    this.#languageContext.value = this.#speak();
    if (!this.isConnected) return;
    if (this.client) this.#use(this.client);
    else if (!this.#own && (this.getToken || !this.#patient)) {
      const own = createClient({
        baseUrl: this.baseUrl ?? '',
        getToken: (request) => this.getToken?.(request),
      });
      this.#use(own);
      this.#own = own;
    }
  }

  #use(client: Client | undefined): void {
    if (client === this.#clientContext.value) return;
    if (this.#session) {
      this.#session.attended--;
      this.#session.removeEventListener('change', this.#changed);
    }
    this.#own?.close();
    this.#own = undefined;
    this.#session = client && sessionOf(client);
    if (this.#session) {
      this.#session.attended++;
      this.#session.addEventListener('change', this.#changed);
    }
    this.#clientContext.value = client;
    this.#changed();
  }

  #speak(): string {
    return (
      this.language ||
      nearestLanguage(this) ||
      this.#session?.me?.preferredLanguage ||
      navigator.language
    );
  }

  protected override scheduleUpdate(): void | Promise<unknown> {
    const learning = learn(this.#speak());
    return learning ? learning.then(() => super.scheduleUpdate()) : super.scheduleUpdate();
  }

  protected override render() {
    const said = this.#session && sessionNotice(this.#session, this.#speak());
    return html`<div role="status">
        ${said ? html`<slot name="notice">${said}</slot>` : nothing}
      </div>
      <slot></slot>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'isms-provider': IsmsProvider;
  }
}
