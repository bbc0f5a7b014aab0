import { css } from 'lit';
import { more, rows } from '../asked/rows.styles.js';
import { controls } from '../design/controls.js';
import { text } from '../design/text.js';
import { tokens } from '../design/tokens.js';
import { noticeStyles } from '../session-notice/session-notice.js';

/** Rows; and a count that stands within the line of a menu. */
export const styles = [
  tokens,
  text,
  controls,
  noticeStyles,
  rows,
  more,
  css`
    :host([variant='badge']) {
      display: inline;
    }
    .alert .what .muted {
      font-weight: 600;
      color: inherit;
    }
    .line {
      display: inline-block;
      padding-block: var(--_2);
    }
    .badge {
      display: inline-block;
      min-inline-size: 1.5em;
      padding-inline: 0.4em;
      border: 1px solid var(--_accent);
      border-radius: 1em;
      font-size: var(--_small);
      font-weight: 600;
      line-height: 1.4;
      text-align: center;
      font-variant-numeric: tabular-nums;
    }
    .last {
      margin-block-start: var(--_1);
    }
  `,
];
