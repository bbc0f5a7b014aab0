import { css } from 'lit';

/** Rows of type between hairlines; the whole row is the target. */
export const rows = css`
  ul {
    list-style: none;
    border-block-start: 1px solid var(--_line);
  }
  li {
    border-block-end: 1px solid var(--_line);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: baseline;
    gap: 0 var(--_4);
    inline-size: 100%;
    min-block-size: var(--_target);
    padding: var(--_3) 0;
    border: 0;
    border-radius: 0;
    text-align: start;
  }
  .what {
    flex: 1 1 16em;
  }
  .title {
    display: block;
    font-weight: 600;
    text-decoration: underline;
    text-decoration-color: var(--_edge);
    text-decoration-thickness: 1px;
    text-underline-offset: 0.2em;
  }
  .row:hover .title {
    text-decoration-thickness: 2px;
  }
  .what .muted {
    display: block;
    margin-block-start: 0.125rem;
  }
  .overdue .when::before {
    content: '';
    display: inline-block;
    inline-size: 0.5em;
    block-size: 0.5em;
    margin-inline-end: 0.5em;
    border-radius: 50%;
    background: var(--_warning);
  }
  .bar {
    block-size: 0.75em;
    margin-block: 1.25em;
    border-radius: var(--_radius);
    background: var(--_line);
    animation: breathe 1.6s ease-in-out infinite alternate;
  }
  @media (forced-colors: active) {
    .overdue .when::before {
      background: CanvasText;
    }
    .bar {
      background: GrayText;
    }
  }
  .bar + .bar {
    inline-size: 72%;
  }
  @keyframes breathe {
    to {
      opacity: 0.4;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .bar {
      animation: none;
    }
  }
  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;

/** What is folded away below the rows, with a chevron that turns. */
export const more = css`
  details {
    margin-block-start: var(--_4);
  }
  summary {
    display: flex;
    align-items: center;
    gap: var(--_2);
    min-block-size: var(--_target);
    color: var(--_muted);
    cursor: pointer;
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary::before {
    content: '';
    inline-size: 0.4em;
    block-size: 0.4em;
    border: solid currentColor;
    border-width: 0 1.5px 1.5px 0;
    rotate: 45deg;
    translate: 0 -0.15em;
    transition: rotate var(--_quick);
  }
  details[open] summary::before {
    rotate: 225deg;
    translate: 0 0.15em;
  }
`;
