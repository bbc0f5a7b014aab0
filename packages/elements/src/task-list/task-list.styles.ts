import { css } from 'lit';
import { rows } from '../asked/rows.styles.js';
import { controls } from '../design/controls.js';
import { text } from '../design/text.js';
import { tokens } from '../design/tokens.js';
import { noticeStyles } from '../session-notice/session-notice.js';

/** Rows that unfold; what is inside is set in from them, as type. */
export const styles = [
  tokens,
  text,
  controls,
  noticeStyles,
  rows,
  css`
    .says {
      outline-offset: 2px;
    }
    summary {
      position: relative;
      cursor: pointer;
      list-style: none;
    }
    summary::-webkit-details-marker {
      display: none;
    }
    .task > summary {
      padding-inline-start: 1.5rem;
    }
    summary::before {
      content: '';
      inline-size: 0.4em;
      block-size: 0.4em;
      border: solid currentColor;
      border-width: 0 1.5px 1.5px 0;
      rotate: 45deg;
      translate: 0 -0.15em;
      transition: rotate var(--_quick);
    }
    .task > summary::before {
      position: absolute;
      inset-block-start: calc(var(--_3) + 0.6em);
      inset-inline-start: 0.25rem;
    }
    details[open] > summary::before {
      rotate: 225deg;
      translate: 0 0.15em;
    }
    .ended {
      margin-block-start: var(--_4);
    }
    .ended > summary {
      display: flex;
      align-items: center;
      gap: var(--_2);
      min-block-size: var(--_target);
      padding-inline-start: 0.25rem;
      color: var(--_muted);
    }
    .inside {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--_4);
      max-inline-size: 44rem;
      padding-block: var(--_1) var(--_6);
      padding-inline-start: 1.5rem;
    }
    .plain {
      white-space: pre-wrap;
    }
    .body > * {
      margin-block: 0;
    }
    .body > * + * {
      margin-block-start: var(--_2);
    }
    .body :is(ul, ol) {
      padding-inline-start: 1.5em;
      border: 0;
      list-style: revert;
    }
    .body li {
      border: 0;
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
    .body table {
      border-collapse: collapse;
    }
    .body :is(td, th) {
      padding: var(--_1) var(--_2);
      border: 1px solid var(--_line);
      text-align: start;
    }
    .steps {
      display: grid;
      gap: var(--_3);
      padding-inline-start: var(--_3);
      border-inline-start: 1px solid var(--_line);
      list-style: none;
    }
    .steps li {
      border: 0;
    }
    .acts {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--_2) var(--_3);
    }
    .recorded,
    .stuck {
      padding-inline-start: var(--_3);
      border-inline-start: 3px solid var(--_positive);
    }
    .stuck {
      border-color: var(--_warning);
    }
    .says > * + *,
    .says + ul {
      margin-block-start: var(--_3);
    }
    form {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--_1);
    }
    form .acts {
      margin-block-start: var(--_1);
    }
    label {
      font-size: var(--_small);
      font-weight: 600;
    }
    textarea {
      inline-size: 100%;
      min-block-size: calc(2lh + 2 * var(--_2));
      max-block-size: 12lh;
      padding: var(--_2) var(--_3);
      border: 1px solid var(--_edge);
      border-radius: var(--_radius);
      background: transparent;
      color: inherit;
      color-scheme: inherit;
      font: inherit;
      field-sizing: content;
      resize: vertical;
    }
    @media print {
      .acts,
      form {
        display: none;
      }
    }
  `,
];
