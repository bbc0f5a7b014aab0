/** What became of a piece of text. */
export type Mark = 'ins' | 'del';

/** Puts all words of some nodes into marks; the elements that hold them keep their shape. */
export function markAll(nodes: readonly Node[], mark: Mark): Node[] {
  return nodes.flatMap((node) => {
    const copy = node.cloneNode(true);
    const holder = document.createDocumentFragment();
    holder.append(copy);
    if (mark === 'del')
      for (const named of holder.querySelectorAll('[id]')) named.removeAttribute('id');
    const walker = document.createTreeWalker(
      holder,
      NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
    );
    const leaves: Node[] = [];
    while (walker.nextNode()) {
      const { currentNode } = walker;
      const isText = currentNode.nodeType === Node.TEXT_NODE && !!currentNode.textContent?.trim();
      if (isText || currentNode.nodeName === 'IMG') leaves.push(currentNode);
    }
    for (const leaf of leaves) {
      const marked = marker(mark);
      leaf.parentNode!.replaceChild(marked, leaf);
      marked.append(leaf);
    }
    // What is gone leads nowhere any more.
    if (mark === 'del')
      for (const link of holder.querySelectorAll('a')) link.replaceWith(...link.childNodes);
    return [...holder.childNodes];
  });
}

/** An empty mark. Those of the document itself (`~~gone~~`) have no such attribute. */
export function marker(mark: Mark): HTMLElement {
  const element = document.createElement(mark);
  element.dataset['changed'] = '';
  return element;
}
