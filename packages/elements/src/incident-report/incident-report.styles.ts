import { css } from 'lit';
import { controls } from '../design/controls.js';
import { text } from '../design/text.js';
import { tokens } from '../design/tokens.js';
import { noticeStyles } from '../session-notice/session-notice.js';

/** Questions one below the other, with answers for a thumb. */
export const styles = [
  tokens,
  text,
  controls,
  noticeStyles,
  css`
    :host {
      max-inline-size: 44rem;
    }
    :host([floating]) {
      display: contents;
    }
    .all,
    form,
    .says,
    .waiting li {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--_4);
    }
    form {
      gap: var(--_6);
    }
    .says:not(:has(*)) {
      /* It is there before it says something, and takes no room. */
      margin-block-end: calc(-1 * var(--_4));
    }
    .fold:last-child {
      border-block-end: 1px solid var(--_line);
    }
    .fold[open] {
      padding-block-end: var(--_4);
    }
    .says {
      outline-offset: 4px;
    }
    .question {
      display: grid;
      gap: var(--_2);
    }
    fieldset {
      min-inline-size: 0;
      margin: 0;
      padding: 0;
      border: 0;
    }
    legend,
    .question > label,
    .name {
      padding: 0;
      font-weight: 600;
    }
    legend {
      margin-block-end: var(--_2);
    }
    textarea,
    input:is([type='datetime-local'], [type='text']) {
      inline-size: 100%;
      min-block-size: var(--_target);
      padding: var(--_2) var(--_3);
      border: 1px solid var(--_edge);
      border-radius: var(--_radius);
      background: transparent;
      color: inherit;
      color-scheme: inherit;
      font: inherit;
    }
    /* Below 16 pixels a phone zooms in on what one writes. */
    textarea,
    input {
      font-size: max(1em, 16px);
    }
    input:is([type='datetime-local'], [type='text']) {
      max-inline-size: 18em;
    }
    textarea {
      min-block-size: calc(3lh + 2 * var(--_2));
      max-block-size: 16lh;
      field-sizing: content;
      resize: vertical;
    }
    [aria-invalid='true'] {
      border-color: var(--_danger);
    }
    .tiles,
    .stack {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(9.5rem, 100%), 1fr));
      gap: var(--_2);
    }
    .three {
      grid-template-columns: repeat(auto-fit, minmax(min(6rem, 100%), 1fr));
    }
    .stack {
      grid-template-columns: minmax(0, 1fr);
    }
    .tile {
      display: flex;
      align-items: center;
      gap: var(--_3);
      min-block-size: calc(var(--_target) + var(--_1));
      padding: var(--_2) var(--_3);
      border: 1px solid var(--_edge);
      border-radius: var(--_radius);
      line-height: 1.3;
      cursor: pointer;
      touch-action: manipulation;
      transition: background-color var(--_quick);
    }
    .tile:hover {
      background: var(--_raised);
    }
    .tile:has(:checked) {
      border-color: var(--_accent);
      background: var(--_raised);
      box-shadow: inset 0 0 0 1px var(--_accent);
    }
    .tile:has(:focus-visible) {
      outline: 3px solid var(--_focus);
      outline-offset: 2px;
    }
    .tile :focus-visible {
      outline: none;
    }
    .tile .muted {
      display: block;
      margin-block-start: var(--_1);
      line-height: 1.4;
    }
    .stack .tile {
      align-items: start;
    }
    input:is([type='radio'], [type='checkbox']) {
      flex: none;
      inline-size: 1.125rem;
      block-size: 1.125rem;
      margin: 0;
      margin-block-start: 0.05em;
      accent-color: var(--_accent);
    }
    .check {
      display: flex;
      align-items: center;
      gap: var(--_3);
      min-block-size: var(--_target);
      cursor: pointer;
    }
    .check + p {
      margin-block-start: calc(-1 * var(--_4));
    }
    .advice {
      display: grid;
      gap: var(--_2);
      padding-inline-start: var(--_4);
      border-inline-start: 3px solid var(--_accent);
    }
    .advice[hidden] {
      display: none;
    }
    details > summary {
      display: flex;
      align-items: center;
      gap: var(--_3);
      min-block-size: var(--_target);
      padding-block: var(--_1);
      cursor: pointer;
      list-style: none;
    }
    summary::-webkit-details-marker {
      display: none;
    }
    summary::before {
      content: '';
      flex: none;
      inline-size: 0.4em;
      block-size: 0.4em;
      margin-inline-start: 0.25rem;
      border: solid currentColor;
      border-width: 0 1.5px 1.5px 0;
      rotate: 45deg;
      translate: 0 -0.15em;
      transition: rotate var(--_quick);
    }
    details[open] > summary::before {
      rotate: 225deg;
      translate: 0 0.15em;
    }
    dl {
      display: grid;
      gap: var(--_3);
      font-size: var(--_small);
    }
    dt {
      font-weight: 600;
    }
    .acts {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--_2) var(--_3);
    }
    form > .acts .primary {
      flex: 1 1 14rem;
      min-block-size: calc(var(--_target) + var(--_2));
    }
    form > .acts [role='status'] {
      flex: 1 1 100%;
    }
    .recorded,
    .stuck {
      padding-inline-start: var(--_3);
      border-inline-start: 3px solid var(--_positive);
    }
    .stuck {
      border-color: var(--_warning);
    }
    .plain {
      white-space: pre-wrap;
    }
    .waiting {
      display: grid;
      gap: var(--_4);
      list-style: none;
    }
    .waiting li {
      gap: var(--_2);
      padding-block-end: var(--_4);
      border-block-end: 1px solid var(--_line);
    }
    .fold {
      border-block-start: 1px solid var(--_line);
    }
    .opener {
      position: fixed;
      z-index: 1;
      inset-block-end: max(var(--_4), env(safe-area-inset-bottom));
      inset-inline-end: var(--_4);
      min-block-size: calc(var(--_target) + var(--_1));
      border-radius: 999px;
      box-shadow: 0 0.25rem 1rem rgb(0 0 0 / 0.25);
      font-family: var(--_font);
    }
    dialog {
      inline-size: min(40rem, 100vw);
      max-inline-size: 100vw;
      max-block-size: 100dvh;
      padding: var(--_4) min(var(--_6), 4vw) var(--_6);
      overflow: auto;
      border: 1px solid var(--_line);
      border-radius: calc(var(--_radius) * 2);
      color: light-dark(#1d1f1c, #e3e4de);
      background: light-dark(#fff, #22251f);
      overscroll-behavior: contain;
      font-family: var(--_font);
      line-height: 1.5;
      text-align: start;
      overflow-wrap: anywhere;
    }
    dialog::backdrop {
      background: rgb(0 0 0 / 0.4);
    }
    .head {
      display: flex;
      justify-content: space-between;
      align-items: center;
      gap: var(--_3);
      margin-block-end: var(--_4);
    }
    @media (max-width: 30rem) {
      dialog {
        inline-size: 100vw;
        block-size: 100dvh;
        border: 0;
        border-radius: 0;
      }
    }
    @media (forced-colors: active) {
      .tile:has(:checked) {
        outline: 2px solid Highlight;
      }
    }
    @media print {
      form,
      .acts,
      .opener {
        display: none;
      }
    }
  `,
];
