// Every story runs against a real backend: its play function comes to the state it shows, axe finds nothing, and the
// page logs no error.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startBrowser } from '../test/journeys/browser.mjs';
import { startServer } from '../test/setup/server.mjs';
import { buildStories, openStories } from './book.mjs';

const book = buildStories();

describe('the stories', () => {
  let heed, browser, opened;
  before(async () => {
    heed = await startServer({ args: ['--dev'] });
    browser = await startBrowser();
    opened = await openStories(book, heed.url, await browser.newPage());
  });
  after(async () => {
    await browser?.close();
    await opened?.stop();
    await heed?.stop();
    book.remove();
  });

  it('are there for every element', () => {
    const titles = new Set(book.stories.map(({ title }) => title));
    for (const tag of [
      'isms-provider',
      'policy-list',
      'policy-reader',
      'ack-button',
      'comms-feed',
      'isms-inbox',
      'task-list',
      'incident-report',
    ]) {
      assert.ok(titles.has(`Elements/${tag}`), tag);
    }
  });

  for (const { id, title, name } of book.stories) {
    it(`${title}: ${name}`, async () => {
      const { status, thrown, violations, errors } = await opened.show(id);
      assert.deepEqual(
        { thrown, violations, errors },
        { thrown: undefined, violations: [], errors: [] },
      );
      assert.equal(status, 'success');
    });
  }
});
