/** A quotation with where it is from, as the clipboard takes it. */
export interface Quotation {
  /** The words, each block in a line of its own. */
  readonly lines: readonly string[];
  /** Title, version and section. */
  readonly source: string;
  /** BCP 47, of the words. */
  readonly language: string;
  /** The quotation as plain text. */
  readonly plain: string;
}

/** The words of a range as lines: what the browser would copy, without white space of its own. */
export function linesOf(range: Range): string[] {
  const blocks = 'p,li,td,th,pre,dt,dd,caption,[role=heading]';
  const fragment = range.cloneContents();
  for (const gone of fragment.querySelectorAll('del[data-changed]')) gone.remove();
  for (const block of fragment.querySelectorAll(blocks)) block.prepend('\n');
  return fragment
    .textContent!.split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter(Boolean);
}

function htmlOf({ lines, source, language }: Quotation): string {
  const box = document.createElement('div');
  const quote = document.createElement('blockquote');
  quote.lang = language;
  for (const line of lines) {
    quote.append(Object.assign(document.createElement('p'), { textContent: line }));
  }
  box.append(quote, Object.assign(document.createElement('p'), { textContent: `— ${source}` }));
  return box.getHTML();
}

/** Copies a quotation as text and as HTML; false where the browser does not allow it. */
export async function copy(quotation: Quotation): Promise<boolean> {
  const flavours = { 'text/plain': quotation.plain, 'text/html': htmlOf(quotation) };
  try {
    const parts = Object.entries(flavours).map(([type, text]) => [
      type,
      new Blob([text], { type }),
    ]);
    await navigator.clipboard.write([
      new ClipboardItem(Object.fromEntries(parts) as Record<string, Blob>),
    ]);
    return true;
  } catch {
    return copyByEvent(flavours);
  }
}

/** The old way, for plain http and for frames that were not given the clipboard. */
function copyByEvent(flavours: Record<string, string>): boolean {
  let taken = false;
  const take = (event: ClipboardEvent): void => {
    for (const [type, text] of Object.entries(flavours)) event.clipboardData?.setData(type, text);
    event.preventDefault();
    event.stopImmediatePropagation();
    taken = true;
  };
  addEventListener('copy', take, { capture: true, once: true });
  try {
    document.execCommand('copy');
  } catch {
    // Said by the answer.
  }
  removeEventListener('copy', take, { capture: true });
  return taken;
}
