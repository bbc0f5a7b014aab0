import { css } from 'lit';

/** A note stands below the text that it belongs to. */
export const styles = css`
  .note {
    inset: auto 0 1rem;
    margin-inline: auto;
    inline-size: min(36rem, 96vw);
    max-block-size: min(24rem, 60dvh);
  }
  .note .top {
    padding-block: var(--_1);
  }
  .note a {
    color: inherit;
  }
  .noted {
    margin-block-end: var(--_3);
    overflow-wrap: anywhere;
  }
`;
