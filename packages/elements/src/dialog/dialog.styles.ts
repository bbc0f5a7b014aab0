import { css } from 'lit';

/** What is asked or listed over the page. */
export const styles = css`
  dialog {
    inline-size: min(32rem, 100vw - 2rem);
    max-block-size: calc(100dvh - 2rem);
    padding: var(--_6) min(var(--_6), 4vw);
    overflow: auto;
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 2);
    color: light-dark(#1d1f1c, #e3e4de);
    background: light-dark(#fff, #22251f);
    box-shadow: 0 0.5rem 2.5rem rgb(0 0 0 / 0.22);
    overscroll-behavior: contain;
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 0.4);
  }
  dialog h2 {
    font-size: var(--_large);
    line-height: 1.3;
  }
  dialog > p {
    margin-block-start: var(--_2);
  }
  dialog > .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_2) var(--_3);
    margin-block-start: var(--_6);
  }
  dialog:has(> .top) {
    padding-block-start: var(--_3);
  }
  dialog > .top {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 var(--_4);
  }
`;
