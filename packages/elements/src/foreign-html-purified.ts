import purify from 'dompurify';
import type { Gate } from './foreign-html.js';

/**
 * The sanitiser for browsers that have none of their own. Lets the same pass: these tags and attributes, and in
 * `addressed` ones only an `address`.
 */
export function purifyGate(
  tags: string[],
  attributes: string[],
  address: RegExp,
  addressed: readonly string[],
): Gate {
  const options = {
    ALLOWED_TAGS: tags,
    ALLOWED_ATTR: attributes,
    ALLOW_ARIA_ATTR: false,
    ALLOW_DATA_ATTR: false,
    ALLOWED_URI_REGEXP: address,
    // Otherwise `start="3"` and `scope="col"` would have to be addresses, too.
    ADD_URI_SAFE_ATTR: attributes.filter((name) => !addressed.includes(name)),
    RETURN_DOM_FRAGMENT: true,
  } as const;
  // A frameset in place of a body leaves it with nothing, against its types.
  return (html) =>
    (purify.sanitize(html, options) as Node | null as DocumentFragment | null) ??
    document.createDocumentFragment();
}
