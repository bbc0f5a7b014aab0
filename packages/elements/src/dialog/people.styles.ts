import { css } from 'lit';

/** People over the page. */
export const styles = css`
  dialog.asked h3 {
    margin-block-start: var(--_4);
    font-size: 1em;
  }
  dialog.asked ul {
    list-style: none;
  }
  dialog.asked li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 var(--_4);
    padding-block: var(--_2);
    border-block-end: 1px solid var(--_line);
  }
`;
