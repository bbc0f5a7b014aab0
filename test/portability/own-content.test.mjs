// Somebody brings the policies and the people they have: a starter kit in two languages with its document
// register, and a dump of an HR database. A member of staff of that company reads and acknowledges.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { startServer } from '../setup/server.mjs';
import {
  acknowledge,
  firstPolicy,
  inside,
  openPage,
  startBrowser,
  waitForState,
} from '../journeys/browser.mjs';

const corpus =
  process.env.HEED_CORPUS ?? fileURLToPath(new URL('../../../shared/corpus', import.meta.url));
const missing = existsSync(corpus) ? false : `there is no corpus at ${corpus}`;
if (missing && process.env.CI) throw new Error(missing);

describe('bringing your own content', { skip: missing }, () => {
  let heed, browser;
  before(async () => {
    heed = await startServer({
      args: ['--dev', ...['--content', `${corpus}/iso27001-kit`, '--people', `${corpus}/people`]],
    });
    browser = await startBrowser();
  });
  after(async () => {
    await browser?.close();
    await heed?.stop();
  });

  const as = async (userName) => {
    const body = JSON.stringify({ userName });
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${heed.url}/dev/token`, { method: 'POST', headers, body });
    const { token } = await answer.json();
    return async (path) => {
      const found = await fetch(heed.url + path, { headers: { authorization: `Bearer ${token}` } });
      assert.equal(found.status, 200, path);
      return found.json();
    };
  };
  const asked = async (userName) =>
    (await (await as(userName))('/v1/assignments?limit=200')).items.map((one) => one.policy.title);

  it('says what it understood, and the first problems of each kind', () => {
    const said = heed.child.said.join('');
    assert.match(said, /291 people/);
    assert.match(said, /21 policies, 11 audiences, 11 packs/);
    assert.match(said, /document-control-register\.csv:14 .*PMO/);
    assert.ok(said.split('\n').length < 40, said);
  });

  it('lists with --dry-run every policy, and every problem with file and line', () => {
    const folders = ['--content', `${corpus}/iso27001-kit`, '--people', `${corpus}/people`];
    const said = execFileSync(
      process.execPath,
      ['packages/server/dist/main.js', '--dry-run', ...folders],
      { cwd: fileURLToPath(new URL('../..', import.meta.url)), encoding: 'utf8' },
    );
    assert.match(
      said,
      /Acceptable Use Policy; version 1 \u201c2\.1\u201d; en, de; \S.*\(acknowledge\)/,
    );
    assert.match(said, /document-control-register\.csv:14 .*PMO/);
    assert.match(said, /en\/acceptable-use-policy\.md:4 .*placeholders/);
  });

  it('holds all 42 policies, German and English as variants of one', async () => {
    const ask = await as('ken0');
    const { items } = await ask('/v1/policies?limit=200');
    const texts = items.flatMap((one) => one.documents.map((text) => text.language));
    assert.equal(items.length, 21);
    assert.equal(texts.filter((language) => language === 'en').length, 21);
    assert.equal(texts.filter((language) => language === 'de').length, 21);
  });

  it('asks the people of each distribution, and nobody else', async () => {
    // Ken leads the company, Terri its engineering, Guy works in production.
    const everyone = await asked('guy1');
    assert.ok(everyone.includes('Acceptable Use Policy'));
    assert.ok(
      !everyone.includes('Secure Software Development Policy'),
      'production does not develop',
    );
    assert.ok(!everyone.includes('Access Control Policy'), 'for IT and heads of department');
    assert.ok((await asked('terri0')).includes('Secure Software Development Policy'));
    assert.ok((await asked('ken0')).includes('Access Control Policy'));
  });

  it('is read and acknowledged by a member of staff', async () => {
    const page = await openPage(await browser.createBrowserContext());
    await page.goto(`${heed.url}/?persona=guy1`);
    const row = await firstPolicy(page);
    await Promise.all([page.waitForNavigation(), row.click()]);
    await inside(page, 'policy-reader', 'article');
    await acknowledge(page);
    await waitForState(page, 'verified');
    assert.deepEqual(page.errors, []);
  });
});
