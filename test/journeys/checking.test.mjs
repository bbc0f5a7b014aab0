// Questions before the act: answered wrongly and rightly in the portal, on a phone, with a connection that is lost once.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startServer } from '../setup/server.mjs';
import { acknowledge, inside, openPage, startBrowser, waitForState } from './browser.mjs';
import { unusedPerson } from './people.mjs';

describe('a knowledge check', () => {
  let heed, browser, person;
  before(async () => {
    heed = await startServer({ args: ['--dev'] });
    browser = await startBrowser();
    person = unusedPerson();
  });
  after(async () => {
    await browser?.close();
    await heed?.stop();
  });

  const ask = async (path) => {
    const signIn = await fetch(`${heed.url}/dev/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ userName: person }),
    });
    const { token } = await signIn.json();
    const answer = await fetch(heed.url + path, { headers: { authorization: `Bearer ${token}` } });
    return answer.json();
  };

  it('is failed, explained, passed and named in the receipt', async () => {
    const context = await browser.createBrowserContext();
    const page = await openPage(context, { width: 390, height: 760 });
    await page.goto(`${heed.url}/policy.html?policy=phishing&persona=${person}&lang=en`);
    await waitForState(page, 'draft');
    const act = await inside(page, 'ack-button', '.row > .primary');
    assert.match(await act.evaluate((button) => button.innerText), /^Answer the questions \(2\)$/);
    await act.click();

    const choose = async (words) => {
      const label = await page.waitForFunction(
        (text) =>
          [
            ...document.querySelector('ack-button').shadowRoot.querySelectorAll('dialog label'),
          ].find((one) => one.innerText.trim() === text),
        {},
        words,
      );
      await label.click();
    };
    const hand = async () => (await inside(page, 'ack-button', 'dialog .primary')).click();
    const said = async (selector, pattern) => {
      const part = await inside(page, 'ack-button', selector);
      await page.waitForFunction(
        (element, source) => new RegExp(source).test(element.innerText),
        { polling: 50 },
        part,
        pattern.source,
      );
    };

    await choose('Delete the message and wait');
    await choose('It is urgent and secret');
    await choose('The bank details are new');
    await hand();
    await said('dialog .outcome', /Not passed yet: 1 of 2 right/);
    await said('dialog fieldset .told', /Not right.*first hours/);
    await hand();
    await choose('Tell the security team, at any hour');
    await page.setOfflineMode(true);
    await hand();
    await said('dialog [role=status]', /Your answers are still here/);
    await page.setOfflineMode(false);
    await hand();
    await said('dialog .outcome', /Passed: 2 of 2 right/);
    await hand();
    await acknowledge(page);
    await waitForState(page, 'verified');
    // What the browser says of the line that was cut is no mistake of the page.
    assert.deepEqual(
      page.errors.filter((error) => !/ERR_INTERNET_DISCONNECTED/.test(error)),
      [],
    );

    const { items } = await ask('/v1/acknowledgements');
    const { record } = JSON.parse(items[0].receipt);
    const { check, policy } = JSON.parse(record);
    assert.equal(policy.id, 'phishing');
    assert.deepEqual({ ...check, attempt: '' }, { attempt: '', right: 2, of: 2, passMark: 100 });
    const open = await ask('/v1/assignments?policy=phishing');
    assert.deepEqual([open.items[0].state, open.items[0].check], ['acknowledged', undefined]);
  });
});
