// A policy on paper says on every page which one it is and of which day: what is printed, and what is saved as a PDF.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { extractText } from 'unpdf';
import { startServer } from '../setup/server.mjs';
import { inside, openPage, startBrowser } from './browser.mjs';
import { unusedPerson } from './people.mjs';

const policy = 'acceptable-use';

describe('a policy on paper', () => {
  let heed, browser;
  before(async () => {
    heed = await startServer({ args: ['--dev'] });
    browser = await startBrowser();
  });
  after(async () => {
    await browser?.close();
    await heed?.stop();
  });

  const expected = {
    en: /Version [\d.]+ · in effect since .* 20\d\d.*printed .*20\d\d/,
    de: /Fassung [\d.]+ · gültig seit .* 20\d\d.*gedruckt .*20\d\d/,
  };
  for (const lang of ['en', 'de']) {
    for (const view of ['scrolled', 'paged']) {
      it(`carries title, version and date on every page: ${lang}, ${view}`, async () => {
        const context = await browser.createBrowserContext();
        const page = await openPage(context);
        const person = unusedPerson();
        await page.evaluateOnNewDocument((chosen) => {
          localStorage.setItem('isms-reader', JSON.stringify({ view: chosen }));
        }, view);
        await page.goto(`${heed.url}/policy.html?policy=${policy}&persona=${person}&lang=${lang}`);
        await inside(page, 'policy-reader', 'article .body p');
        const title = await page.evaluate(
          () =>
            document.querySelector('policy-reader').shadowRoot.querySelector('.title').textContent,
        );
        // Small pages, so that there are several.
        const pdf = await page.pdf({ width: '15cm', height: '15cm', preferCSSPageSize: false });
        const { text } = await extractText(pdf, { mergePages: false });
        assert.ok(text.length > 2, `${text.length} pages`);
        for (const [i, found] of text.entries()) {
          const folded = found.replace(/\s+/g, ' ');
          assert.ok(folded.includes(title.trim()), `page ${i + 1}: ${folded}`);
          assert.match(folded, expected[lang], `page ${i + 1}: ${folded}`);
          assert.ok(folded.includes(`${i + 1}/${text.length}`), `page ${i + 1}: ${folded}`);
        }
        const whole = text.join(' ').replace(/\s+/g, '');
        const missing = await page.evaluate(() =>
          [
            ...document
              .querySelector('policy-reader')
              .shadowRoot.querySelectorAll('.body :is(p, li)'),
          ]
            .filter((one) => !one.querySelector('p, li'))
            .map((one) => one.textContent),
        );
        for (const paragraph of missing) {
          const start = paragraph.replace(/\s+/g, '').slice(0, 30);
          assert.ok(whole.includes(start), `not on paper: ${paragraph}`);
        }
        const act = lang === 'en' ? 'Iacknowledgethis' : 'ZurKenntnisgenommen';
        assert.ok(!whole.includes(act), 'a button on paper');
        const left = await page.evaluate(() => document.adoptedStyleSheets.length);
        assert.equal(left, 0, 'nothing of it stays in the page');
        await context.close();
      });
    }
  }
});
