import { css } from 'lit';
import { controls } from '../design/controls.js';
import { text } from '../design/text.js';
import { tokens } from '../design/tokens.js';
import { noticeStyles } from '../session-notice/session-notice.js';
import { panels } from './panel.styles.js';

const page = css`
  .reader {
    --_measure: 36em;
    --_leading: 1.6;
    font-size: calc(1em * var(--_scale, 1));
    color: var(--_text);
    background: var(--_surface);
    position: relative;
  }
  .reader[data-width='narrow'] {
    --_measure: 28em;
  }
  .reader[data-width='wide'] {
    --_measure: 46em;
  }
  .reader[data-spacing='tight'] {
    --_leading: 1.4;
  }
  .reader[data-spacing='loose'] {
    --_leading: 1.9;
    letter-spacing: 0.04em;
    word-spacing: 0.1em;
  }
  .reader[data-font='serif'] article {
    font-family: 'Iowan Old Style', Charter, 'Source Serif 4', Georgia, 'Noto Serif', serif;
  }
  .reader[data-font='sans'] article {
    font-family: system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif;
  }
  .reader:not([data-theme='host']) {
    --_text: var(--_ink);
    --_surface: var(--_paper);
    padding: var(--_4);
    border-radius: var(--_radius);
  }
  .reader[data-theme='light'] {
    color-scheme: light;
    --_ink: #1d1f1c;
    --_paper: #fdfdfb;
  }
  .reader[data-theme='sepia'] {
    color-scheme: light;
    --_ink: #3c2f20;
    --_paper: #f6ecd9;
  }
  .reader[data-theme='dark'] {
    color-scheme: dark;
    --_ink: #dcdcd6;
    --_paper: #171916;
  }
  .bar {
    position: relative;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--_4);
    max-inline-size: var(--_measure);
    margin: 0 auto var(--_6);
    padding-block-end: var(--_1);
    border-block-end: 1px solid var(--_line);
  }
  .bar button,
  .left,
  .turn span {
    font-size: max(0.8125rem, 0.8125em);
  }
  .bar button {
    border-color: transparent;
    padding-inline: 0;
  }
  .left {
    margin-inline-start: auto;
  }
  .line {
    position: absolute;
    inset-block-end: -1px;
    inset-inline-start: 0;
    block-size: 2px;
    inline-size: calc(100% * var(--_progress, 0));
    background: var(--_accent);
    transition: inline-size var(--_slow);
  }
  @media (forced-colors: active) {
    .line {
      background: Highlight;
    }
  }
  .frame {
    overflow: auto;
    max-block-size: 100%;
  }
  article {
    max-inline-size: var(--_measure);
    margin-inline: auto;
    line-height: var(--_leading);
    text-wrap: pretty;
    hyphens: auto;
  }
  article:focus-visible {
    outline: none;
  }
  .frame:has(> article:focus-visible) {
    outline: 2px solid var(--_focus);
    outline-offset: 4px;
    border-radius: 1px;
  }
  [role='heading'] {
    line-height: 1.25;
    font-weight: 650;
    text-wrap: balance;
    hyphens: manual;
    letter-spacing: -0.005em;
    break-after: avoid;
    scroll-margin-block-start: var(--_6);
  }
  .title {
    font-size: 1.75em;
    letter-spacing: -0.015em;
  }
  .meta {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: var(--_1) var(--_3);
    margin-block: var(--_2) calc(var(--_6) * 1.25);
  }
  .meta select {
    font: inherit;
    color: inherit;
    background: transparent;
    border: 1px solid;
    border-radius: var(--_radius);
    min-block-size: 2rem;
  }
  .long section {
    content-visibility: auto;
    contain-intrinsic-size: auto 12em;
  }
  section > [role='heading'] {
    font-size: 1.0625em;
    margin-block: 1.8em 0.5em;
  }
  section.l1 > [role='heading'],
  section.l2 > [role='heading'] {
    font-size: 1.3em;
    margin-block: 2em 0.6em;
  }
  section:first-of-type > [role='heading'] {
    margin-block-start: 0;
  }
  .paged .frame {
    overflow: hidden;
  }
  .paged article {
    /* One, by its width: of a number of one WebKit makes no columns. */
    columns: 100vw;
    position: relative;
    column-gap: 3rem;
    column-fill: auto;
    --_page: var(--isms-page-height, clamp(16rem, 100dvh - 17rem, 44rem));
    block-size: var(--_page);
    overflow: hidden;
    orphans: 2;
    widows: 2;
  }
  .paged .body :is(.scroll, img) {
    max-block-size: var(--_page);
    overflow: auto;
  }
  .paged .body pre {
    overflow: visible;
    overflow-wrap: anywhere;
  }
  .turn {
    display: flex;
    align-items: center;
    justify-content: space-between;
    max-inline-size: var(--_measure);
    margin: var(--_4) auto 0;
  }
  .turn button {
    font-size: 1.25em;
    border-color: transparent;
  }
  .resume {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_2) var(--_4);
    max-inline-size: var(--_measure);
    margin: 0 auto var(--_6);
    padding: var(--_3) var(--_4);
    border-radius: var(--_radius);
    background: var(--_raised);
  }
  .resume > * {
    font-size: max(0.875rem, 0.875em);
  }
  .resume > :not(button) {
    flex: 1 1 14em;
  }
  .end {
    max-inline-size: var(--_measure);
    margin: calc(var(--_6) * 2) auto 0;
  }
  @media print {
    .bar,
    .turn,
    .resume,
    select {
      display: none;
    }
    .reader .frame,
    .reader article {
      columns: auto;
      block-size: auto;
      max-inline-size: none;
      overflow: visible;
    }
    section,
    section[hidden] {
      display: block;
      content-visibility: visible;
    }
    .reader .body :is(.scroll, img) {
      max-block-size: none;
      overflow: visible;
    }
  }
`;

/** What foreign HTML looks like. */
const body = css`
  .body > * + * {
    margin-block-start: 0.85em;
  }
  .body ul,
  .body ol {
    padding-inline-start: 1.5em;
  }
  .body li + li,
  .body :is(li, details) > * + * {
    margin-block-start: 0.35em;
  }
  .body summary {
    min-block-size: 24px;
  }
  .body li::marker {
    color: var(--_muted);
  }
  .body strong {
    font-weight: 650;
  }
  .body blockquote {
    margin-inline: 0;
    padding-inline-start: 1.1em;
    border-inline-start: 3px solid var(--_line);
  }
  .body blockquote > * + * {
    margin-block-start: 0.6em;
  }
  .body pre {
    overflow: auto;
    font-size: 0.875em;
    padding: var(--_3);
    background: var(--_raised);
    border-radius: var(--_radius);
    white-space: pre-wrap;
  }
  .body code {
    font-size: 0.9em;
  }
  .body hr {
    border: 0;
    border-block-start: 1px solid var(--_line);
    margin-block: 2em;
  }
  .body img {
    max-inline-size: 100%;
    block-size: auto;
  }
  .body a:not([href^='#']) {
    text-decoration-color: var(--_accent);
    text-decoration-thickness: 0.09em;
  }
  .body sup,
  .body sub {
    line-height: 0;
  }
  .scroll {
    overflow-x: auto;
    break-inside: avoid;
  }
  .scroll:focus-visible {
    outline-offset: -3px;
  }
  table {
    border-collapse: collapse;
    font-size: 0.9em;
    line-height: 1.45;
    min-inline-size: 100%;
  }
  th,
  td {
    text-align: start;
    vertical-align: top;
    padding-block: 0.55em;
    padding-inline: 0 1em;
    border-block-end: 1px solid var(--_line);
    min-inline-size: 7em;
    overflow-wrap: normal;
  }
  th {
    font-weight: 650;
    border-block-end-color: var(--_edge);
  }
`;

/** The styles of `policy-reader`. */
export const styles = [tokens, text, controls, noticeStyles, page, body, panels];
