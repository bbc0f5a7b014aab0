/** What a paragraph of Word is to its reader; `other` is a style that nothing is known of. */
export type Role = 'title' | 'text' | 'quote' | 'code' | 'contents' | 'other' | Heading;
/** A heading of a level from 1. */
export type Heading = `heading ${number}`;

// Word keeps English names whatever its language; LibreOffice and old templates write those of the language.
const HEADING =
  /^(?:heading|ü?berschrift|titre|t[íi]tulo|encabezado|cabeçalho|titolo|kop|rubrik|overskrift|otsikko|nagłówek|nadpis|заголовок) ?([1-9])$/;
const ROLES: [Role, RegExp][] = [
  ['title', /^(?:title|titel|titre|t[íi]tulo|titolo|tytuł|název|название)$/],
  [
    'contents',
    /^(?:toc|contents|table of contents|verzeichnis|inhaltsverzeichnis) ?(?:\d+|heading)$/,
  ],
  ['contents', /^inhaltsverzeichnisüberschrift$/],
  ['quote', /^(?:(?:intense )?quote|quotations?|(?:intensives )?zitat|block text|blockquote)$/],
  ['code', /^(?:html preformatted|preformatted text|vorformatierter text|html vorformatiert)$/],
  [
    'text',
    new RegExp(
      '^(?:normal|standard|default|body|body text|first paragraph|compact|text body|textkörper|textbody|' +
        'list|liste|aufzählung|listen|numbering|nummerierung|no spacing|kein leerraum|plain text|nur text|' +
        'table|tabellen|caption|beschriftung|subtitle|untertitel|footnote|endnote|fußnote|date|author|' +
        'annotation|heading|überschrift|horizontal line|definition|salutation|signature|closing|normal indent)' +
        '(?:[ -(].*|inhalt|überschrift|absatz|text)?$',
    ),
  ],
];

/** What a style is by its name. */
export function roleOfName(name: string): Role {
  const plain = name.normalize('NFC').trim().toLowerCase();
  const level = HEADING.exec(plain)?.[1];
  if (level !== undefined) return `heading ${Number(level)}`;
  return ROLES.find(([, names]) => names.test(plain))?.[0] ?? 'other';
}
