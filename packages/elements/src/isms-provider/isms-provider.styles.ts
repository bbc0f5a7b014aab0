import { css } from 'lit';
import { controls } from '../design/controls.js';
import { text } from '../design/text.js';
import { tokens } from '../design/tokens.js';
import { noticeStyles } from '../session-notice/session-notice.js';

/** The provider takes no room of its own. */
export const styles = [
  tokens,
  text,
  controls,
  noticeStyles,
  css`
    :host {
      display: contents;
    }
    [role='status'] {
      display: contents;
    }
    .notice {
      margin-block-end: var(--_4);
    }
  `,
];
