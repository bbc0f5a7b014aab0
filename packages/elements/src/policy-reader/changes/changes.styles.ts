import { css } from 'lit';

/** What is new and what is gone can be told apart without colour, in print and by ear. */
export const styles = css`
  /* What is only heard stays within the pages. */
  article {
    position: relative;
  }
  ins[data-changed] {
    background: color-mix(in srgb, var(--_positive) 16%, transparent);
    text-decoration: underline solid 0.07em var(--_positive);
    text-underline-offset: 0.22em;
  }
  del[data-changed] {
    color: var(--_muted);
    text-decoration: line-through solid 0.08em;
  }
  ins[data-changed]::before,
  del[data-changed]::before,
  ins[data-changed]::after,
  del[data-changed]::after {
    position: absolute;
    inline-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
    content: var(--_inserted);
  }
  del[data-changed]::before {
    content: var(--_deleted);
  }
  ins[data-changed]::after,
  del[data-changed]::after {
    content: var(--_end);
  }
  del[data-changed] + ins[data-changed] {
    margin-inline-start: 0.2em;
  }
  section[data-changed] > [role='heading'] {
    text-decoration: underline solid 0.07em var(--_positive);
    text-underline-offset: 0.22em;
  }
  .was-heading {
    font-weight: 600;
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_2);
  }
  .resume > .acts {
    flex: none;
    max-inline-size: 100%;
  }
  .changes {
    list-style: none;
    padding: 0;
  }
  .changes button {
    display: block;
    inline-size: 100%;
    padding: var(--_3) var(--_2);
    border-color: transparent;
    border-block-end-color: var(--_line);
    border-radius: 0;
    text-align: start;
    font-weight: inherit;
  }
  .changes .muted {
    display: block;
    font-size: var(--_small);
  }
`;
