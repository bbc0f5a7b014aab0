import { css } from 'lit';

/** The bar of the voice, and the sentence painted over the text. */
export const styles = css`
  .voice {
    position: sticky;
    inset-block-end: var(--_2);
    z-index: 1;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    max-inline-size: var(--_measure);
    margin: var(--_4) auto 0;
    padding: var(--_1);
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 2);
    color: light-dark(#1d1f1c, #e3e4de);
    background: light-dark(#fff, #22251f);
    box-shadow: 0 0.25rem 1rem rgb(0 0 0 / 0.14);
    letter-spacing: normal;
    word-spacing: normal;
  }
  .voice > * {
    font-size: 0.9375rem;
  }
  .reader[data-theme='sepia'] .voice {
    color: #3c2f20;
    background: #fdf6e7;
  }
  .voice .said:not(:empty) {
    flex: 1 1 12em;
    padding: var(--_2);
  }
  .controls {
    display: flex;
    flex: 1 1 20rem;
    align-items: center;
    gap: var(--_1);
    min-inline-size: 0;
    max-inline-size: 100%;
  }
  .voice button {
    flex: none;
    padding-inline: var(--_2);
    border-color: transparent;
  }
  .voice .toggle {
    min-inline-size: 4.25em;
    font-weight: 600;
  }
  .controls > :last-child {
    margin-inline-start: auto;
  }
  .voice select {
    min-block-size: var(--_target);
    min-inline-size: var(--_target);
    padding-inline: var(--_2);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    color: inherit;
    background: transparent;
    font: inherit;
    text-align: center;
    text-overflow: ellipsis;
    appearance: none;
    cursor: pointer;
  }
  .voice option {
    color: light-dark(#1d1f1c, #e3e4de);
    background: light-dark(#fff, #22251f);
  }
  .voices {
    flex: 0 1 auto;
    max-inline-size: 14em;
  }
  @media (max-width: 30rem) {
    .controls {
      gap: 2px;
    }
    .voice :is(button, select) {
      padding-inline: var(--_1);
    }
    .voice .toggle {
      min-inline-size: 4em;
    }
  }
  /* What has the focus stays above the bar. */
  .frame:has(~ .voice) :is(a, summary, [tabindex]) {
    scroll-margin-block-end: 5rem;
  }
  @media screen and (forced-colors: none) {
    ::highlight(isms-spoken) {
      background-color: rgb(60 130 230 / 0.25);
    }
  }
  @media screen and (forced-colors: active) {
    ::highlight(isms-spoken) {
      background-color: Highlight;
      color: HighlightText;
    }
  }
  @media print {
    .voice {
      display: none;
    }
  }
`;
