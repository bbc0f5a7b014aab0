// The backend that was written from the specification alone: the kit passes it, a kill loses nothing, and the elements
// run against it as they are.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { verify } from '@heed/evidence';
import { root } from '../config/files.mjs';
import { acknowledge, inside, openPage, startBrowser, waitForState } from '../journeys/browser.mjs';
import { findPython, freePort, runPython, servePython, startBackend } from '../setup/python.mjs';

const { path: python, reason } = findPython();
if (process.env.CI) assert.ok(python, reason);

function conformance(args, env = {}) {
  return new Promise((resolve) => {
    const command = [join(root, 'packages/conformance/bin/conformance.js'), ...args];
    const options = { env: { ...process.env, ...env }, maxBuffer: 2 ** 24 };
    execFile(process.execPath, command, options, (error, said) =>
      resolve({ code: error?.code ?? 0, said }),
    );
  });
}

const passedAll =
  /declares core, evidence\..*\n\d{3} passed, 0 failed, 0 without an answer, 0 skipped, \d+ of profiles/;

describe('the backend from scratch', { skip: !python && reason }, () => {
  let backend;
  before(async () => (backend = await startBackend(python)));
  after(() => backend?.stop());

  const kit = () => conformance(['--base-url', backend.url, '--setup', `${backend.url}/setup`]);

  it('passes the kit with everything that it declares', async () => {
    const { code, said } = await kit();
    assert.equal(code, 0, said);
    assert.match(said, passedAll);
  });

  it('passes it again on the same file, three runs at the same time', async () => {
    await backend.restart();
    for (const { code, said } of await Promise.all([kit(), kit(), kit()])) {
      assert.equal(code, 0, said);
      assert.match(said, passedAll);
    }
    assert.equal(backend.said, '', 'it had nothing to complain about');
  });
});

describe(
  'the backend from scratch, killed while people acknowledge',
  { skip: !python && reason },
  () => {
    const crowd = Array.from({ length: 120 }, (_, n) => `person-${n}`);
    let backend, company;
    before(async () => {
      backend = await startBackend(python);
      company = await setUp();
    });
    after(() => backend?.stop());

    async function setUp() {
      const person = (userName, ...roles) => ({
        ...{ userName, displayName: userName, relation: 'employee', roles, active: true },
      });
      const section = { id: 'why', title: 'Why', level: 2, html: '<p>Paper tells.</p>', words: 2 };
      const documents = [{ language: 'en', title: 'Clean desk', sections: [section] }];
      const body = {
        people: [...crowd.map((name) => person(name)), person('auditor', 'auditor')],
        policies: [
          {
            ...{
              id: 'clean-desk',
              title: 'Clean desk',
              kind: 'policy',
              classification: 'internal',
            },
            controls: [],
            versions: [{ number: 1, change: 'First.', material: true, documents, images: [] }],
          },
        ],
        packs: [
          {
            ...{ id: 'basics', title: 'Basics', policies: ['clean-desk'], audience: crowd },
            ...{ asks: 'acknowledge', statement: { en: 'I have taken note of this policy.' } },
          },
        ],
      };
      const answer = await fetch(`${backend.url}/setup/crowd`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      return answer.json();
    }

    async function ask(userName, path, options = {}) {
      const authorization = `Bearer ${company.tokens[userName]}`;
      const headers = { ...options.headers, authorization };
      const answer = await fetch(company.baseUrl + path, { ...options, headers });
      return { status: answer.status, body: await answer.json() };
    }

    it('has every acknowledgement that it answered, once, in a log that holds', async () => {
      const { log } = await (await fetch(`${company.baseUrl}/.well-known/isms`)).json();
      const [{ statement, documents }] = (await ask(crowd[0], '/v1/assignments')).body.items;
      const keys = new Map(crowd.map((name) => [name, randomUUID()]));
      const clientTime = new Date().toISOString();
      const act = (name) =>
        ask(name, '/v1/acknowledgements', {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'idempotency-key': keys.get(name) },
          body: JSON.stringify({
            ...{ policy: 'clean-desk', version: 1, language: 'en', method: 'visual' },
            contentHash: documents[0].contentHash,
            statementHash: statement.hash,
            clientTime,
          }),
        });

      const answered = new Map();
      const waiting = [...crowd];
      const press = async () => {
        for (let name = waiting.shift(); name; name = waiting.shift()) {
          // Whoever gets no answer stops: the backend is dead.
          const answer = await act(name).catch(() => undefined);
          if (!answer) return;
          assert.equal(answer.status, 201, JSON.stringify(answer.body));
          answered.set(name, answer.body);
          if (answered.size === 40) await backend.kill();
        }
      };
      await Promise.all(Array.from({ length: 8 }, press));
      assert.ok(answered.size >= 40, `${answered.size} answers before the kill`);
      assert.ok(answered.size < crowd.length, 'the kill came in the middle');

      await backend.restart();
      for (const [name, acknowledgement] of answered) {
        const { body } = await ask(name, `/v1/acknowledgements/${acknowledgement.id}`);
        assert.deepEqual(body, acknowledgement);
        const { pinned, record } = await verify(body.receipt, { key: log.key });
        assert.ok(pinned);
        assert.equal(record.person.userName, name);
      }

      // Whoever had no answer sends again, as the outbox does; whoever had one gets the same.
      for (const name of crowd) {
        const { status, body } = await act(name);
        assert.ok([200, 201].includes(status), `${status} for ${name}`);
        if (answered.has(name)) assert.deepEqual(body, answered.get(name));
      }
      const all = await ask('auditor', '/v1/acknowledgements?person=*&limit=200');
      assert.equal(all.body.items.length, crowd.length);

      const reads = ['log.checkpoint', 'log.inclusion', 'log.consistency', 'log.entries'];
      const { code, said } = await conformance(
        ['--base-url', company.baseUrl, ...reads.flatMap((read) => ['--only', read])],
        {
          CONFORMANCE_PEOPLE_STAFF: company.tokens[crowd[0]],
          CONFORMANCE_PEOPLE_COLLEAGUE: company.tokens[crowd[1]],
          CONFORMANCE_PEOPLE_AUDITOR: company.tokens.auditor,
        },
      );
      assert.equal(code, 0, said);
      assert.match(said, /\d passed, 0 failed, 0 without an answer/);
    });
  },
);

describe(
  'the elements, unchanged, with the backend from scratch',
  { skip: !python && reason },
  () => {
    let backend, page, browser, token;
    before(async () => {
      const port = await freePort();
      backend = await startBackend(python, ['--allow-origin', `http://localhost:${port}`]);
      const seeded = runPython(python, ['seed.py', '--data', backend.file]);
      token = /^Ines Okafor +(\S+)$/m.exec(seeded)[1];
      page = await servePython(python, [
        ...['page.py', '--port', String(port), '--backend', backend.url],
      ]);
      browser = await startBrowser();
    });
    after(async () => {
      await browser?.close();
      await page?.stop();
      await backend?.stop();
    });

    it('list, show, ask, record and verify', async () => {
      const tab = await openPage(await browser.createBrowserContext());
      await tab.goto(page.url);
      await tab.type('#token', token);
      await tab.click('#sign-in button');
      await inside(tab, 'policy-list', '.row');
      const listed = await tab.$eval('policy-list', ({ shadowRoot }) => shadowRoot.textContent);
      assert.match(listed, /Visitors in the bakery/);
      assert.match(listed, /A phone or a key is lost/);

      await tab.goto(`${page.url}/?policy=visitors`);
      await waitForState(tab, 'draft');
      const text = await tab.$eval('policy-reader', ({ shadowRoot }) => shadowRoot.textContent);
      assert.match(text, /Meet visitors at the door/);
      await acknowledge(tab);
      await waitForState(tab, 'verified');

      await answerTheQuestion(tab);
      await acknowledge(tab);
      await waitForState(tab, 'verified');
      assert.deepEqual(tab.errors, []);

      const headers = { authorization: `Bearer ${token}` };
      const asked = await fetch(`${backend.url}/v1/assignments`, { headers });
      const states = (await asked.json()).items.map(({ state }) => state);
      assert.deepEqual(states, ['acknowledged', 'acknowledged']);
    });

    async function answerTheQuestion(tab) {
      await tab.goto(`${page.url}/?policy=lost-devices`);
      await waitForState(tab, 'draft');
      await (await inside(tab, 'ack-button', '.row > .primary')).click();
      const choice = await tab.waitForFunction(() =>
        [...document.querySelector('ack-button').shadowRoot.querySelectorAll('dialog label')].find(
          ({ innerText }) => innerText.trim() === 'At once',
        ),
      );
      await choice.click();
      await (await inside(tab, 'ack-button', 'dialog .primary')).click();
      await inside(tab, 'ack-button', 'dialog .outcome');
      await (await inside(tab, 'ack-button', 'dialog .primary')).click();
    }
  },
);
