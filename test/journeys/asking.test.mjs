// A task in two real browsers: who looks after it asks a group, the right people see it without a reload, one says that it is
// done and has a receipt for it, and the one who asked sees that as it happens.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { verify } from '@heed/evidence';
import { startServer } from '../setup/server.mjs';
import { inside, openPage, startBrowser } from './browser.mjs';

describe('whoever asks, and who is asked', () => {
  let heed, hers, theirs, ines, lena, owen;
  before(async () => {
    heed = await startServer({ args: ['--dev'] });
    [hers, theirs] = await Promise.all([startBrowser(), startBrowser()]);
    const open = async (browser, userName) => {
      const page = await openPage(await browser.createBrowserContext(), { width: 1100 });
      await page.goto(`${heed.url}/tasks.html?persona=${userName}&lang=en`);
      return page;
    };
    ines = await open(hers, 'ines.tavares');
    lena = await open(theirs, 'lena.hartwig');
    owen = await open(theirs, 'owen.price');
    for (const page of [lena, owen]) await inside(page, 'task-list', '.ended');
    await inside(ines, 'task-list', '#asking-ask');
  });
  after(async () => {
    await Promise.all([hers?.close(), theirs?.close()]);
    await heed?.stop();
  });

  const title = `Return the key ${randomUUID().slice(0, 8)}`;
  const said = (page) =>
    page.$eval('task-list', ({ shadowRoot }) => shadowRoot.textContent.replace(/\s+/g, ' '));
  /** Waits until the list says something by itself. */
  const says = (page, text) =>
    page.waitForFunction(
      (words) =>
        document
          .querySelector('task-list')
          .shadowRoot.textContent.replace(/\s+/g, ' ')
          .includes(words),
      { polling: 20, timeout: 20_000 },
      text,
    );
  const press = (page, label, within) =>
    page.waitForFunction(
      (words, root) => {
        const { shadowRoot } = document.querySelector('task-list');
        const found = [...shadowRoot.querySelectorAll(`${root} :is(button, summary)`)].find(
          (button) => button.textContent.trim().startsWith(words) && button.checkVisibility(),
        );
        found?.click();
        return found;
      },
      { polling: 50 },
      label,
      within,
    );
  const fill = async (page, field, text) => {
    const found = await inside(page, 'task-list', `#${field}`);
    await found.click();
    await found.type(text);
  };

  it('a group is asked, and sees it without a reload; nobody else does', async () => {
    await press(ines, 'Ask for something…', '.asking');
    await fill(ines, 'asking-title', title);
    await fill(ines, 'asking-text', 'To the *front* desk.');
    await (await inside(ines, 'task-list', '#asking-group')).select('engineering-berlin');
    await press(ines, 'Ask 6 people', '.asking');
    await says(lena, title);
    await says(ines, `Recorded: “${title}” is asked.`);
    await says(ines, '0 of 6 done · 6 open');
    assert.ok(!(await said(owen)).includes(title));
  });

  it('one says that it is done and has a receipt that proves it, and who asked sees it', async () => {
    await lena.evaluate(() => {
      const heard = ({ step, receipt }) => Object.assign(window, { ended: { step, receipt } });
      document.querySelector('task-list').addEventListener('task-ended', heard, { once: true });
    });
    await press(lena, title, '.open');
    await says(lena, 'To the front desk.');
    await press(lena, 'Done', '.open .task[open]');
    await says(lena, `Recorded: “${title}” is done.`);
    await says(ines, '1 of 6 done · 5 open');
    const { step, receipt } = await lena.evaluate(() => window.ended);
    assert.equal(step.kind, 'done');
    const { key } = (await (await fetch(`${heed.url}/.well-known/isms`)).json()).log;
    const { record } = await verify(receipt, { key });
    const { person, task } = record;
    assert.deepEqual([person.userName, task.id], ['lena.hartwig', step.task]);
  });

  it('who asked sees who has done it, and asks once more; the one who did sees why', async () => {
    await press(ines, title, '.managed');
    await press(ines, 'Who has done it', '.managed');
    await says(ines, 'Have done it (1)');
    await press(ines, 'Ask once more', 'dialog');
    await fill(ines, 'asking-remark', 'That was the blue one.');
    await press(ines, 'Ask once more', '.managed');
    await says(ines, '0 of 6 done · 6 open');
    await press(lena, title, '.open');
    await says(lena, 'That was the blue one.');
  });

  it('nobody needs to do it any more once it is closed', async () => {
    await press(ines, 'Close…', '.managed');
    await press(ines, 'Close it for everybody', 'dialog');
    await says(ines, `Recorded: “${title}” is closed.`);
    await lena.waitForFunction(
      (words) =>
        !document
          .querySelector('task-list')
          .shadowRoot.querySelector('.open')
          ?.textContent.includes(words),
      { polling: 20, timeout: 20_000 },
      title,
    );
    for (const page of [ines, lena, owen]) assert.deepEqual(page.errors, []);
  });
});
