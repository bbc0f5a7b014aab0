// A member of staff with Firefox or Safari (its engine, WebKit) reads in pages, finds a word and acknowledges.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startServer } from '../setup/server.mjs';
import { openTab } from '../setup/tabs.mjs';
import { unusedPerson } from './people.mjs';

/** Runs in the page, before what is asked of it. */
const parts = `
  const reader = document.querySelector('policy-reader').shadowRoot;
  const act = document.querySelector('ack-button');
  const [back, on] = reader.querySelectorAll('.turn button');
  const shown = [...reader.querySelectorAll('section p, section li')].filter((one) => {
    const { left, right } = one.getBoundingClientRect();
    const frame = reader.querySelector('article').getBoundingClientRect();
    return right > frame.left && left < frame.right;
  });
`;

describe('a person with another engine', () => {
  let heed;
  before(async () => (heed = await startServer({ args: ['--dev'] })));
  after(() => heed?.stop());

  for (const engine of ['firefox', 'webkit']) {
    it(`reads in pages, searches and acknowledges: ${engine}`, { timeout: 120_000 }, async (t) => {
      const tab = await openTab(engine);
      if (tab.reason) return t.skip(tab.reason);
      const inPage = (script) => tab.run(parts + script);
      const until = (script) => tab.until(parts + script);
      try {
        await tab.goto(`${heed.url}/?persona=${unusedPerson()}&lang=en`);
        await tab.until(`return document.querySelector('policy-list')?.state === 'ready'`);
        await tab.goto(`${heed.url}/policy.html?policy=acceptable-use&lang=en`);
        await tab.until(`return document.querySelector('policy-reader')?.state === 'ready'`);
        await until(`return shown.length > 0`);

        await tab.run(`document.querySelector('policy-reader').view = 'paged'`);
        await until(`return !!reader.querySelector('.turn')?.innerText.match(/of ([2-9]|\\d\\d)/)`);
        const first = await inPage(`return shown[0].textContent`);
        await inPage(`on.click()`);
        await until(`return reader.querySelector('.turn').innerText.includes('Page 2 of')`);
        assert.notEqual(await inPage(`return shown[0].textContent`), first);
        await inPage(`back.click()`);
        await until(`return reader.querySelector('.turn').innerText.includes('Page 1 of')`);
        assert.equal(await inPage(`return shown[0].textContent`), first);

        await inPage(`reader.querySelector('.bar [popovertarget=search]').click()`);
        await until(`return !!reader.querySelector('#search input')`);
        await inPage(
          `const field = reader.querySelector('#search input');
           field.value = 'device';
           field.dispatchEvent(new InputEvent('input', { bubbles: true }));`,
        );
        await until(`return reader.querySelectorAll('#search li button').length > 0`);
        await inPage(`reader.querySelector('#search').hidePopover()`);

        await until(`return act.state === 'draft'`);
        await inPage(`act.shadowRoot.querySelector('.primary').click()`);
        await until(`return act.state === 'verified'`);
      } finally {
        await tab.close();
      }
    });
  }
});
