// A person at the portal in real Chromium, and a witness that writes down whatever the page ever said.
import assert from 'node:assert/strict';
import puppeteer from 'puppeteer-core';
import { findChromium } from '../setup/browsers.mjs';

/** Starts Chromium. */
export async function startBrowser() {
  const { executablePath, args, headless } = await findChromium();
  return puppeteer.launch({ executablePath, headless, args });
}

/** Runs in the page: reports every change of what an ack-button says, from the first frame on. */
function witness() {
  let before = '';
  const look = () => {
    const now = [...document.querySelectorAll('ack-button')]
      .map((button) => {
        const said = button.shadowRoot?.querySelector('.status')?.textContent.trim() ?? '';
        return `${button.state} | ${said}`;
      })
      .join('\n');
    if (now && now !== before) window.heard((before = now));
  };
  const everyFrame = () => {
    look();
    requestAnimationFrame(everyFrame);
  };
  requestAnimationFrame(everyFrame);
  // Tabs in the background draw no frames, and may still say something.
  setInterval(look, 50);
}

/**
 * Opens a page of the portal for somebody. `heard` collects { at, said } of every ack-button, `console` the
 * errors of the page.
 */
export async function openPage(context, { heard = [], width = 1000, height = 800 } = {}) {
  const page = await context.newPage();
  const errors = [];
  await page.setViewport({ width, height });
  // Several pages are open at once, and a person looks at each.
  const devtools = await page.createCDPSession();
  await devtools.send('Emulation.setFocusEmulationEnabled', { enabled: true });
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.exposeFunction('heard', (said) => heard.push({ at: Date.now(), said }));
  await page.evaluateOnNewDocument(witness);
  return Object.assign(page, { heard, errors });
}

/** Waits until a part of an element, inside its shadow root, is there to be seen. */
export async function inside(page, tag, selector) {
  const found = await page.waitForFunction(
    (host, part) => {
      const element = document.querySelector(host)?.shadowRoot?.querySelector(part);
      return element?.checkVisibility() && element;
    },
    { timeout: 20_000, polling: 50 },
    tag,
    selector,
  );
  return found.asElement();
}

/** The first policy on the start page, once what is asked above it has come: what moves cannot be pressed. */
export async function firstPolicy(page) {
  await page.waitForFunction(() => /ready|empty/.test(document.querySelector('isms-inbox')?.state));
  return inside(page, 'policy-list', '.row');
}

/** Waits until the ack-button is in one of the states; after some failures it may wait half a minute before it tries again. */
export async function waitForState(page, ...states) {
  await page
    .waitForFunction(
      (wanted) => wanted.includes(document.querySelector('ack-button')?.state),
      { timeout: 60_000, polling: 50 },
      states,
    )
    .catch(async (error) => {
      const said = page.heard.at(-1)?.said;
      throw new Error(`waited for ${states.join(' or ')}, last heard: ${said}`, { cause: error });
    });
}

/** Waits until the page keeps its length: a long text is still being filled in when its first screens show. */
function settled(page) {
  return page.evaluate(async () => {
    let [length, unchanged] = [0, 0];
    while (unchanged < 5) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      const { scrollHeight } = document.documentElement;
      unchanged = scrollHeight === length ? unchanged + 1 : 0;
      length = scrollHeight;
    }
  });
}

/** Presses the button of the act, which stands below the text. */
export async function acknowledge(page) {
  await waitForState(page, 'draft');
  await page.bringToFront();
  await settled(page);
  const button = await inside(page, 'ack-button', 'button.primary');
  await button.click();
}

/** No screen said "recorded" before an answer that holds the record had gone out whole. */
export function assertNeverTooEarly(heard, answered) {
  const claims = heard.filter(({ said }) => /recorded on|erfasst am|verified/i.test(said));
  const first = answered.find(
    ({ path, status }) =>
      path.startsWith('/v1/acknowledgements') && (status === 200 || status === 201),
  );
  for (const { at, said } of claims) {
    assert.ok(first, `said "${said}" although no answer had gone out`);
    assert.ok(at >= first.at, `said "${said}" ${first.at - at} ms before the answer had gone out`);
  }
  return claims.length;
}
