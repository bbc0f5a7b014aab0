const words = (text: string): readonly string[] => text.split(' ');

/**
 * What the HTML of a section may hold. Clients show nothing else, whatever a backend sends: other elements go, some of
 * them with their text, and other attributes and addresses go without a word. A backend whose texts come from elsewhere
 * does well to clean them before their hash is taken, so that what is hashed is what is shown.
 */
export const html = {
  elements: words(
    'a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure ' +
      'h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp small span strong sub summary sup ' +
      'table tbody td tfoot th thead time tr u ul var wbr',
  ),
  attributes: words(
    'abbr align alt cite colspan data-image datetime dir headers height href id lang open reversed rowspan scope ' +
      'span start title type value width',
  ),
  /** How an address begins; with `/` it may not go on with another slash, which would be another host. */
  addresses: words('http: https: mailto: tel: policy: # / .'),
} as const;
