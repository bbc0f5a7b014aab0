import { css } from 'lit';

/** A search over the page, and what it found. */
export const styles = css`
  .finding {
    inline-size: min(40rem, 100vw - 2rem);
    max-block-size: calc(100dvh - 2rem);
    padding: var(--_3) min(var(--_6), 4vw) var(--_6);
    overflow: auto;
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 2);
    color: light-dark(#1d1f1c, #e3e4de);
    background: light-dark(#fff, #22251f);
    overscroll-behavior: contain;
  }
  .finding::backdrop {
    background: rgb(0 0 0 / 0.4);
  }
  .finding .top {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 var(--_4);
  }
  .finding h2 {
    font-size: var(--_large);
  }
  .finding label {
    display: block;
    margin-block: var(--_3) var(--_1);
  }
  .finding input {
    box-sizing: border-box;
    inline-size: 100%;
    min-block-size: var(--_target);
    padding: var(--_2) var(--_3);
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: transparent;
    color: inherit;
    font: inherit;
  }
  .finding [role='status'] {
    min-block-size: 1.5em;
    margin-block: var(--_2);
  }
  .finding ol {
    list-style: none;
  }
  .finding .hit {
    display: block;
    inline-size: 100%;
    padding: var(--_3) var(--_2);
    border: 0;
    border-block-end: 1px solid var(--_line);
    border-radius: 0;
    text-align: start;
    overflow-wrap: anywhere;
  }
  .finding .hit > span {
    display: block;
  }
  .finding mark {
    border-radius: 0.125em;
    color: inherit;
    background: color-mix(in srgb, var(--_accent) 24%, transparent);
    font-weight: 600;
  }
  @media (forced-colors: active) {
    .finding mark {
      color: MarkText;
      background: Mark;
    }
  }
`;
