import { css } from 'lit';

/** The one button: `primary` for the act of a page, plain (quiet) for everything else. */
export const controls = css`
  button,
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--_2);
    min-block-size: var(--_target);
    min-inline-size: var(--_target);
    padding: var(--_2) var(--_4);
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: transparent;
    color: inherit;
    font: inherit;
    line-height: 1.25;
    text-decoration: none;
    cursor: pointer;
    touch-action: manipulation;
    transition: background-color var(--_quick);
  }
  button:hover,
  .button:hover {
    background: var(--_raised);
  }
  .primary {
    border-color: transparent;
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
  }
  .primary:hover {
    background: color-mix(in srgb, var(--_accent) 88%, black);
  }
  [aria-disabled='true'] {
    cursor: default;
    opacity: 0.7;
  }
  a {
    color: inherit;
    text-underline-offset: 0.2em;
  }
  :focus-visible {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }
  @media (forced-colors: active) {
    :focus-visible {
      outline-color: Highlight;
    }
  }
`;
