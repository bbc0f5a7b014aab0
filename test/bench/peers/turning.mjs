/** How long a page may take to be turned before that is what is reported. */
const patience = 30_000;

/** A person looks at a page, if only for a moment. */
const pause = 200;

/**
 * Milliseconds from asking for the next page until another text is laid out where the last one was: script and layout,
 * and whatever a reader waits for between. Where it ends at once, as in `policy-reader`, nothing else is in it.
 *
 * @param {import('puppeteer-core').Page} page Runs `watchForText`, and shows the first page.
 * @param {() => unknown} turn Runs in the page: asks for the next page; a promise says when it may be asked again.
 * @param {number} times
 * @returns {Promise<number[]>}
 */
export async function turnPages(page, turn, times) {
  await new Promise((done) => setTimeout(done, 3000));
  await page.evaluate(`window.askForNextPage = ${turn}`);
  const taken = [];
  for (let i = 0; i < times; i++) {
    taken.push(await page.evaluate(turnOnce, patience));
    await new Promise((done) => setTimeout(done, pause));
  }
  return taken;
}

/** Runs in the page. */
async function turnOnce(patience) {
  const { port1, port2 } = new MessageChannel();
  const nextTask = () =>
    new Promise((done) => {
      port1.onmessage = done;
      port2.postMessage(0);
    });
  const before = window.textInView();
  const isOther = () => window.textInView().some((each, i) => each !== before[i]);
  const begun = performance.now();
  const finished = window.askForNextPage();
  while (!isOther()) {
    if (performance.now() - begun > patience) {
      throw new Error(`the next page did not come within ${patience / 1000} s`);
    }
    await nextTask();
  }
  const taken = performance.now() - begun;
  // Some readers do not hear the next request before they are done with this one.
  await Promise.race([finished, new Promise((done) => setTimeout(done, patience))]);
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return taken;
}
