import { css } from 'lit';

/** A knowledge check, over the page. */
export const styles = css`
  dialog {
    box-sizing: border-box;
    inline-size: min(40rem, 100vw - 2rem);
    max-inline-size: none;
    max-block-size: calc(100dvh - 2rem);
    padding: 0 min(var(--_6), 4vw) var(--_6);
    overflow: auto;
    scroll-padding-block: 2rem;
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 2);
    color: light-dark(#1d1f1c, #e3e4de);
    background: light-dark(#fff, #22251f);
    box-shadow: 0 0.5rem 2.5rem rgb(0 0 0 / 0.22);
    overscroll-behavior: contain;
    overflow-wrap: anywhere;
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 0.4);
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 var(--_4);
    padding-block: var(--_3);
  }
  .top h2 {
    flex: 1 1 8em;
    margin: 0;
    font-size: var(--_large);
    line-height: 1.3;
    outline: none;
  }
  fieldset {
    min-inline-size: 0;
    margin: var(--_6) 0 0;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0;
    margin-block-end: var(--_2);
    font-weight: 600;
  }
  dialog label {
    display: flex;
    gap: var(--_3);
    align-items: start;
    margin: 0;
    padding: var(--_2);
    min-block-size: var(--_target);
    box-sizing: border-box;
    border-radius: var(--_radius);
    cursor: pointer;
  }
  dialog label:hover {
    background: var(--_raised);
  }
  dialog input {
    flex: none;
    inline-size: 1.25rem;
    block-size: 1.25rem;
    margin: 0.15em 0 0;
    accent-color: var(--_accent);
  }
  .told {
    margin-block-start: var(--_2);
    padding-inline-start: var(--_4);
    border-inline-start: 3px solid var(--_danger);
  }
  .told.right {
    border-color: var(--_positive);
  }
  .outcome {
    margin-block: 0 var(--_3);
    outline: none;
  }
  .solution {
    color: var(--_muted);
  }
  dialog .row {
    margin-block-start: var(--_6);
  }
`;
