import { css } from 'lit';

/** Reports as rows that unfold, and what was said about each. */
export const styles = css`
  .reports {
    display: grid;
    list-style: none;
  }
  .reports > li {
    border-block-start: 1px solid var(--_line);
  }
  .reports summary {
    align-items: start;
    padding-block: var(--_3);
  }
  .reports summary::before {
    margin-block-start: 0.55em;
  }
  .reports .title {
    display: -webkit-box;
    overflow: hidden;
    font-weight: 600;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  .told {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_4);
    padding-block: var(--_1) var(--_6);
    padding-inline-start: 1.5rem;
  }
  .told form {
    gap: var(--_2);
  }
  .told form textarea {
    min-block-size: calc(2lh + 2 * var(--_2));
  }
  .told :is(dl, ol) {
    display: grid;
    gap: var(--_3);
    list-style: none;
    font-size: inherit;
  }
  .said li {
    padding-inline-start: var(--_3);
    border-inline-start: 3px solid var(--_line);
  }
  .said .handler {
    border-color: var(--_accent);
  }
`;
