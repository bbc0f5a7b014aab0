import { css } from 'lit';

/** What is marked, the acts beside a selection, and the box of a mark. */
export const styles = css`
  @media screen {
    ::highlight(isms-mark) {
      background-color: rgb(250 190 40 / 0.38);
    }
  }
  @media screen and (forced-colors: active) {
    ::highlight(isms-mark) {
      background-color: Mark;
      color: MarkText;
    }
  }
  .marking:popover-open {
    position: fixed;
    inset: auto;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_1);
    margin: 0;
    padding: var(--_1);
    inline-size: max-content;
    max-inline-size: calc(100vw - 20px);
  }
  .marking button {
    border-color: transparent;
  }
  .marking [role='status']:not(:empty) {
    padding-inline: var(--_3);
    font-size: var(--_small);
  }
  .mark {
    inset: auto 0 1rem;
    margin-inline: auto;
    inline-size: min(36rem, 96vw);
    max-block-size: min(30rem, 80dvh);
  }
  .mark blockquote {
    max-block-size: 6em;
    overflow: auto;
    margin: 0 0 var(--_3);
    padding-inline-start: var(--_3);
    border-inline-start: 3px solid var(--_accent);
    overflow-wrap: anywhere;
  }
  .mark label span {
    display: block;
    margin-block-end: var(--_2);
    font-size: var(--_small);
  }
  .mark textarea {
    inline-size: 100%;
    padding: var(--_2) var(--_3);
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: transparent;
    color: inherit;
    font: inherit;
    resize: vertical;
  }
  .mark .acts {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_2);
    margin-block-start: var(--_3);
  }
  .mine {
    margin-block-start: var(--_4);
  }
  .mine ol {
    list-style: none;
    padding: 0;
  }
  .mine .written {
    display: block;
    margin-block-start: var(--_1);
  }
`;
