import { css } from 'lit';

/** Fields below the messages. */
export const styles = css`
  .composer {
    display: grid;
    gap: var(--_1);
    padding-block-start: var(--_3);
  }
  .thread .composer {
    padding-block-start: var(--_2);
  }
  .channel > .composer {
    border-block-start: 1px solid var(--_line);
    max-block-size: 60%;
    padding-inline: 0.25rem;
    overflow-y: auto;
    flex: none;
  }
  .composer label {
    font-size: var(--_small);
    font-weight: 600;
  }
  .composer textarea,
  .composer input:not([type='radio']) {
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
  .composer input[type='datetime-local'] {
    max-inline-size: 18em;
  }
  .composer textarea {
    field-sizing: content;
    min-block-size: calc(2lh + 2 * var(--_2));
    max-block-size: 12lh;
    resize: vertical;
  }
  .thread textarea {
    min-block-size: var(--_target);
  }
  .composer fieldset {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_4);
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .composer legend {
    padding: 0;
    font-size: var(--_small);
    font-weight: 600;
  }
  .composer .choice {
    display: inline-flex;
    gap: var(--_2);
    align-items: center;
    min-block-size: 2rem;
    font: inherit;
    cursor: pointer;
  }
  .choice input {
    inline-size: 1.125rem;
    block-size: 1.125rem;
    margin: 0;
    accent-color: var(--_accent);
  }
  .composer .row {
    margin-block-start: var(--_1);
  }
  /* On a phone the messages have the room until somebody writes. */
  @container (inline-size < 46rem) {
    .composer textarea {
      min-block-size: var(--_target);
    }
    .channel > .composer:not(:focus-within, .begun) > :is(fieldset, .row) {
      display: none;
    }
  }
`;
