/**
 * The readers that `policy-reader` is measured beside. Each version is pinned, so that two runs a year apart measure
 * the same programs; a newer one is a deliberate change of this file.
 *
 * @typedef {object} Peer
 * @property {string} name
 * @property {string} version Of its main package: named in every row.
 * @property {Record<string, string>} packages What is installed for it, by exact version.
 * @property {string} [driver] The file in this folder that opens the book with it and offers `turnPage()`.
 * @property {string} [application] The folder of a package that is served as it is: the peer is an application already.
 * @property {string} address Where it opens the book, below the server of this measurement.
 * @property {string} [text] Its paragraphs, where a plain selector would find something else.
 * @property {() => unknown} turn Runs in the page: asks for the next page; a promise says when it may be asked again.
 */

const byDriver = () => window.turnPage();

/** @type {Peer[]} */
export const peers = [
  {
    name: 'foliate-js',
    version: '1.0.1',
    packages: { 'foliate-js': '1.0.1' },
    driver: 'foliate.mjs',
    address: '/foliate-js/',
    turn: byDriver,
  },
  {
    name: 'epub.js',
    version: '0.3.93',
    packages: { epubjs: '0.3.93' },
    driver: 'epubjs.mjs',
    address: '/epub.js/',
    turn: byDriver,
  },
  {
    // Newer ones are split into packages that were not all to be had when this was written.
    name: 'Readium',
    version: '2.4.0',
    packages: { '@readium/navigator': '2.4.0', '@readium/shared': '2.1.2' },
    driver: 'readium.mjs',
    address: '/Readium/',
    turn: byDriver,
  },
  {
    // Its own engine lays out page after page; here only those that are turned to, which it needs least for.
    name: 'Vivliostyle',
    version: '2.45.1',
    packages: { '@vivliostyle/viewer': '2.45.1' },
    application: '@vivliostyle/viewer/lib',
    address: '/Vivliostyle/index.html#src=/book/&bookMode=true&renderAllPages=false&spread=false',
    text: '[data-vivliostyle-page-container] section p',
    turn: () =>
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'PageDown', bubbles: true })),
  },
];
