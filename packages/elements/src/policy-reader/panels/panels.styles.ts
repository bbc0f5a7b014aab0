import { css } from 'lit';

/** What stands in the panels that are loaded when they are opened. */
export const styles = css`
  fieldset {
    border: 0;
    margin: 0;
    padding: 0;
    min-inline-size: 0;
  }
  fieldset + fieldset {
    margin-block-start: var(--_4);
  }
  legend {
    padding: 0;
    margin-block-end: var(--_1);
    font-size: 0.8125rem;
    opacity: 0.8;
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_2);
  }
  .choices label,
  .choices button {
    display: flex;
    flex: 1 1 auto;
    align-items: center;
    justify-content: center;
    min-block-size: var(--_target);
    padding: var(--_1) var(--_3);
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    cursor: pointer;
  }
  .choices input {
    position: absolute;
    opacity: 0;
    pointer-events: none;
  }
  .choices label:has(:checked) {
    border-color: var(--_focus);
    box-shadow: inset 0 0 0 1px var(--_focus);
    font-weight: 600;
  }
  .choices label:has(:focus-visible) {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }
  .check {
    display: flex;
    gap: var(--_3);
    align-items: start;
  }
  .check input {
    inline-size: 1.25rem;
    block-size: 1.25rem;
    margin: 0.15rem 0 0;
    flex: none;
  }
  .facts {
    padding-inline-start: 1.25em;
  }
  :host(:fullscreen) {
    background: Canvas;
  }
  :host(:fullscreen) .reader {
    box-sizing: border-box;
    display: flex;
    flex-direction: column;
    block-size: 100%;
    padding: var(--_4);
    border-radius: 0;
  }
  :host(:fullscreen) .frame {
    flex: 1;
    min-block-size: 0;
  }
  :host(:fullscreen) .paged .frame {
    container-type: size;
  }
  :host(:fullscreen) .paged article {
    --_page: 100cqb;
  }
  :host(:fullscreen) .bar,
  :host(:fullscreen) .turn {
    box-sizing: border-box;
    inline-size: 100%;
  }
  :host(:fullscreen) .end {
    inline-size: 100%;
    margin-block-start: var(--_4);
  }
  .contents {
    list-style: none;
    padding: 0;
  }
  .contents button {
    inline-size: 100%;
    justify-content: space-between;
    border-color: transparent;
    text-align: start;
    padding-inline: calc(var(--_2) + var(--_4) * var(--_deep, 0)) var(--_2);
  }
  .l3 {
    --_deep: 1;
  }
  .l4,
  .l5,
  .l6 {
    --_deep: 2;
  }
  .contents .muted {
    flex: none;
  }
  .contents [aria-current] {
    background: var(--_raised);
    font-weight: 600;
  }
  @media (forced-colors: active) {
    .contents [aria-current] {
      border: 2px solid Highlight;
    }
    .choices label:has(:checked) {
      border: 2px solid Highlight;
    }
  }
`;
