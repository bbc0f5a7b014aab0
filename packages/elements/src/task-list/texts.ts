import type { Task } from '@heed/sdk';
import { openGate, type Gate } from '../foreign-html.js';

/** What is asked, as nodes that have passed the gate: of the one task that is open, made once. */
export class Texts {
  #gate: Gate | undefined;
  #made: { id: string; html: string; node: HTMLElement } | undefined;

  constructor(
    /** Where a policy opens, with `{policy}` and `{section}` in it, where the page has an address for it. */
    private readonly template: () => string | undefined,
    private readonly tableName: () => string,
    changed: () => void,
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

  /** The text of a task; plain until the gate is open. */
  of({ id, html, text, language }: Task): HTMLElement | string {
    if (!this.#gate) return text;
    if (this.#made?.id === id && this.#made.html === html) return this.#made.node;
    const node = document.createElement('div');
    node.className = 'body';
    node.setAttribute('part', 'text');
    Object.assign(node, { lang: language, dir: 'auto' });
    node.append(this.#gate(html));
    for (const link of node.querySelectorAll<HTMLAnchorElement>('a[href]')) this.#link(link);
    for (const table of node.querySelectorAll('table')) this.#wrap(table);
    this.#made = { id, html, node };
    return node;
  }

  #link(link: HTMLAnchorElement): void {
    const href = link.getAttribute('href')!;
    const [, policy, section = ''] = /^policy:([^#]+)#?(.*)$/.exec(href) ?? [];
    const address = policy ? this.#address(policy, section) : !href.startsWith('#') && href;
    // What leads nowhere from here is no link.
    if (address) link.setAttribute('href', address);
    else link.removeAttribute('href');
    link.rel = 'noopener noreferrer';
  }

  #address(policy: string, section: string): string | undefined {
    return this.template()
      ?.replace('{policy}', encodeURIComponent(policy))
      .replace('{section}', encodeURIComponent(section))
      .replace(/#$/, '');
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
