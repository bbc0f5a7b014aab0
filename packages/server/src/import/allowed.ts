import type { Schema } from 'hast-util-sanitize';

/** Elements a section may hold. Everything else is unwrapped or, when listed below, dropped. */
export const ALLOWED = (
  'a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn dl dt em ' +
  'figcaption figure hr i img ins kbd li mark ol p pre q rp rt ruby s samp small span strong sub ' +
  'summary sup table tbody td tfoot th thead time tr u ul var wbr'
).split(' ');

/** Elements that go with all that is in them, because their text is not meant for reading. */
export const DROPPED = (
  'applet audio base button canvas embed frame frameset iframe link math meta noembed noframes ' +
  'noscript object param script select style svg template textarea title video xmp plaintext'
).split(' ');

/** Blocks without a meaning of their own: their content is lifted into the flow around them. */
export const CONTAINERS = (
  'address article aside body center div fieldset footer form header hgroup html main nav search ' +
  'section'
).split(' ');

/** Known inline elements that are unwrapped. */
export const UNWRAPPED =
  'acronym area big data datalist dialog dir font input keygen label legend map marquee menu meter nobr option optgroup output picture progress slot source strike track tt head h1 h2 h3 h4 h5 h6 image'.split(
    ' ',
  );

/**
 * The allow-list that every section has passed: no script, style, form or event attribute, ids only of notes, and
 * pictures only by the name they are stored under.
 * Links are `http`, `https`, `mailto`, `tel`, `policy:<id>#<section>` or `#<section>`.
 */
export const SCHEMA: Schema = {
  tagNames: ALLOWED,
  strip: DROPPED,
  attributes: {
    '*': ['dir', 'lang', 'title'],
    a: ['href', ['rel', 'noopener']],
    ol: ['start', 'reversed', ['type', '1', 'a', 'A', 'i', 'I']],
    li: ['value', ['id', /^note-\d+$/]],
    td: ['colSpan', 'rowSpan', ['align', 'left', 'center', 'right']],
    th: [
      'colSpan',
      'rowSpan',
      ['align', 'left', 'center', 'right'],
      ['scope', 'row', 'col', 'rowgroup', 'colgroup'],
    ],
    details: ['open'],
    img: ['alt', ['dataImage', /^sha256:[0-9a-f]{64}$/], 'width', 'height'],
    time: ['dateTime'],
  },
  ancestors: {
    caption: ['table'],
    col: ['table'],
    colgroup: ['table'],
    tbody: ['table'],
    td: ['table'],
    tfoot: ['table'],
    th: ['table'],
    thead: ['table'],
    tr: ['table'],
    li: ['ol', 'ul'],
    summary: ['details'],
  },
  protocols: { href: ['http', 'https', 'mailto', 'tel', 'policy'] },
  // Nobody chooses the ids that pass: they need no prefix.
  clobber: [],
  allowComments: false,
  allowDoctypes: false,
};
