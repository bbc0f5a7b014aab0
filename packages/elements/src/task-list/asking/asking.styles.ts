import { css } from 'lit';

/** What the person asks of others, below what is asked of them. */
export const styles = css`
  .asking {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_3);
    margin-block-start: calc(var(--_6) * 2);
  }
  .asking > .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--_2) var(--_4);
  }
  .asking h2 {
    font-size: var(--_large);
    line-height: 1.3;
  }
  .asking > .ended {
    margin-block-start: 0;
  }
  .ask {
    max-inline-size: 44rem;
  }
  .ask > .acts {
    margin-block-start: var(--_3);
  }
  .asking form > :is(label, fieldset):not(:first-child) {
    margin-block-start: var(--_2);
  }
  .asking :is(input:not([type='radio']), select) {
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
  .asking option {
    color: CanvasText;
    background: Canvas;
  }
  .asking :is(input[type='datetime-local'], select) {
    max-inline-size: 24em;
  }
  .asking fieldset {
    min-inline-size: 0;
    margin-inline: 0;
    margin-block-end: 0;
    padding: 0;
    border: 0;
  }
  .asking legend {
    padding: 0;
    font-size: var(--_small);
    font-weight: 600;
  }
  .asking .choice {
    display: flex;
    gap: var(--_2);
    align-items: center;
    min-block-size: 2rem;
    font: inherit;
    cursor: pointer;
  }
  .choice input {
    flex: none;
    inline-size: 1.125rem;
    block-size: 1.125rem;
    margin: 0;
    accent-color: var(--_accent);
  }
  .asking ul:is(.chosen, .people) {
    border-block-start: 0;
  }
  .chosen {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_1) var(--_3);
  }
  .asking .chosen li {
    display: flex;
    align-items: center;
    border: 0;
  }
  .asking .people {
    border: 1px solid var(--_edge);
  }
  .asking .people li {
    border: 0;
  }
  .chosen button {
    border: 0;
  }
  dialog .plain {
    display: block;
  }
`;
