import { css } from 'lit';
import { more, rows } from '../asked/rows.styles.js';
import { controls } from '../design/controls.js';
import { text } from '../design/text.js';
import { tokens } from '../design/tokens.js';
import { noticeStyles } from '../session-notice/session-notice.js';

/** Rows, with what changed in them, and what is done more quietly. */
export const styles = [
  tokens,
  text,
  controls,
  noticeStyles,
  rows,
  more,
  css`
    .change {
      display: block;
      margin-block-start: 0.125rem;
    }
    .done .title {
      font-weight: inherit;
    }
  `,
];
