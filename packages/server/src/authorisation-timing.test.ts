// The time of an answer tells nobody whether what is not theirs is there.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { oneEngine } from '../../../test/setup/engines.mjs';
import type { App } from './app.js';
import { unlimited } from './http/limits.js';
import type { EndpointName, Whose } from './testing/authorisation/decisions.js';
import { isSame, medians } from './testing/authorisation/medians.js';
import { endpoints, requestOf } from './testing/authorisation/requests.js';
import { openWorld, type World } from './testing/authorisation/world.js';

type Pair = [name: EndpointName, caller: string, hidden: Whose];

const pairs: Pair[] = [
  ['people.read', 'employee', 'other'],
  ['policies.read', 'employee', 'other'],
  ['documents.read', 'employee', 'other'],
  ['images.read', 'employee', 'other'],
  ['packs.read', 'auditor', 'foreign'],
  ['readings.record', 'employee', 'other'],
  ['acknowledgements.create', 'employee', 'other'],
  ['acknowledgements.read', 'employee', 'other'],
  ['incidents.read', 'employee', 'other'],
  ['answers.list', 'isms-manager', 'other'],
];

describe('the comparison of times', () => {
  test('finds a difference that somebody could measure', async () => {
    const wait = (ms: number) => () => new Promise((resolve) => setTimeout(resolve, ms));
    assert.equal(isSame(await medians(wait(2), wait(40), 10)), false);
  });
});

oneEngine('what is not yours takes as long as what is not there', (engine) => {
  let world: World;
  let app: App;

  before(async () => {
    world = await openWorld(await engine.newLocation(), { crowded: true });
    app = world.office.app('acme', { limits: unlimited });
  });
  after(() => world.office.close());

  for (const [name, caller, hidden] of pairs) {
    test(`${name}, asked by ${caller}: ${hidden}`, async (t) => {
      const endpoint = endpoints.find(([each]) => each === name)![1];
      const token = await world.office.issuer.sign(caller, 600);
      const send = (whose: Whose) => async () => {
        const { path, ...init } = requestOf(endpoint, whose, world.things(caller, whose));
        const headers = { ...init.headers, Authorization: `Bearer ${token}` };
        const answer = await app.request(path, { ...init, headers });
        assert.equal(answer.status, 404, await answer.text());
      };
      // A difference that is there shows every time; one that chance made does not.
      const rounds: string[] = [];
      for (let round = 0; round < 3; round++) {
        const found = await medians(send(hidden), send('absent'), 100);
        const said = `${found.one.toFixed(3)} ms, not there: ${found.other.toFixed(3)} ms`;
        rounds.push(said);
        t.diagnostic(`${name} ${hidden}: ${said}`);
        if (isSame(found)) return;
      }
      assert.fail(`The time tells that it is there: ${rounds.join('; ')}`);
    });
  }
});
