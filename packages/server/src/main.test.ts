import assert from 'node:assert/strict';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Acknowledgement, Assignment, Reading } from '@heed/contract';
import { temporaryFolder } from '../../../test/setup/engines.mjs';
import { startPostgres } from '../../../test/setup/postgres.mjs';
import { asPerson, runHeed } from './testing/command.js';
import { draftFor } from './testing/office.js';

interface Items<T> {
  items: T[];
}

const starter = fileURLToPath(new URL('../starter/', import.meta.url));
const lena = 'lena.hartwig';

async function firstAsked(address: string): Promise<Assignment> {
  const path = '/v1/assignments?state=open';
  const { body } = await asPerson<Items<Assignment>>(address, lena, path);
  assert.ok(body.items[0]);
  return body.items[0];
}

function acknowledge(address: string, assignment: Assignment, key: string) {
  const body = draftFor(assignment);
  return asPerson<Acknowledgement>(address, lena, '/v1/acknowledgements', {
    method: 'POST',
    body,
    key,
  });
}

describe('the command, on a folder', () => {
  test('starts on nothing, keeps everything over a restart, and shares its folder with nobody', async () => {
    const data = join(temporaryFolder(), 'data');
    const first = await runHeed(['--dev', '--data', data]);
    assert.ok(first.address, first.errors);
    assert.equal(first.lines.at(-1), `${first.address}/`);
    const asked = await firstAsked(first.address);
    const recorded = await acknowledge(first.address, asked, 'key-1');
    assert.equal(recorded.status, 201);
    const second = await runHeed(['--dev', '--data', data]);
    assert.equal(await second.ended, 1);
    assert.match(second.errors, /in use by process/);
    first.child.kill('SIGTERM');
    assert.equal(await first.ended, 0);
    const again = await runHeed(['--dev', '--data', data]);
    assert.ok(again.address, again.errors);
    assert.deepEqual(again.lines, [`${again.address}/`], 'nothing new was published');
    const path = '/v1/acknowledgements';
    const kept = await asPerson<Items<Acknowledgement>>(again.address, lena, path);
    assert.deepEqual(kept.body.items, [recorded.body]);
    again.child.kill('SIGINT');
    assert.equal(await again.ended, 0);
  });

  test('killed between the commit and the answer, it still has exactly one acknowledgement', async () => {
    const data = join(temporaryFolder(), 'data');
    const doomed = await runHeed(['--dev', '--data', data], { HEED_TEST_CRASH_AFTER_COMMIT: '1' });
    assert.ok(doomed.address, doomed.errors);
    const asked = await firstAsked(doomed.address);
    await assert.rejects(acknowledge(doomed.address, asked, 'key-1'));
    assert.equal(await doomed.ended, 'SIGKILL');
    const again = await runHeed(['--dev', '--data', data]);
    assert.ok(again.address, again.errors);
    const path = '/v1/acknowledgements';
    const kept = await asPerson<Items<Acknowledgement>>(again.address, lena, path);
    assert.equal(kept.body.items.length, 1);
    const retried = await acknowledge(again.address, asked, 'key-1');
    assert.deepEqual([retried.status, retried.body], [201, kept.body.items[0]]);
    again.child.kill('SIGTERM');
    await again.ended;
  });

  test('a dry run tells what is understood and leaves nothing behind', async () => {
    const run = await runHeed(['--dry-run', '--content', starter, '--people', starter]);
    assert.equal(await run.ended, 0);
    assert.match(
      run.lines.join('\n'),
      /12 policies, 8 audiences, 2 packs, 12 terms, 4 channels, 2 laws, 2 messages/,
    );
    assert.match(run.lines.join('\n'), /25 people/);
    assert.equal(run.lines.at(-1), 'Nothing was stored.');
  });

  test('what cannot work is said in words', async () => {
    const open = await runHeed(['--dev', '--host', '0.0.0.0']);
    assert.equal(await open.ended, 1);
    assert.match(open.errors, /^heed: --dev lets everyone.*\n$/);
    const missing = await runHeed(['--dev', '--portal', 'nowhere']);
    assert.match(missing.errors, /^heed: --portal: there is no folder nowhere.*\n$/);
    const file = await runHeed(['--dev', '--portal', 'package.json']);
    assert.match(file.errors, /^heed: --portal: there is no folder package.json.*\n$/);
    for (const environment of [{ HEED_TENANT: 'Acme GmbH' }, { HEED_LOG_ORIGIN: 'our log' }]) {
      const named = await runHeed(['--dev'], environment);
      assert.match(named.errors, /^heed: HEED_\w+ .* cannot name .*\n$/);
    }
    for (const url of [
      'not a url',
      'mysql://db/heed',
      'database.test',
      'postgres://u:p#w@db/heed',
    ]) {
      const odd = await runHeed(['--dev'], { DATABASE_URL: url });
      assert.equal(await odd.ended, 1, url);
      assert.match(odd.errors, /^heed: DATABASE_URL is not the address of a PostgreSQL .*\n$/);
      assert.ok(!odd.errors.includes(url), 'a password stays out of the terminal');
    }
    const proxy = await runHeed(['--dev', '--trust-proxy', 'proxy.example.test']);
    assert.match(
      proxy.errors,
      /^heed: --trust-proxy proxy.example.test is not a .*10\.1\.2\.3.*\n$/,
    );
    const foreign = await runHeed(['--host', '192.0.2.1', '--data', temporaryFolder()], {
      HEED_ISSUER: 'https://idp.example.test',
      HEED_AUDIENCE: 'heed',
    });
    assert.match(foreign.errors, /^heed: This machine cannot listen on 192.0.2.1: .*--host.*\n$/);
    const unknown = await runHeed(['--colour']);
    assert.equal(await unknown.ended, 1);
    assert.match(unknown.errors, /--colour/);
    assert.doesNotMatch(unknown.errors, /\n\s+at /);
  });
});

describe('the name of the log', () => {
  const issuer = { HEED_ISSUER: 'https://idp.example.test', HEED_AUDIENCE: 'heed' };
  const content = temporaryFolder();
  writeFileSync(
    join(content, 'clean-desk.md'),
    '---\nlanguage: en\n---\n\n# Clean desk\n\nTidy up.\n',
  );
  writeFileSync(join(content, 'people.csv'), 'userName,displayName\nlena.hartwig,Lena\n');
  const small = ['--content', content, '--people', content];
  const start = async (data: string, environment: Record<string, string>, ...args: string[]) => {
    const run = await runHeed([...args, ...small, '--data', data], environment);
    assert.ok(run.address, run.errors);
    run.child.kill('SIGTERM');
    await run.ended;
    return run.errors;
  };

  test('is asked for where people sign in for real, since receipts bear it for ever', async () => {
    const data = join(temporaryFolder(), 'data');
    const warning = /^heed: warning: .*localhost\/main.*for ever.*HEED_LOG_ORIGIN/;
    assert.match(await start(data, issuer), warning);
    // Naming it afterwards does not help, and must not look as if it did.
    const late = await start(data, { ...issuer, HEED_LOG_ORIGIN: 'isms.example.com/log' });
    assert.match(late, /isms\.example\.com\/log.*keeps the name.*localhost\/main/);
  });

  test('is not asked for on a desk, nor where it was given', async () => {
    assert.equal(await start(join(temporaryFolder(), 'data'), issuer, '--dev'), '');
    const data = join(temporaryFolder(), 'data');
    const named = { ...issuer, HEED_LOG_ORIGIN: 'isms.example.com/log' };
    assert.equal(await start(data, named), '');
    assert.equal(await start(data, issuer), '', 'the log has its name by now');
  });
});

describe('two processes over one PostgreSQL', () => {
  let server: Awaited<ReturnType<typeof startPostgres>>;
  before(async () => {
    server = await startPostgres();
  });
  after(() => server.stop());

  test('each sees what the other stored and published', async () => {
    const environment = { DATABASE_URL: await server.createDatabase() };
    const content = temporaryFolder();
    cpSync(starter, content, { recursive: true });
    const args = ['--dev', '--content', content, '--people', content];
    const [one, two] = await Promise.all([runHeed(args, environment), runHeed(args, environment)]);
    assert.ok(one.address && two.address, one.errors + two.errors);
    const asked = await firstAsked(one.address);
    assert.equal((await firstAsked(two.address)).id, asked.id);

    const { policy, version, contentHash, language } = draftFor(asked);
    const place = `/v1/policies/${policy.toString()}/versions/${version}`;
    const document = await asPerson<{ sections: { id: string }[] }>(
      one.address,
      lena,
      `${place}/documents/${contentHash}`,
    );
    const sections = document.body.sections.map(({ id }) => ({ id, seconds: 4 }));
    await asPerson(one.address, lena, '/v1/readings/desk', {
      method: 'PUT',
      body: {
        policy,
        version,
        contentHash,
        language,
        sequence: 1,
        startedAt: '2026-11-24T09:00:00.000Z',
        method: 'visual',
        sections,
      },
    });
    const reading = await asPerson<Reading>(two.address, lena, `${place}/reading`);
    assert.equal(reading.body.seconds, 4 * sections.length);
    assert.equal((await firstAsked(two.address)).state, 'started');

    const answers = await Promise.all(
      [one, two, one, two].map(({ address }, i) => acknowledge(address ?? '', asked, `key-${i}`)),
    );
    assert.equal(new Set(answers.map(({ body }) => body.receipt)).size, 1);
    assert.equal(answers.filter(({ status }) => status === 201).length, 1);

    const file = join(content, 'policies', `${policy}.md`);
    const text = readFileSync(file, 'utf8').replace(
      /^version: (\d+)$/m,
      (_, n) => `version: ${Number(n) + 1}`,
    );
    writeFileSync(file, `${text}\nOne more sentence.\n`);
    const three = await runHeed(args, environment);
    assert.ok(three.address, three.errors);
    const path = `/v1/assignments?policy=${policy}&state=open`;
    const seen = await asPerson<Items<Assignment>>(one.address, lena, path);
    assert.deepEqual(
      seen.body.items.map((each) => [each.version, each.acknowledgedVersion]),
      [[version + 1, version]],
    );
    for (const each of [one, two, three]) {
      each.child.kill('SIGTERM');
      assert.equal(await each.ended, 0, each.errors);
    }
  });
});
