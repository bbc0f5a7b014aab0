import type { Client } from '@heed/sdk';
import { ContextEvent, type ContextCallback } from '@lit/context';
import type { ReactiveController } from 'lit';
import { clientContext, languageContext } from './contexts.js';
import type { IsmsElement } from './isms-element.js';
import { nearestLanguage } from './language.js';
import { sessionOf, type Session } from './session.js';

/** Milliseconds a page has to give an element what it needs, before the developer is told. */
const patience = 3000;

const news = ['change', 'refresh', 'left'];

/**
 * Finds the client and the language of an element: its own `client` property, else the provider
 * named by `for`, else the provider around it, also when that one arrives later.
 */
export class Connection implements ReactiveController {
  client: Client | undefined;
  session: Session | undefined;
  #given: Client | undefined;
  #for: string | undefined;
  #language = '';
  #ends: (() => void)[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #waited = false;

  constructor(private readonly host: IsmsElement) {
    host.addController(this);
  }

  /** BCP 47: the element's own `lang`, the provider's language, the page's, the browser's. */
  get language(): string {
    return this.host.lang || this.#language || nearestLanguage(this.host) || navigator.language;
  }

  /** Whether there is nothing to show here, and nothing to wait for. */
  get absent(): boolean {
    return (this.#waited && !!this.#lacks()) || this.session?.offers('core') === false;
  }

  hostConnected(): void {
    document.addEventListener('context-provider', this.#ask);
    this.#ask();
    this.#timer = setTimeout(() => {
      const lacks = this.#lacks();
      if (lacks) console.warn(`<${this.host.localName}> shows nothing: it needs ${lacks}.`);
      this.#waited = true;
      this.host.requestUpdate();
    }, patience);
  }

  hostUpdate(): void {
    const { host } = this;
    if (host.isConnected && (host.client !== this.#given || host.for !== this.#for)) this.#ask();
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    document.removeEventListener('context-provider', this.#ask);
    this.#leave();
    this.#use(undefined);
  }

  readonly #ask = (): void => {
    const { host } = this;
    this.#given = host.client;
    this.#for = host.for;
    this.#leave();
    this.#request(languageContext, (language) => {
      this.#language = language ?? '';
      host.requestUpdate();
    });
    if (host.client) this.#use(host.client);
    else this.#request(clientContext, (client) => this.#use(client));
  };

  #request<T>(context: { __context__: T }, take: (value: T) => void): void {
    const { host } = this;
    const root = host.getRootNode() as Document | ShadowRoot;
    const at = host.for
      ? (root.getElementById(host.for) ?? document.getElementById(host.for))
      : host;
    let end: (() => void) | undefined;
    const callback: ContextCallback<T> = (value, unsubscribe) => {
      if (unsubscribe && unsubscribe !== end) this.#ends.push((end = unsubscribe));
      take(value);
    };
    at?.dispatchEvent(new ContextEvent(context as never, host, callback as never, true));
  }

  #leave(): void {
    for (const end of this.#ends.splice(0)) end();
  }

  #use(client: Client | undefined): void {
    if (client === this.client) return;
    for (const type of news) this.session?.removeEventListener(type, this);
    this.client = client;
    this.session = client && sessionOf(client);
    for (const type of news) this.session?.addEventListener(type, this);
    this.host.refresh();
  }

  /** Hears the news of the session. */
  handleEvent({ type }: Event): void {
    const { host } = this;
    if (type === 'left') host.forget();
    if (type === 'refresh') host.refresh();
    host.requestUpdate();
  }

  /** What the page has not given: markup, for its developer. */
  #lacks(): string | undefined {
    const { host } = this;
    if (!this.client) return '<isms-provider base-url="…"> around it, or for="its id"';
    return 'policy' in host && !host.policy ? 'policy="…"' : undefined;
  }
}
