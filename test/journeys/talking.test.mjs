// Communication groups in two real browsers: who is told and who is not, without a reload; what an alert counts as it
// happens; and what somebody sees who comes later.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, before, describe, it } from 'node:test';
import { startServer } from '../setup/server.mjs';
import { inside, openPage, startBrowser } from './browser.mjs';

const starter = fileURLToPath(new URL('../../packages/server/starter', import.meta.url));
const team = 'engineering-berlin';
/** Not of the audience: sales, procurement in Berlin, and software in Lisbon. */
const others = ['owen.price', 'tomasz.wrona', 'beatriz.lobo', 'femke.dewit'];
const joiner = 'tomasz.wrona';

describe('two people and a group', () => {
  let heed, people, hers, theirs, ines, lena, owen;
  before(async () => {
    people = await mkdtemp(join(tmpdir(), 'heed-people-'));
    await cp(join(starter, 'people.json'), join(people, 'people.json'));
    heed = await startServer({ args: ['--dev', '--people', people] });
    [hers, theirs] = await Promise.all([startBrowser(), startBrowser()]);
    const open = async (browser, userName, channel) => {
      const page = await openPage(await browser.createBrowserContext(), { width: 1100 });
      await page.goto(`${heed.url}/messages.html?persona=${userName}&lang=en&channel=${channel}`);
      return page;
    };
    ines = await open(hers, 'ines.tavares', team);
    lena = await open(theirs, 'lena.hartwig', team);
    owen = await open(theirs, 'owen.price', 'security-notices');
    for (const page of [ines, lena, owen]) await inside(page, 'comms-feed', '.messages, .composer');
  });
  after(async () => {
    await Promise.all([hers?.close(), theirs?.close()]);
    await heed?.stop();
    await rm(people, { recursive: true, force: true });
  });

  const ask = async (userName, path) => {
    const signIn = await fetch(`${heed.url}/dev/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ userName }),
    });
    const { token } = await signIn.json();
    return fetch(heed.url + path, { headers: { authorization: `Bearer ${token}` } });
  };
  const feedOf = (page) => page.$('comms-feed');
  const fill = async (page, name, text) => {
    const field = await inside(page, 'comms-feed', `.channel > .composer [name=${name}]`);
    await field.click();
    await field.type(text);
  };
  const press = async (page, label, within = '') => {
    await page.waitForFunction(
      (words, root) => {
        const { shadowRoot } = document.querySelector('comms-feed');
        const part = root ? shadowRoot.querySelector(root) : shadowRoot;
        const found = [...(part?.querySelectorAll('button') ?? [])].find(
          (button) => button.textContent.trim() === words && button.checkVisibility(),
        );
        found?.click();
        return found;
      },
      { polling: 50 },
      label,
      within,
    );
  };
  /** Milliseconds until the feed says something, from now on. */
  const says = async (page, text) => {
    const from = Date.now();
    await page.waitForFunction(
      (words) => document.querySelector('comms-feed').shadowRoot.textContent.includes(words),
      { polling: 20, timeout: 10_000 },
      text,
    );
    return Date.now() - from;
  };
  const said = async (page) => (await feedOf(page)).evaluate((feed) => feed.shadowRoot.textContent);
  /** Which messages the backend has of the channel for somebody; what it refuses with otherwise. */
  const open = async (userName, channel = team) => {
    const answer = await ask(userName, `/v1/channels/${channel}/messages?limit=200`);
    const { items, code } = await answer.json();
    return items?.map(({ text }) => text) ?? code;
  };

  const recorded = async (userName, channel, text) => {
    for (let tries = 0; tries < 300; tries++) {
      if ((await open(userName, channel)).includes(text)) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    assert.fail(`${text} was not recorded`);
  };

  it('a broadcast is on the screens of its audience within a second, and on nobody else’s', async () => {
    const heading = `Badges ${randomUUID().slice(0, 8)}`;
    await (await inside(ines, 'comms-feed', '[value=broadcast]')).click();
    await fill(ines, 'title', heading);
    await fill(ines, 'text', 'New badges are at the desk.');
    await press(ines, 'Announce', '.channel > .composer');
    await says(ines, heading);
    const took = await says(lena, heading);
    assert.ok(took < 1000, `${took} ms`);
    for (const userName of others) assert.equal(await open(userName), 'not-found');
    assert.deepEqual(await open('arjun.nair'), ['New badges are at the desk.']);
    const list = await (await ask('owen.price', '/v1/channels')).json();
    assert.ok(!JSON.stringify(list).includes(team));
    assert.ok(!(await said(owen)).includes('adges'));
  });

  it('a discussion runs across both browsers', async () => {
    await fill(lena, 'text', 'Are the *old* ones still good?');
    await press(lena, 'Post', '.channel > .composer');
    await says(ines, 'Are the old ones still good?');
    await press(ines, 'Reply');
    const field = await inside(ines, 'comms-feed', '.thread [name=text]');
    await field.type('Until Friday.');
    await press(ines, 'Post reply', '.thread .composer');
    await says(lena, '1 reply');
    await press(lena, '1 reply');
    await says(lena, 'Until Friday.');
  });

  it('an alert counts as people say that it is done, on the screen of who sent it', async () => {
    await (await inside(ines, 'comms-feed', '[value=alert]')).click();
    await fill(ines, 'title', 'A laboratory is open');
    await fill(ines, 'text', 'Somebody found the laboratory on the second floor open.');
    await fill(ines, 'action', 'Lock your laboratory.');
    await press(ines, 'Tell 6 people…', '.channel > .composer');
    await press(ines, 'Tell 6 people', 'dialog');
    await says(ines, '0 of 6 have done it');
    await says(lena, 'Lock your laboratory.');
    await press(lena, 'Done');
    await says(lena, 'You said on');
    const took = await says(ines, '1 of 6 have done it');
    assert.ok(took < 2000, `${took} ms`);
    const [{ id }] = (
      await (await ask('arjun.nair', `/v1/channels/${team}/messages?limit=1`)).json()
    ).items;
    const asked = await (await ask('ines.tavares', `/v1/messages/${id}/completions`)).json();
    const done = asked.items.filter(({ doneAt }) => doneAt).map((one) => one.person.displayName);
    assert.deepEqual([asked.items.length, done], [6, ['Lena Hartwig']]);
  });

  it('whoever enters later sees the history that the channel allows, and the others lose nothing', async () => {
    const before = await open('lena.hartwig');
    for (const channel of ['tidebox', team]) assert.equal(await open(joiner, channel), 'not-found');
    await ines.goto(`${heed.url}/messages.html?persona=ines.tavares&lang=en&channel=tidebox`);
    await fill(ines, 'text', 'Said before they came.');
    await press(ines, 'Post', '.channel > .composer');
    // What the screen shows at once is recorded only a moment later.
    await recorded('ines.tavares', 'tidebox', 'Said before they came.');
    for (const page of [ines, lena, owen]) assert.deepEqual(page.errors, []);
    // Their move to another department, as the directory tells it at the next start.
    await heed.kill();
    const file = join(people, 'people.json');
    const directory = JSON.parse(await readFile(file, 'utf8'));
    const moved = directory.Resources.find(({ userName }) => userName === joiner);
    moved['urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'].department = 'Firmware';
    moved['urn:heed:params:scim:schemas:extension:2.0:User'].products = ['tidebox'];
    await writeFile(file, JSON.stringify(directory));
    await heed.restart();
    assert.deepEqual(await open(joiner), before);
    assert.deepEqual(await open(joiner, 'tidebox'), []);
    await fill(ines, 'text', 'Said afterwards.');
    await press(ines, 'Post', '.channel > .composer');
    await recorded('ines.tavares', 'tidebox', 'Said afterwards.');
    assert.deepEqual(await open(joiner, 'tidebox'), ['Said afterwards.']);
    // The page that was open through all of it goes on by itself.
    await ines.goto(`${heed.url}/messages.html?persona=ines.tavares&lang=en&channel=${team}`);
    await fill(ines, 'text', 'Welcome to the team.');
    await press(ines, 'Post', '.channel > .composer');
    await says(lena, 'Welcome to the team.');
  });
});
