// The ways people look at the same page.

/**
 * @typedef {object} Look
 * @property {string} name
 * @property {number} width CSS pixels.
 * @property {boolean} [dark] The system prefers dark.
 * @property {string} [text] Root font size, for people who need larger text.
 * @property {string} [lang] Language of the portal.
 * @property {'rtl'} [dir] Direction of the page.
 * @property {boolean} [contrast] Forced colours.
 */

/** @type {readonly Look[]} */
export const looks = [
  { name: 'wide', width: 1280 },
  { name: 'narrow', width: 320 },
  { name: 'dark', width: 1280, dark: true },
  { name: 'narrow-dark', width: 320, dark: true },
  { name: 'text-200', width: 1280, text: '200%' },
  { name: 'narrow-text-200', width: 320, text: '200%' },
  { name: 'german', width: 1280, lang: 'de' },
  { name: 'narrow-german', width: 320, lang: 'de' },
  { name: 'right-to-left', width: 1000, dir: 'rtl' },
  { name: 'forced-colors', width: 1000, contrast: true },
];

/** Sets a page up for a look; call it before `goto`. */
export async function dress(page, look) {
  await page.setViewport({ width: look.width, height: look.width < 600 ? 720 : 900 });
  const session = await page.createCDPSession();
  await session.send('Emulation.setEmulatedMedia', {
    features: [
      { name: 'prefers-color-scheme', value: look.dark ? 'dark' : 'light' },
      { name: 'prefers-reduced-motion', value: 'reduce' },
      { name: 'forced-colors', value: look.contrast ? 'active' : 'none' },
    ],
  });
  await page.evaluateOnNewDocument(({ text, dir }) => {
    document.addEventListener('DOMContentLoaded', () => {
      // Through the CSSOM: a style attribute in markup would be refused by the page's own policy.
      if (text) document.documentElement.style.fontSize = text;
      if (dir) document.documentElement.dir = dir;
    });
  }, look);
}

/** The address of a portal page under a look. */
export function addressOf(origin, path, look, person) {
  const url = new URL(path, origin);
  url.searchParams.set('lang', look.lang ?? 'en');
  if (person) url.searchParams.set('persona', person);
  return url.href;
}
