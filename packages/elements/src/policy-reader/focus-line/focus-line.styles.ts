import { css } from 'lit';

/** The text around the lines in focus steps back; where nothing is measured yet, all of it stays. */
export const styles = css`
  @media screen {
    .reader:not([data-line='off']) article.focused {
      --_dim: rgb(0 0 0 / 0.3);
      mask-image: linear-gradient(
        var(--_dim) var(--_from),
        #000 var(--_from) var(--_to),
        var(--_dim) var(--_to)
      );
    }
  }
`;
