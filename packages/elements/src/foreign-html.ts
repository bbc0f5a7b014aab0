const tags =
  'a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp small span strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr'.split(
    ' ',
  );
const attributes =
  'abbr align alt cite colspan data-image datetime dir headers height href id lang open reversed rowspan scope span start title type value width'.split(
    ' ',
  );

/** Harmless elements that go while their text stays, where the browser would drop both. */
const unwrapped =
  'address article aside big center fieldset font footer form header hgroup label legend main nav nobr section tt'.split(
    ' ',
  );

/** Before every id of foreign HTML, so that none can take the place of one of the element's own. */
export const idPrefix = 'text-';

/** Addresses that may stay; `policy:` is the contract's link to another policy. */
const address = /^(?:(?:https?|mailto|tel|policy):|#|\/(?![/\\])|\.)/i;
const addressed = ['href', 'cite'];

/** Turns HTML that somebody else wrote into nodes that are safe to show. */
export type Gate = (html: string) => DocumentFragment;

// The HTML Sanitizer API, which TypeScript's own types do not know yet.
interface Sanitizing extends HTMLElement {
  setHTML?(html: string, options: { sanitizer: object }): void;
}

/** The browser's own sanitiser: no script, event attribute or `javascript:` address can pass it at all. */
function nativeGate(): Gate {
  const sanitizer = {
    elements: tags,
    replaceWithChildrenElements: unwrapped,
    attributes,
    comments: false,
    dataAttributes: false,
  };
  return (html) => {
    const holder: Sanitizing = document.createElement('div');
    holder.setHTML!(html, { sanitizer });
    const fragment = document.createDocumentFragment();
    // Chromium shows nothing of a <details> that comes right from its sanitiser; of a copy it does.
    const shown = holder.querySelector('details') ? holder.cloneNode(true) : holder;
    fragment.append(...shown.childNodes);
    return fragment;
  };
}

/** What both sanitisers leave to us: addresses and ids. */
function finish(fragment: DocumentFragment): DocumentFragment {
  for (const name of addressed) {
    for (const element of fragment.querySelectorAll(`[${name}]`)) {
      if (!address.test(element.getAttribute(name)!)) element.removeAttribute(name);
    }
  }
  for (const named of fragment.querySelectorAll('[id]')) named.id = idPrefix + named.id;
  for (const cell of fragment.querySelectorAll('[headers]')) {
    cell.setAttribute('headers', cell.getAttribute('headers')!.replace(/\S+/g, `${idPrefix}$&`));
  }
  return fragment;
}

/**
 * The one gate for foreign HTML: only the contract's allow-list passes, as nodes that are already parsed,
 * so that no string ever reaches an HTML sink of the page. Nothing of it is loaded from anywhere: pictures have a name
 * and no address. Ids are kept behind a prefix, because footnotes
 * are linked to; classes are not, because they would choose from the element's own styles. Browsers with the HTML Sanitizer API
 * use it, the others load DOMPurify; `native` decides otherwise in tests.
 */
export async function openGate(native = 'setHTML' in Element.prototype): Promise<Gate> {
  const gate = native
    ? nativeGate()
    : (await import('./foreign-html-purified.js')).purifyGate(tags, attributes, address, addressed);
  return (html) => finish(gate(html));
}
