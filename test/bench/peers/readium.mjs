/** Runs in the page: the law in Readium's navigator, in pages of one column, as its test application opens a book. */
import { EpubNavigator } from '@readium/navigator';
import { HttpFetcher, Manifest, Publication } from '@readium/shared';

const address = new URL('/book/manifest.json', location.href).href;
const described = await (await fetch(address)).json();
const manifest = Manifest.deserialize(described);
manifest.setSelfLink(address);
const publication = new Publication({ manifest, fetcher: new HttpFetcher(undefined, address) });

const place = document.body.appendChild(document.createElement('div'));
place.className = 'book';
const positions = await publication.positionsFromManifest();
const navigator = new EpubNavigator(place, publication, {}, positions, undefined, {
  preferences: { columnCount: 1 },
  defaults: {},
});
window.turnPage = () => new Promise((done) => navigator.goForward(false, done));
await navigator.load();
