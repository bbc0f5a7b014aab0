// A member of staff with Firefox or Safari (its engine, WebKit) and a communication group: what is said comes by itself and
// is answered, an alert and a task are done, and the start page counts what is asked.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { createClient } from '@heed/sdk';
import { startServer } from '../setup/server.mjs';
import { openTab } from '../setup/tabs.mjs';

const channel = 'engineering-berlin';
/** A person of the group for each engine. */
const people = { firefox: 'lena.hartwig', webkit: 'arjun.nair' };

/** Runs in the page, before what is asked of it. */
const parts = `
  const all = (tag, selector) => [...(document.querySelector(tag)?.shadowRoot?.querySelectorAll(selector) ?? [])];
  const says = (tag, words) => !!document.querySelector(tag)?.shadowRoot?.textContent.includes(words);
  const message = (words) => all('comms-feed', 'article').find((one) => one.textContent.includes(words));
  const task = (words) => all('task-list', '.task').find((one) => one.textContent.includes(words));
  const button = (within, words) =>
    [...(within?.querySelectorAll('button') ?? [])].find(
      (one) => one.textContent.trim() === words && one.checkVisibility(),
    );
  const write = (field, words) => {
    field.value = words;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  };
`;

describe('a person with another engine, in a group', () => {
  let heed, ines;
  before(async () => {
    heed = await startServer({ args: ['--dev'] });
    ines = createClient({
      baseUrl: heed.url,
      getToken: () => signIn('ines.tavares'),
      storage: 'memory',
    });
  });
  after(async () => {
    ines?.close();
    await heed?.stop();
  });

  async function signIn(userName) {
    const answer = await fetch(`${heed.url}/dev/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ userName }),
    });
    return (await answer.json()).token;
  }

  /** Asks until the answer is right; what it was after 20 seconds. */
  async function eventually(ask, isRight) {
    for (const end = Date.now() + 20_000; ; await new Promise((go) => setTimeout(go, 200))) {
      const answer = await ask();
      if (isRight(answer) || Date.now() > end) return answer;
    }
  }

  for (const [engine, userName] of Object.entries(people)) {
    it(`hears, answers and does what is asked: ${engine}`, { timeout: 180_000 }, async (t) => {
      const tab = await openTab(engine);
      if (tab.reason) return t.skip(tab.reason);
      const until = (script) => tab.until(parts + script);
      /** Presses a button as soon as it is there. */
      const press = (within, words) =>
        until(`const found = button(${within}, '${words}'); found?.click(); return !!found`);
      const record = (more) =>
        ines.messages.record({ message: randomUUID(), channel, language: 'en', ...more });
      try {
        await tab.goto(`${heed.url}/messages.html?persona=${userName}&lang=en&channel=${channel}`);
        await until(`return all('comms-feed', '.composer').length > 0`);

        const question = `Who has the key? ${engine}`;
        const { id: thread } = await record({ kind: 'discussion', text: question });
        await until(`return !!message('${question}')`);
        await press(`message('${question}')`, 'Reply');
        await until(`return all('comms-feed', '.thread [name=text]').length > 0`);
        await tab.run(`${parts} write(all('comms-feed', '.thread [name=text]')[0], 'I have.')`);
        await press(`all('comms-feed', '.thread .composer')[0]`, 'Post reply');
        await until(`return all('comms-feed', '.replies > li').length === 1`);
        const replies = await eventually(
          async () => (await ines.messages.list.page({ channel, thread })).items,
          ({ length }) => length > 0,
        );
        assert.deepEqual(
          replies.map(({ text }) => text),
          ['I have.'],
        );

        const action = { text: `Lock the laboratory. ${engine}` };
        const alert = await record({ kind: 'alert', text: 'It was found open.', action });
        await press(`message('${action.text}')`, 'Done');
        await until(`return message('${action.text}').textContent.includes('You said on')`);
        const asked = await ines.completions.list.page({ message: alert.id });
        assert.equal(asked.items.filter(({ doneAt }) => doneAt).length, 1);

        const { id: person } = await meOf(userName);
        const ask = (title) =>
          ines.tasks.record({ task: randomUUID(), language: 'en', title, people: [person] });
        await tab.goto(`${heed.url}/tasks.html?lang=en`);
        await until(
          `return ['empty', 'ready'].includes(document.querySelector('task-list')?.state)`,
        );
        const title = `Return the key. ${engine}`;
        const { id } = await ask(title);
        await until(`return !!task('${title}')`);
        await tab.run(`${parts} task('${title}').open = true`);
        await press(`task('${title}')`, 'Done');
        await until(`return says('task-list', 'is done')`);
        assert.equal((await ines.tasks.read({ task: id })).progress.done, 1);

        await tab.goto(`${heed.url}/?lang=en`);
        await until(`return document.querySelector('main isms-inbox')?.state === 'ready'`);
        const next = `Count the keys. ${engine}`;
        await ask(next);
        await until(`return says('main isms-inbox', '${next}')`);
      } finally {
        await tab.close();
      }
    });
  }

  async function meOf(userName) {
    const client = createClient({
      baseUrl: heed.url,
      getToken: () => signIn(userName),
      storage: 'memory',
    });
    const me = await client.me.read();
    client.close();
    return me;
  }
});
