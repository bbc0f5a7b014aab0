/** How long it takes until text is on the page, measured alike for the reader, a static page and other readers. */

/** The middle value. */
export const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

/** The value that this share of the values is below. */
export const quantile = (values, share) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * share)];

/**
 * Runs in the page before anything else. Notes in `shownAt` when a paragraph of the text is laid out in the window,
 * nothing hides it, and its frame is done; `textInView()` says which text is in the window now. Other readers show a
 * text in frames and closed shadow roots, so these are looked through as well.
 */
export function watchForText(text = 'section p') {
  if (window !== window.top) return;
  const shadows = new Set();
  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function (options) {
    const root = attachShadow.call(this, options);
    shadows.add(root);
    return root;
  };
  const whole = { opacityProperty: true, visibilityProperty: true };

  /** Every tree that may hold the text, and where its frame begins in the window. */
  function* trees() {
    const roots = [document, ...[...shadows].filter(({ host }) => host.isConnected)];
    for (const root of roots) {
      yield { root, left: 0, top: 0 };
      for (const frame of root.querySelectorAll('iframe')) {
        if (!frame.contentDocument?.body || !frame.checkVisibility(whole)) continue;
        const { left, top } = frame.getBoundingClientRect();
        yield { root: frame.contentDocument, left, top };
      }
    }
  }

  const isShown = ({ root, left, top }) => {
    const paragraph = root.querySelector(text);
    if (!paragraph?.checkVisibility(whole)) return false;
    const rect = paragraph.getBoundingClientRect();
    const across = rect.right + left > 0 && rect.left + left < innerWidth;
    return across && rect.bottom + top > 0 && rect.top + top < innerHeight;
  };

  window.textInView = () =>
    [...trees()].flatMap(({ root, left, top }) =>
      [0.3, 0.45, 0.6].flatMap((part) => {
        const own = root.ownerDocument ?? root;
        const x = innerWidth * 0.4 - left;
        const y = innerHeight * part - top;
        const found = own.caretPositionFromPoint(x, y, { shadowRoots: [...shadows] });
        return [found?.offsetNode, found?.offset];
      }),
    );

  const look = () => {
    if (![...trees()].some(isShown)) return requestAnimationFrame(look);
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => (window.shownAt = performance.now());
    return requestAnimationFrame(() => port2.postMessage(0));
  };
  requestAnimationFrame(look);
}

/**
 * Milliseconds from the address to the text, of several visits after the first; and the heap of scripts then.
 *
 * @param {import('puppeteer-core').Page} page Runs `watchForText`.
 * @param {string} address
 * @param {number} runs
 * @param {number} [timeout]
 * @returns {Promise<{ times: number[], heap: number }>}
 */
export async function visits(page, address, runs, timeout = 60_000) {
  const times = [];
  for (let i = 0; i <= runs; i++) {
    await page.goto('about:blank');
    await page.goto(address, { timeout });
    await page.waitForFunction(() => window.shownAt, { polling: 50, timeout });
    times.push(await page.evaluate(() => Math.round(window.shownAt)));
    // What is kept for the next visit is written after the text is there.
    await new Promise((done) => setTimeout(done, 1500));
  }
  const devtools = await page.createCDPSession();
  await devtools.send('HeapProfiler.collectGarbage');
  const { JSHeapUsedSize: heap } = await page.metrics();
  return { times: times.slice(1), heap };
}
