import { html, nothing, type TemplateResult } from 'lit';
import { startOf } from '../trail.js';
import type { Tools } from '../tools.js';
import type { Entry } from './term.js';
import type { Words } from './explaining.strings.js';

/** The way to the policy that says more; nothing where none does. */
export function moreLink(
  { policy }: Entry,
  words: Words,
  tools: Tools,
  address: (policy: string, section: string) => string,
): TemplateResult | typeof nothing {
  if (!policy) return nothing;
  const { id, title } = policy;
  return html`<a
    dir="auto"
    href=${address(id, '')}
    @click=${(event: Event) => tools.visit(event, id, startOf(''))}
    >${words.more(title)}</a
  >`;
}
