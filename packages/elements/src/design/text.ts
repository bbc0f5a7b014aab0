import { css } from 'lit';

/** The element as a block of the page's own type, with margins only where a style asks for them. */
export const text = css`
  :host {
    display: block;
    color: var(--_text);
    font-family: var(--_font);
    line-height: 1.5;
    text-align: start;
    overflow-wrap: anywhere;
  }
  :host([hidden]),
  [hidden] {
    display: none;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  p,
  h2,
  h3,
  ul,
  ol,
  dl,
  dd {
    margin: 0;
    padding: 0;
  }
  .muted {
    color: var(--_muted);
    font-size: var(--_small);
  }
`;
