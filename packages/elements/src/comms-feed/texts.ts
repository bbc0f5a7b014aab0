import type { Message } from '@heed/sdk';
import { openGate, type Gate } from '../foreign-html.js';
import type { markMentions } from './mentioning/marks.js';

/** Texts after which the ones that are not on the page are let go. */
const many = 400;

/** What stands in messages, as nodes that have passed the gate: made once for each text. */
export class Texts {
  #gate: Gate | undefined;
  #mark: typeof markMentions | undefined;
  readonly #made = new Map<string, { html: string; node: HTMLElement }>();

  constructor(
    /** Where a policy opens, where the page has an address for it. */
    private readonly address: (policy: string, section: string) => string | undefined,
    private readonly tableName: () => string,
    /** Who reads, and how they are addressed. */
    private readonly reader: () => { me: string | undefined; you: string },
    private readonly changed: () => void,
  ) {
    void openGate().then(
      (gate) => {
        this.#gate = gate;
        changed();
      },
      // Without its code nothing foreign is shown as more than plain text.
      () => undefined,
    );
  }

  /** The text of a message; plain until the gate is open. */
  of(message: Message): HTMLElement | string {
    const { id, html, text, language, mentions } = message;
    if (!this.#gate) return text;
    const made = this.#made.get(id);
    if (made?.html === html) return made.node;
    const node = document.createElement('div');
    node.className = 'body';
    node.setAttribute('part', 'text');
    Object.assign(node, { lang: language, dir: 'auto' });
    node.append(this.#gate(html));
    for (const link of node.querySelectorAll<HTMLAnchorElement>('a[href]')) this.#link(link);
    for (const table of node.querySelectorAll('table')) this.#wrap(table);
    if (mentions && !this.#mark) void this.#learn();
    else if (mentions) this.#mark!(node, message, this.reader().me, this.reader().you);
    // By then what is on the page is there.
    if (this.#made.size === many) setTimeout(() => this.#letGo());
    this.#made.set(id, { html, node });
    return node;
  }

  /** Names are marked with the first text that has one. */
  async #learn(): Promise<void> {
    const { markMentions } = await import('./mentioning/marks.js');
    if (this.#mark) return;
    this.#mark = markMentions;
    this.#made.clear();
    this.changed();
  }

  /** Lets go of what stands nowhere any more. */
  #letGo(): void {
    for (const [id, { node }] of this.#made) if (!node.isConnected) this.#made.delete(id);
  }

  /** Lets go of the texts of other messages than these. */
  keep(ids: ReadonlySet<string>): void {
    for (const id of this.#made.keys()) if (!ids.has(id)) this.#made.delete(id);
  }

  #link(link: HTMLAnchorElement): void {
    const href = link.getAttribute('href')!;
    const [, policy, section = ''] = /^policy:([^#]+)#?(.*)$/.exec(href) ?? [];
    const address = policy ? this.address(policy, section) : !href.startsWith('#') && href;
    // What leads nowhere from here is no link.
    if (address) link.setAttribute('href', address);
    else link.removeAttribute('href');
    link.rel = 'noopener noreferrer';
  }

  /** A wide table scrolls by itself and never widens the page. */
  #wrap(table: HTMLTableElement): void {
    const region = document.createElement('div');
    const ariaLabel = table.caption?.textContent?.trim() || this.tableName();
    Object.assign(region, { className: 'scroll', role: 'region', tabIndex: 0, ariaLabel });
    table.replaceWith(region);
    region.append(table);
  }
}
