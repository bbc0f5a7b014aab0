import { css } from 'lit';

/** The panels that open over the page. */
export const panels = css`
  [popover] {
    position: fixed;
    inset: 0;
    margin: auto;
    inline-size: min(26rem, 96vw);
    max-block-size: min(36rem, 100dvh - 2rem);
    overflow: auto;
    scroll-padding-block-start: 5rem;
    padding: 0 min(var(--_6), 4vw) var(--_6);
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 2);
    color: light-dark(#1d1f1c, #e3e4de);
    background: light-dark(#fff, #22251f);
    box-shadow: 0 0.5rem 2.5rem rgb(0 0 0 / 0.22);
    font-size: 1rem;
    line-height: 1.5;
    letter-spacing: normal;
    word-spacing: normal;
  }
  .reader[data-theme='sepia'] [popover] {
    color: #3c2f20;
    background: #fdf6e7;
  }
  #search {
    inset: 1rem 1rem auto auto;
  }
  #type {
    inset: auto 1rem 1rem auto;
    max-block-size: min(40rem, 100dvh - 2rem);
  }
  @media (max-width: 40rem) {
    #type {
      inset: auto 0 0;
      inline-size: 100%;
      max-inline-size: none;
      max-block-size: 62dvh;
      border-end-start-radius: 0;
      border-end-end-radius: 0;
    }
  }
  .top {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 var(--_4);
    padding-block: var(--_3);
    background: inherit;
  }
  .top [role='heading'] {
    flex: 1 1 8em;
    outline: none;
  }
  .top button {
    flex: none;
    border-color: transparent;
    padding-inline: var(--_3);
    margin-inline-end: calc(var(--_3) * -1);
  }
  [popover] p + p,
  [popover] ul + p,
  [popover] p + ul,
  [popover] fieldset + p,
  [popover] label.check {
    margin-block-start: var(--_3);
  }
`;
