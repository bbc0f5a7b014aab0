import { css } from 'lit';

/** One message after the other: type first, and a card only for what concerns everybody. */
export const messageStyles = css`
  .message {
    padding-block: var(--_3);
    border-radius: var(--_radius);
    contain: layout style;
  }
  .message:focus-visible {
    outline-offset: -3px;
  }
  .day {
    padding-block: var(--_2) var(--_3);
    text-align: center;
  }
  .mark {
    display: flex;
    align-items: center;
    gap: var(--_3);
    padding-block-end: var(--_3);
    font-size: var(--_small);
    font-weight: 600;
  }
  .mark::before,
  .mark::after {
    content: '';
    flex: 1;
    border-block-start: 2px solid var(--_accent);
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 var(--_2);
  }
  .author {
    font-weight: 600;
  }
  .broadcast > .card,
  .alert > .card {
    padding: var(--_3) var(--_4);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_raised);
  }
  .alert > .card {
    border-color: var(--_edge);
    border-inline-start: 4px solid var(--_warning);
  }
  .kind {
    margin-inline-start: auto;
    font-size: var(--_small);
    font-weight: 600;
  }
  .title {
    margin-block: var(--_1);
    font-size: 1.0625em;
    font-weight: 600;
    line-height: 1.35;
    unicode-bidi: plaintext;
  }
  .card,
  .replies {
    max-inline-size: 44rem;
  }
  .body {
    overflow-wrap: anywhere;
  }
  .body > * {
    margin-block: 0;
  }
  .body > * + * {
    margin-block-start: var(--_2);
  }
  .body :is(ul, ol) {
    padding-inline-start: 1.5em;
    list-style: revert;
  }
  .body :is(h1, h2, h3, h4, h5, h6) {
    font-size: 1em;
    font-weight: 600;
  }
  .body pre {
    overflow-x: auto;
    white-space: pre-wrap;
  }
  .body blockquote {
    margin-inline: 0;
    padding-inline-start: var(--_3);
    border-inline-start: 3px solid var(--_line);
  }
  .body .scroll {
    overflow-x: auto;
  }
  .body :is(td, th) {
    padding: var(--_1) var(--_2);
    border: 1px solid var(--_line);
    text-align: start;
  }
  .body table {
    border-collapse: collapse;
  }
  .mention {
    font-weight: 600;
  }
  .mention.mine {
    padding-inline: 0.2em;
    border-block-end: 2px solid var(--_accent);
  }
  .plain {
    white-space: pre-wrap;
  }
  .gone {
    font-style: italic;
  }
  .action {
    display: grid;
    margin-block: var(--_3);
    padding-inline-start: var(--_3);
    border-inline-start: 2px solid var(--_edge);
  }
  .count {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_1) var(--_3);
    margin-block-start: var(--_2);
  }
  progress {
    flex: 0 1 10rem;
    inline-size: 10rem;
    block-size: 0.5rem;
    accent-color: var(--_accent);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_2) var(--_4);
  }
  .recorded,
  .stuck,
  .refused {
    padding-inline-start: var(--_3);
    border-inline-start: 3px solid var(--_positive);
  }
  .stuck {
    border-color: var(--_warning);
  }
  .refused {
    border-color: var(--_danger);
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_2);
    margin-block-start: var(--_1);
    margin-inline-start: calc(-1 * var(--_1));
  }
  .quiet {
    min-block-size: 2rem;
    padding: var(--_1) var(--_2);
    border-color: transparent;
    color: var(--_muted);
    font-size: var(--_small);
    text-decoration: underline;
    text-decoration-color: var(--_edge);
    text-underline-offset: 0.2em;
  }
  .thread {
    margin-block-start: var(--_2);
    padding-inline-start: var(--_4);
    border-inline-start: 2px solid var(--_line);
  }
  .replies {
    list-style: none;
  }
  .replies > li {
    padding-block: var(--_2);
  }
  .waiting {
    opacity: 1;
  }
  .earlier {
    padding-block: var(--_2);
    text-align: center;
  }
`;
