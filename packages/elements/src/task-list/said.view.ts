import { html, nothing, type TemplateResult } from 'lit';
import { momentOf } from './scene.js';

/** What was recorded last, and when (RFC 3339 UTC). */
export interface Said {
  readonly what: string;
  readonly at: string;
}

/** What was recorded last, and when, until the person goes on. */
export const saidView = (said: Said | undefined, dates: string): TemplateResult | typeof nothing =>
  said
    ? html`<p class="recorded" part="said">
        <bdi>${said.what}</bdi>
        <time class="muted" datetime=${said.at}>${momentOf(said.at, dates)}</time>
      </p>`
    : nothing;
