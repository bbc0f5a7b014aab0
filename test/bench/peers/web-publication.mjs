/** What Readium's own server makes of an EPUB before its reader opens it: a manifest and a list of positions. */

const type = 'application/xhtml+xml';

/** Readium counts a position every so many bytes of a chapter. */
const positionLength = 1024;

/** The manifest of a Readium web publication. */
export function webPublication({ title, language }, chapters) {
  return {
    '@context': 'https://readium.org/webpub-manifest/context.jsonld',
    metadata: {
      '@type': 'http://schema.org/Book',
      conformsTo: 'https://readium.org/webpub-manifest/profiles/epub',
      title,
      language,
      readingProgression: 'ltr',
    },
    links: [
      { rel: 'self', href: 'manifest.json', type: 'application/webpub+json' },
      { href: 'positions.json', type: 'application/vnd.readium.position-list+json' },
    ],
    readingOrder: chapters.map(({ path, title }) => ({ href: path, type, title })),
    toc: chapters.flatMap(({ path, sections }) =>
      sections
        .filter((section) => section.title)
        .map(({ id, title }) => ({ href: `${path}#${id}`, title })),
    ),
  };
}

/** The list of positions in all chapters. */
export function positionsOf(chapters) {
  const places = chapters.flatMap(({ path, title, text }) => {
    const count = Math.max(1, Math.ceil(Buffer.byteLength(text) / positionLength));
    return Array.from({ length: count }, (_, i) => ({ path, title, progression: i / count }));
  });
  const positions = places.map(({ path, title, progression }, i) => ({
    href: path,
    type,
    title,
    locations: { progression, position: i + 1, totalProgression: i / places.length },
  }));
  return { total: positions.length, positions };
}
