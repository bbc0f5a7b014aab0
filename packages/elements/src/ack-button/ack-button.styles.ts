import { css } from 'lit';
import { controls } from '../design/controls.js';
import { text } from '../design/text.js';
import { tokens } from '../design/tokens.js';

/** A statement, the act below it, and what became of it. */
export const styles = [
  tokens,
  text,
  controls,
  css`
    .row {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--_2) var(--_4);
    }
    .statement {
      margin-block-end: var(--_4);
      max-inline-size: 38em;
    }
    label {
      display: block;
      margin-block: var(--_2) var(--_4);
    }
    .status {
      max-inline-size: 38em;
      outline: none;
    }
    .loading,
    .failed,
    .nothing {
      color: var(--_muted);
    }
    .queued,
    .rejected,
    .recorded,
    .verified,
    .unverified {
      padding-inline-start: var(--_4);
      border-inline-start: 3px solid;
    }
    .recorded,
    .verified {
      border-color: var(--_positive);
    }
    .queued {
      border-color: var(--_warning);
    }
    .rejected,
    .unverified {
      border-color: var(--_danger);
    }
    @media print {
      :host(:state(draft)) {
        display: none;
      }
    }
  `,
];
