import { css } from 'lit';

/** Terms in the text. */
export const styles = css`
  @media screen {
    ::highlight(isms-term) {
      text-decoration: underline dotted 1px;
      text-underline-offset: 0.2em;
    }
  }
  @media screen and (forced-colors: active) {
    /* Where colours are forced on the text itself, browsers paint whatever is highlighted as if it were selected. */
    .body * {
      forced-color-adjust: auto;
    }
    .body a {
      color: LinkText;
    }
    .body :is(p, li, dt, dd, td, th, caption, figcaption, strong, b, em, i):not(a *, ins *, del *) {
      forced-color-adjust: none;
      border-color: CanvasText;
      color: CanvasText;
    }
  }
  .on-term {
    cursor: help;
  }
`;
