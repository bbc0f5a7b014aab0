import type { ReactiveController } from 'lit';

/** A string of CSS, whatever is in the text. */
const quoted = (text: string): string =>
  `"${text.replace(/[^\p{L}\p{N} ]/gu, (one) => `\\${one.codePointAt(0)!.toString(16)} `)}"`;

/** Puts on every printed page which text this is and of which day, so that a copy can be told from what holds today. */
export class Printing implements ReactiveController {
  readonly #sheet = new CSSStyleSheet();

  constructor(
    /** What stands at the foot of every page; nothing while there is no text. */
    private readonly line: () => string | undefined,
    /** Makes sure that the whole text is there. */
    private readonly complete: () => void,
  ) {}

  hostConnected(): void {
    addEventListener('beforeprint', this.#begin);
    addEventListener('afterprint', this.#end);
  }

  hostDisconnected(): void {
    removeEventListener('beforeprint', this.#begin);
    removeEventListener('afterprint', this.#end);
    this.#end();
  }

  readonly #begin = (): void => {
    this.complete();
    const line = this.line();
    if (!line) return;
    // Pages belong to the document around: a shadow root has no say in them.
    this.#sheet.replaceSync(`@page {
      margin: 2cm;
      @bottom-left { content: ${quoted(line)}; width: 85%; text-align: left; font: 8pt sans-serif }
      @bottom-right { content: counter(page) "/" counter(pages); font: 8pt sans-serif }
    }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, this.#sheet];
  };

  readonly #end = (): void => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== this.#sheet);
  };
}
