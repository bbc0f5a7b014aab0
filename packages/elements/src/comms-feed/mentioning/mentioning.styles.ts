import { css } from 'lit';

/** The people to name, below the field that is written in. */
export const styles = css`
  .people {
    max-block-size: 12rem;
    overflow-y: auto;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    list-style: none;
  }
  .people [role='option'] {
    min-block-size: 2rem;
    padding: var(--_1) var(--_3);
    cursor: pointer;
  }
  .people [aria-selected='true'] {
    outline: 2px solid var(--_accent);
    outline-offset: -2px;
    font-weight: 600;
  }
`;
