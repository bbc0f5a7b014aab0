import { css } from 'lit';

/** A list of people over the page. */
export const styles = css`
  .asked {
    inline-size: min(32rem, 100vw - 2rem);
    max-block-size: calc(100dvh - 2rem);
    padding: var(--_3) min(var(--_6), 4vw) var(--_6);
    overflow: auto;
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 2);
    color: light-dark(#1d1f1c, #e3e4de);
    background: light-dark(#fff, #22251f);
    overscroll-behavior: contain;
  }
  .asked::backdrop {
    background: rgb(0 0 0 / 0.4);
  }
  .asked .top {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 var(--_4);
  }
  .asked h2 {
    font-size: var(--_large);
  }
  .asked h3 {
    margin-block-start: var(--_4);
    font-size: 1em;
  }
  .asked ul {
    list-style: none;
  }
  .asked li {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 var(--_4);
    padding-block: var(--_2);
    border-block-end: 1px solid var(--_line);
  }
`;
