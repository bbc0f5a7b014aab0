// A member of staff acknowledges while everything that can go wrong on the way goes wrong.
// In every case: exactly one acknowledgement in the end, and the screen never said "recorded" too early.
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { verify } from '@heed/evidence';
import { startIdentityProvider } from '../setup/oidc.mjs';
import { startServer } from '../setup/server.mjs';
import {
  acknowledge,
  assertNeverTooEarly,
  inside,
  openPage,
  startBrowser,
  waitForState,
} from './browser.mjs';
import { isAcknowledgement, startHost } from './host.mjs';
import { auditor, personas, unusedPerson } from './people.mjs';

const policy = 'acceptable-use';

describe('acknowledging on a bad day', () => {
  let idp, heed, host, browser, context, person, heard;

  before(async () => {
    idp = await startIdentityProvider();
    heed = await startServer({
      args: ['--dev'],
      env: { HEED_ISSUER: idp.issuer, HEED_AUDIENCE: idp.audience },
    });
    browser = await startBrowser();
  });
  after(async () => {
    await browser?.close();
    await heed?.stop();
    await idp?.stop();
  });

  beforeEach(async () => {
    person = unusedPerson();
    heard = [];
    host = await startHost({
      backend: () => heed.url,
      signIn: (userName) => idp.signIn(userName),
      personas: personas(),
    });
    context = await browser.createBrowserContext();
  });
  afterEach(async () => {
    await context.close();
    await host.stop();
  });

  const open = async () => {
    const page = await openPage(context, { heard });
    await page.goto(`${host.url}/policy.html?policy=${policy}&persona=${person}`);
    return page;
  };

  /** What the backend holds of this person, asked by the auditor with a token of their own. */
  const recorded = async () => {
    const token = await idp.signIn(auditor());
    const ask = async (path) => {
      const answer = await fetch(heed.url + path, {
        headers: { authorization: `Bearer ${token}` },
      });
      assert.equal(answer.status, 200, path);
      return answer.json();
    };
    const { items } = await ask(`/v1/people?userName=${person}`);
    return (await ask(`/v1/acknowledgements?person=${items[0].id}&policy=${policy}`)).items;
  };

  const oneRecordInTheEnd = async (page) => {
    await waitForState(page, 'verified');
    const items = await recorded();
    assert.equal(items.length, 1);
    const { key } = (await (await fetch(`${heed.url}/.well-known/isms`)).json()).log;
    const { record } = await verify(items[0].receipt, { key });
    assert.equal(record.person.userName, person);
    assert.ok(assertNeverTooEarly(heard, host.answered) > 0, 'the screen did say it in the end');
  };

  it('on a good day', async () => {
    const page = await open();
    await acknowledge(page);
    await oneRecordInTheEnd(page);
    assert.deepEqual(page.errors, []);
  });

  it('with the network cut during the send', async () => {
    let cut = 2;
    host.faults.push((request) => {
      if (!isAcknowledgement(request) || cut-- <= 0) return false;
      request.socket.destroy();
      return true;
    });
    const page = await open();
    await acknowledge(page);
    await oneRecordInTheEnd(page);
    assert.ok(cut < 0, 'it was cut twice and sent again');
  });

  it('with the answer lost after the commit', async () => {
    let lost = 0;
    host.faults.push((request, _response, send) => {
      if (!isAcknowledgement(request) || lost) return false;
      send((answer) => {
        assert.equal(answer.statusCode, 201);
        lost++;
        return false;
      });
      return true;
    });
    const page = await open();
    await acknowledge(page);
    await oneRecordInTheEnd(page);
    assert.equal(lost, 1);
  });

  it('with the tab killed after the click', async () => {
    let hold = true;
    host.faults.push((request) => {
      if (!hold || !isAcknowledgement(request)) return false;
      request.socket.destroy();
      return true;
    });
    const page = await open();
    await acknowledge(page);
    await waitForState(page, 'queued', 'sending');
    await page.close({ runBeforeUnload: false });
    // A request that left the tab at its end may still be on its way: it is held too.
    assert.equal((await recorded()).length, 0);
    hold = false;
    await oneRecordInTheEnd(await open());
  });

  it('with two tabs open and the button pressed in both', async () => {
    // Whatever is sent first stays on the way until the button was pressed in both tabs.
    let release;
    const pressed = new Promise((done) => (release = done));
    host.faults.push(async (request, _response, send) => {
      if (!isAcknowledgement(request)) return false;
      await pressed;
      send();
      return true;
    });
    const [one, two] = [await open(), await open()];
    await waitForState(one, 'draft');
    await waitForState(two, 'draft');
    await acknowledge(one);
    const button = await inside(two, 'ack-button', 'button.primary');
    await two.bringToFront();
    await button?.click();
    release();
    await oneRecordInTheEnd(one);
    await waitForState(two, 'verified');
    assert.equal((await recorded()).length, 1);
  });

  it('with the token expired', async () => {
    await host.stop();
    let first = true;
    host = await startHost({
      backend: () => heed.url,
      signIn: (userName) => {
        const options = first ? { seconds: 1 } : {};
        first = false;
        return idp.signIn(userName, options);
      },
      personas: personas(),
    });
    const page = await open();
    await waitForState(page, 'draft');
    // Longer than the token lives and than the clock tolerance of the backend.
    await new Promise((done) => setTimeout(done, 8000));
    const signedIn = host.tokens.length;
    await acknowledge(page);
    await oneRecordInTheEnd(page);
    assert.ok(host.tokens.length > signedIn, 'a fresh token was asked for');
  });

  it('with a login page answered with status 200', async () => {
    let pages = 2;
    host.faults.push((request, response) => {
      if (!isAcknowledgement(request) || pages-- <= 0) return false;
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end('<!doctype html><title>Sign in</title><h1>Please sign in</h1>');
      return true;
    });
    const page = await open();
    await acknowledge(page);
    await waitForState(page, 'queued', 'verified');
    if (pages >= 0) {
      const again = await inside(page, 'ack-button', '.row button:not(.primary)');
      await again?.click();
    }
    await oneRecordInTheEnd(page);
    assert.ok(pages < 0, 'the login page was answered twice');
  });

  it('with the server killed after the commit and before the answer', async () => {
    await heed.stop();
    heed = await startServer({
      args: ['--dev'],
      data: heed.folder,
      env: {
        HEED_ISSUER: idp.issuer,
        HEED_AUDIENCE: idp.audience,
        HEED_TEST_CRASH_AFTER_COMMIT: '1',
      },
    });
    const page = await open();
    await acknowledge(page);
    assert.equal(await heed.child.ended, 'SIGKILL');
    assert.equal(assertNeverTooEarly(heard, host.answered), 0, 'nothing was said yet');
    await heed.restart({ HEED_TEST_CRASH_AFTER_COMMIT: '' });
    assert.equal((await recorded()).length, 1, 'the commit survived');
    await oneRecordInTheEnd(page);
  });
});
