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
  .enlarge {
    position: absolute;
    inset-block-end: var(--_1);
    inset-inline-end: var(--_1);
    min-inline-size: 2rem;
    min-block-size: 2rem;
    padding: 0;
    background: Canvas;
    color: CanvasText;
  }
  .enlarge::before {
    content: '+';
  }
  .whole .enlarge {
    position: sticky;
    inset: auto auto var(--_1) var(--_1);
    margin: -2.5rem 0 0.25rem;
  }
  .whole .enlarge::before {
    content: '−';
  }
  .picture.whole {
    max-block-size: var(--_page, 90dvh);
    overflow: auto;
  }
  .picture.whole :is(canvas, img) {
    max-inline-size: none;
    max-block-size: none;
  }
  .picture:not(.drawn) .enlarge {
    display: none;
  }
  [data-trouble]::after {
    content: attr(data-trouble);
    display: block;
    color: var(--_muted);
    font-size: 0.875em;
  }
  @media print {
    .enlarge {
      display: none;
    }
    .whole canvas {
      max-inline-size: 100%;
    }
    .paged .picture canvas {
      max-block-size: 90vb;
    }
  }
`;
