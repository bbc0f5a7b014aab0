import { css } from 'lit';

/** The panel of the search, and the hits painted over the text. */
export const styles = css`
  #search {
    padding-block-end: var(--_3);
  }
  #search[data-at] {
    max-block-size: min(20rem, 46dvh);
  }
  #search[data-at='bottom'] {
    inset-block: auto 1rem;
  }
  .find {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_2);
  }
  .find input {
    flex: 1 1 8em;
    min-inline-size: 0;
    min-block-size: var(--_target);
    padding: var(--_2) var(--_3);
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: transparent;
    color: inherit;
    font: inherit;
  }
  .find button {
    flex: none;
    padding: 0;
  }
  .results {
    --_room: min(var(--_3), 4vw);
    margin: var(--_3) calc(var(--_room) * -1) 0;
    padding-inline: var(--_room);
  }
  #search .said:not(:empty) {
    margin-block-start: var(--_3);
  }
  .hits,
  .hits ol {
    list-style: none;
    padding: 0;
  }
  .hits > li + li {
    margin-block-start: var(--_3);
  }
  .hits [role='heading'] {
    font-size: 0.8125rem;
    text-wrap: wrap;
    opacity: 0.8;
  }
  .hits button {
    display: block;
    inline-size: calc(100% + var(--_room) * 2);
    margin-inline: calc(var(--_room) * -1);
    padding-inline: var(--_room);
    border-color: transparent;
    text-align: start;
  }
  .hits button:focus-visible {
    outline-offset: -3px;
  }
  .hits [aria-current] {
    background: var(--_raised);
    box-shadow: inset 3px 0 var(--_focus);
  }
  .hits:dir(rtl) [aria-current] {
    box-shadow: inset -3px 0 var(--_focus);
  }
  .hits mark {
    border-radius: 2px;
    background: #ffe08a;
    color: #1d1f1c;
  }
  @media (max-width: 40rem) {
    #search {
      inset: 0 0 auto;
      inline-size: 100%;
      max-inline-size: none;
      max-block-size: 80dvh;
      border-radius: 0 0 calc(var(--_radius) * 2) calc(var(--_radius) * 2);
    }
    #search[data-at='bottom'] {
      inset-block: auto 0;
      border-radius: calc(var(--_radius) * 2) calc(var(--_radius) * 2) 0 0;
    }
  }
  #search:popover-open {
    display: flex;
    flex-direction: column;
  }
  #search > * {
    flex: none;
  }
  #search > .top {
    position: static;
    z-index: auto;
  }
  #search > .results {
    flex: 0 1 auto;
    overflow: auto;
  }
  #search > .results:has(.hits) {
    min-block-size: 4rem;
  }
  /* These colours hold on every page, also on a dark one that does not say so. */
  @media screen and (forced-colors: none) {
    ::highlight(isms-hit) {
      background-color: #ffe08a;
      color: #1d1f1c;
    }
    ::highlight(isms-current-hit) {
      background-color: #ffb64d;
      color: #1d1f1c;
      text-decoration: underline 0.2em #d9480f;
    }
  }
  @media screen and (forced-colors: active) {
    /* Forced colours paint every hit alike, so only the one that is looked at is painted. */
    ::highlight(isms-current-hit) {
      background-color: Highlight;
      color: HighlightText;
    }
    .hits [aria-current] {
      border: 2px solid Highlight;
    }
  }
`;
