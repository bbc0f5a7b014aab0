import { css } from 'lit';

/** A search over the page, and what it found. */
export const styles = css`
  .finding {
    inline-size: min(40rem, 100vw - 2rem);
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
