import { css } from 'lit';

/** A picture and the words that stand for it share one place. */
export const styles = css`
  .picture {
    position: relative;
    display: inline-block;
    max-inline-size: 100%;
    break-inside: avoid;
    vertical-align: top;
  }
  .picture canvas {
    display: block;
    max-inline-size: 100%;
    background: var(--_raised);
  }
  .drawn canvas {
    background: #fff;
  }
  .paged .picture canvas {
    max-block-size: var(--_page);
  }
  .picture img {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    padding: var(--_2);
    overflow: auto;
    color: var(--_muted);
  }
  .picture.drawn img {
    opacity: 0;
  }
  [data-trouble]::after {
    content: attr(data-trouble);
    display: block;
    color: var(--_muted);
    font-size: 0.875em;
  }
  @media print {
    .paged .picture canvas {
      max-block-size: 90vb;
    }
  }
`;
