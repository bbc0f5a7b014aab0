import { html, type TemplateResult } from 'lit';

/** A panel that opens over the page. */
export const panel = (id: string, title: string, close: string, inside: unknown): TemplateResult =>
  html`<div id=${id} popover part="panel" role="dialog" aria-labelledby="${id}-title">
    <div class="top">
      <div id="${id}-title" role="heading" aria-level="2" tabindex="-1" autofocus>${title}</div>
      <button type="button" part="button" popovertarget=${id} popovertargetaction="hide">
        ${close}
      </button>
    </div>
    ${inside}
  </div>`;
