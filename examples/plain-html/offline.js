// The portal's service worker: its pages and the code of the elements open without a connection. What the elements
// show is none of its business: they keep that themselves, for one person at a time.
const pages = [
  '/',
  '/messages.html',
  '/policy.html',
  '/report.html',
  '/tasks.html',
  '/portal.css',
  '/portal.js',
  '/portal-words.js',
  '/mark.svg',
];
const people = '/dev/personas';
const elements = '/';

addEventListener('install', (event) => event.waitUntil(keep()));
addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
addEventListener('fetch', (event) => {
  const { method, url } = event.request;
  const { origin, pathname } = new URL(url);
  const ours = [...pages, people].includes(pathname) || /^\/[\w.-]+\.js$/.test(pathname);
  if (method === 'GET' && origin === location.origin && ours) {
    event.respondWith(answer(event, pathname));
  }
});

/** From the network, else as it was kept. What has a hash in its name never changes. */
async function answer(event, pathname) {
  const cache = await caches.open('portal');
  const kept = await cache.match(pathname);
  if (kept && /-[\w-]{8}\.js$/.test(pathname)) return kept;
  try {
    const fresh = await fetch(event.request);
    if (fresh.ok) event.waitUntil(cache.put(pathname, fresh.clone()));
    // A newer heed.js has newer chunks.
    if (pathname === `${elements}heed.js`) event.waitUntil(keep());
    return fresh;
  } catch (error) {
    if (kept) return kept;
    throw error;
  }
}

/** Keeps what is not kept yet, and drops the code of earlier versions. */
async function keep() {
  const cache = await caches.open('portal');
  const files = await (await fetch(`${elements}heed-files.json`)).json();
  const wanted = [...pages, people, ...files.map((name) => elements + name)];
  const kept = (await cache.keys()).map(({ url }) => new URL(url).pathname);
  await cache.addAll(wanted.filter((path) => !kept.includes(path)));
  for (const path of kept) if (!wanted.includes(path)) await cache.delete(path);
}
