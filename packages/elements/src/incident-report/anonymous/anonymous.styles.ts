import { css } from 'lit';

/** A code, large enough to be copied by hand. */
export const styles = css`
  .code {
    font-family: ui-monospace, monospace;
    font-size: clamp(1.25rem, 6vw, 1.75rem);
    font-weight: 600;
    letter-spacing: 0.04em;
    user-select: all;
  }
  .paper {
    position: fixed;
    inline-size: 0;
    block-size: 0;
    border: 0;
  }
`;
