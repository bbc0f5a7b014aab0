import { css } from 'lit';

/** The files of a message, one after the other where there is room. */
export const styles = css`
  .attached {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_1) var(--_2);
    margin: var(--_2) 0 0;
    padding: 0;
    list-style: none;
  }
  .attached li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--_2);
    max-inline-size: 100%;
  }
  .attached button {
    max-inline-size: 100%;
    overflow-wrap: anywhere;
    text-align: start;
  }
`;
