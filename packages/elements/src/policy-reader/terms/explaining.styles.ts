import { css } from 'lit';

/** The box with what a term means, the list of them, and the one that somebody has gone to. */
export const styles = css`
  @media screen {
    ::highlight(isms-term-gone-to) {
      background-color: rgb(250 190 40 / 0.38);
    }
  }
  @media screen and (forced-colors: active) {
    ::highlight(isms-term-gone-to) {
      background-color: Highlight;
      color: HighlightText;
    }
  }
  .term:popover-open {
    inset: auto;
    margin: 0;
    box-sizing: border-box;
    inline-size: max-content;
    max-inline-size: min(22rem, 100vw - 1rem);
    padding: var(--_2) var(--_4) var(--_3);
    border-radius: var(--_radius);
    font-size: 0.9375rem;
  }
  .named {
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    gap: var(--_4);
  }
  dfn,
  .terms dt {
    font-style: normal;
    font-weight: 650;
    outline: none;
  }
  .term button {
    flex: none;
    min-inline-size: 2rem;
    min-block-size: 2rem;
    padding: 0;
    margin-inline-end: calc(var(--_2) * -1);
    border-color: transparent;
    font-size: 1.25rem;
    line-height: 1;
  }
  .term a,
  .terms a {
    display: inline-block;
    min-block-size: 24px;
    font-size: var(--_small);
  }
  .term a {
    margin-block-start: var(--_2);
  }
  .terms {
    margin-block-start: var(--_4);
    padding-block-start: var(--_4);
    border-block-start: 1px solid var(--_line);
  }
  .terms dl {
    margin-block: var(--_3) 0;
  }
  .terms dl > div + div {
    margin-block-start: var(--_3);
  }
  .terms dt {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0 var(--_4);
  }
  .terms dd {
    margin: 0;
  }
  .terms button {
    min-block-size: 2rem;
    padding: 0;
    border-color: transparent;
    font-size: var(--_small);
    font-weight: 400;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
`;
