import { css } from 'lit';

/** Files on their way, one below the other. */
export const styles = css`
  .sending {
    display: grid;
    gap: var(--_1);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .sending li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--_3);
    padding-inline: var(--_2);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .sending li:first-child {
    /* Clear of the ring around the field above. */
    margin-block-start: var(--_2);
  }
  .sending .name {
    max-inline-size: 100%;
    overflow-wrap: anywhere;
  }
  .sending progress {
    flex: 1 1 8rem;
    min-inline-size: 6rem;
    max-inline-size: 20rem;
    accent-color: var(--_accent);
  }
  .sending .acts {
    display: flex;
    margin-inline-start: auto;
  }
`;
