import type { Client } from '@heed/sdk';
import { LitElement, type PropertyValues } from 'lit';
import { Connection } from './connection.js';
import { learn } from './language.js';

/** Defines a tag by a class of its own, so that one element class can live under several names. */
export function defineTag(tag: string, element: CustomElementConstructor): void {
  if (!customElements.get(tag)) customElements.define(tag, class extends element {});
}

/** What every element that shows something of the backend has in common: a client and a language. */
export abstract class IsmsElement extends LitElement {
  static override properties: Record<string, object> = { client: { attribute: false }, for: {} };

  /** The client to use in place of a provider's. */
  client?: Client;
  /** The id of an `isms-provider` elsewhere on the page. */
  for?: string;

  protected readonly connection = new Connection(this);
  /** What the browser lets an element do: its states, and its value in a form. */
  protected readonly internals = this.attachInternals();
  #stale = false;

  /** Waits for the words of the language, so that nobody sees them change. */
  protected override scheduleUpdate(): void | Promise<unknown> {
    const learning = learn(this.connection.language);
    return learning ? learning.then(() => super.scheduleUpdate()) : super.scheduleUpdate();
  }

  protected override willUpdate(_changed: PropertyValues): void {
    if (!this.#stale) return;
    this.#stale = false;
    this.load(this.connection.client);
  }

  /** A part that goes away hands the focus to what stands in its place. */
  protected override update(changed: PropertyValues): void {
    const focused = this.shadowRoot?.activeElement;
    super.update(changed);
    if (focused && !focused.isConnected) {
      const next = this.shadowRoot!.querySelector<HTMLElement>('[tabindex="-1"]');
      next?.focus({ preventScroll: true });
    }
  }

  /** Clears what is shown, which was for somebody else, and asks for what may be shown now. */
  forget(): void {
    this.load(undefined);
    this.refresh();
  }

  /** Asks the backend again for what is shown. */
  refresh(): void {
    this.#stale = true;
    this.requestUpdate();
  }

  /** Begins to ask; called before an update when the client is another one or has news. */
  protected abstract load(client: Client | undefined): void;

  /** Makes a state visible to the page's CSS: `:state(name)`, one at a time. */
  protected mark(state: string): void {
    const { states } = this.internals;
    if (states.has(state)) return;
    states.clear();
    states.add(state);
  }
}
