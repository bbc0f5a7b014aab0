/** Prints a few lines and nothing else of the page. */
export function print(root: ShadowRoot, lines: readonly string[]): void {
  const frame = document.createElement('iframe');
  frame.className = 'paper';
  root.append(frame);
  const { contentDocument: paper, contentWindow: view } = frame;
  for (const line of lines) {
    const paragraph = paper!.createElement('p');
    paragraph.dir = 'auto';
    paragraph.textContent = line;
    paper!.body.append(paragraph);
  }
  view!.addEventListener('afterprint', () => frame.remove());
  view!.print();
}
