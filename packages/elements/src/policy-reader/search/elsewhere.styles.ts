import { css } from 'lit';

/** What stands below the hits of the document: those of the other policies. */
export const styles = css`
  .elsewhere {
    margin-block-start: var(--_3);
  }
  .elsewhere [lang] {
    margin-block-start: var(--_4);
  }
  .elsewhere .hits a {
    display: block;
    border-color: transparent;
    text-align: start;
    text-decoration: none;
  }
  .elsewhere .hits a > span {
    display: block;
  }
`;
