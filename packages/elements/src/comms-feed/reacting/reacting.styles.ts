import { css } from 'lit';

/** What people say of messages with one press, and what stands at the top of a channel. */
export const styles = css`
  .quiet[aria-pressed='true'] {
    border-color: var(--_accent);
    color: inherit;
    font-weight: 600;
    text-decoration: none;
  }
  /* There every button has a border. */
  @media (forced-colors: active) {
    .quiet[aria-pressed='true'] {
      border: 3px solid Highlight;
    }
  }
  .foot > bdi {
    align-self: center;
    padding-inline: var(--_2);
    font-size: var(--_small);
  }
  .asking {
    padding-inline: var(--_2);
    inline-size: 100%;
    font-size: var(--_small);
  }
  .pinned {
    flex: none;
    border-block-end: 1px solid var(--_line);
    font-size: var(--_small);
  }
  .pinned > summary {
    min-block-size: 2rem;
    padding-block: var(--_2);
    font-weight: 600;
    cursor: pointer;
  }
  .pinned > ul {
    max-block-size: 30vh;
    padding-block-end: var(--_2);
    overflow-y: auto;
    list-style: none;
  }
  .pinned button {
    display: block;
    inline-size: 100%;
    overflow: hidden;
    text-align: start;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
`;
