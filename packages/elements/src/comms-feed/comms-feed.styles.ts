import { css } from 'lit';
import { controls } from '../design/controls.js';
import { text } from '../design/text.js';
import { tokens } from '../design/tokens.js';
import { noticeStyles } from '../session-notice/session-notice.js';
import { messageStyles } from './message.styles.js';

/** Channels at the side where there is room, and messages that scroll within the feed. */
export const styles = [
  tokens,
  text,
  controls,
  noticeStyles,
  messageStyles,
  css`
    :host {
      container-type: inline-size;
    }
    .feed {
      display: grid;
      block-size: var(--isms-feed-size, clamp(24rem, 78dvh, 56rem));
    }
    .groups {
      min-block-size: 0;
      overflow-y: auto;
    }
    ul {
      list-style: none;
    }
    .groups li {
      border-block-end: 1px solid var(--_line);
    }
    .group {
      display: grid;
      grid-template-columns: 1fr auto;
      justify-content: start;
      align-items: baseline;
      gap: 0 var(--_3);
      inline-size: 100%;
      padding: var(--_3) var(--_2);
      border: 0;
      border-radius: 0;
      text-align: start;
    }
    .group[aria-current] {
      padding-inline-start: calc(var(--_2) - 3px);
      border-inline-start: 3px solid var(--_accent);
      background: var(--_raised);
    }
    .group:has(.unread) .name {
      font-weight: 600;
    }
    .unread {
      justify-self: start;
      padding-inline: var(--_2);
      border: 1px solid var(--_accent);
      border-radius: 1em;
      font-size: var(--_small);
      font-weight: 600;
    }
    .channel {
      display: flex;
      flex-direction: column;
      min-block-size: 0;
      min-inline-size: 0;
    }
    .header {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: var(--_1) var(--_4);
      padding-block-end: var(--_2);
      border-block-end: 1px solid var(--_line);
    }
    .heading {
      font-size: var(--_large);
      line-height: 1.3;
      outline: none;
    }
    .back {
      min-block-size: 2.25rem;
      padding: var(--_1) var(--_3);
    }
    .back::before {
      content: '';
      inline-size: 0.5em;
      block-size: 0.5em;
      border: solid currentColor;
      border-width: 0 0 1.5px 1.5px;
      rotate: 45deg;
    }
    :host(:dir(rtl)) .back::before {
      rotate: 225deg;
    }
    .find {
      margin-inline-start: auto;
    }
    .choose {
      padding: var(--_6);
    }
    .later {
      flex: none;
      block-size: 9.5rem;
    }
    @container (inline-size < 46rem) {
      .later {
        block-size: 5.25rem;
      }
      .about {
        display: none;
      }
      .none .choose,
      .choosing.one .groups {
        display: none;
      }
    }
    @container (inline-size >= 46rem) {
      .choosing {
        grid-template-columns: minmax(13rem, 17rem) minmax(0, 1fr);
        gap: var(--_6);
      }
      .choosing .groups {
        border-inline-end: 1px solid var(--_line);
      }
      .choosing .back {
        display: none;
      }
    }
    .view {
      position: relative;
      display: flex;
      flex: 1 1 8rem;
      flex-direction: column;
      min-block-size: 7rem;
    }
    .messages {
      flex: 1;
      min-block-size: 0;
      overflow: auto;
      overscroll-behavior: contain;
      scroll-padding-block: var(--_2) 3.5rem;
      padding-inline: var(--_1);
    }
    .nothing {
      position: absolute;
      inset: var(--_4) 0 auto;
    }
    .ways {
      position: absolute;
      inset: auto 0 var(--_2);
      display: flex;
      flex-wrap: wrap;
      justify-content: center;
      gap: var(--_2);
      pointer-events: none;
    }
    .way {
      min-block-size: 2.25rem;
      padding: var(--_1) var(--_4);
      border-radius: 2em;
      color: light-dark(#1d1f1c, #e3e4de);
      background: light-dark(#fff, #22251f);
      box-shadow: 0 0.125rem 0.75rem rgb(0 0 0 / 0.16);
      font-size: var(--_small);
      pointer-events: auto;
    }
    .way:hover {
      background: light-dark(#f1f1ee, #2d312a);
    }
    .unseen {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
    @media print {
      .feed {
        block-size: auto;
      }
      .messages {
        overflow: visible;
      }
      .ways,
      .composer,
      .groups {
        display: none;
      }
    }
  `,
];
