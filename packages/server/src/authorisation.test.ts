// Who may do what: every endpoint of the contract, asked by everybody for everybody's things, over the network.
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import { format, resolveConfig } from 'prettier';
import { oneEngine } from '../../../test/setup/engines.mjs';
import { unlimited } from './http/limits.js';
import { listen, type Listening } from './listen.js';
import { ask, withoutEcho, type Answered } from './testing/authorisation/answers.js';
import { undecided } from './testing/authorisation/coverage.js';
import { callers, cellsOf, type Cell } from './testing/authorisation/columns.js';
import { decisions, insiders, outcomes, type Whose } from './testing/authorisation/decisions.js';
import { authorisationPage } from './testing/authorisation/markdown.js';
import {
  endpoints,
  markOf,
  namedThings,
  requestOf,
  type Asked,
} from './testing/authorisation/requests.js';
import { tracesOf } from './testing/authorisation/traces.js';
import { openWorld, type Things, type World } from './testing/authorisation/world.js';

const overseers = ['isms-manager', 'auditor', 'incident-handler'];

/** Whether the answer shows all rows of the tenant to a role that sees them. */
const showsAll = ({ caller, expected, endpoint }: Cell) =>
  expected === 'sees' ||
  (expected === 'none' && caller !== 'incident-handler' && namedThings(endpoint).length === 0);

/** What is hidden answers exactly like the first of these that is not there at all. */
const baselineOf = (whose: Whose): Whose => (whose.endsWith(' text') ? 'absent version' : 'absent');

/** What is refused by row, and what is recorded by row: both leave their own traces. */
function rowsOf(cells: readonly Cell[]): Cell[][] {
  const rows = new Map<string, Cell[]>();
  for (const cell of cells) {
    const key = `${cell.whose} ${cell.expected === 'done'}`;
    rows.set(key, [...(rows.get(key) ?? []), cell]);
  }
  return [...rows.values()];
}

const titleOf = ({ name, caller, whose }: Cell) => `${name}: ${caller} asks for ${whose}`;

function isExpected(cell: Cell, answer: Answered, things: Things): void {
  const { statuses, code }: { statuses: readonly number[]; code?: string } =
    outcomes[cell.expected];
  const title = `${titleOf(cell)}: ${answer.text}`;
  assert.ok(statuses.includes(answer.status), `${title} (${answer.status})`);
  assert.equal(answer.code, code, title);
  if (cell.expected === 'sees') assert.ok(answer.text.includes(markOf(cell.name, things)), title);
}

describe('the table of decisions', () => {
  test('decides every endpoint of the contract, for every thing that it can name', () => {
    assert.deepEqual(undecided(endpoints, decisions), []);
  });

  test('misses nothing: a new endpoint, a thing that nobody has decided about, a typing error', () => {
    const [, readPerson] = endpoints.find(([name]) => name === 'people.read')!;
    const added = [...endpoints, ['people.greet', readPerson] as const];
    assert.deepEqual(undecided(added, decisions), [
      'people.greet is not decided: own, other, foreign, absent',
    ]);
    const { foreign: _, ...forgotten } = decisions['people.read'];
    assert.deepEqual(undecided(endpoints, { ...decisions, 'people.read': forgotten }), [
      'people.read is not decided: foreign',
    ]);
    assert.deepEqual(undecided(endpoints, { ...decisions, 'people.raed': {} }), [
      'people.raed is not an endpoint of the contract',
    ]);
  });

  test('is printed in docs/authorisation.md, byte for byte', async () => {
    const file = new URL('../../../docs/authorisation.md', import.meta.url);
    const options = { ...(await resolveConfig(file)), parser: 'markdown' };
    const page = await format(authorisationPage(), options);
    if (process.env['UPDATE_GENERATED']) await writeFile(file, page);
    assert.equal(
      await readFile(file, 'utf8'),
      page,
      'authorisation.md is out of date: run `UPDATE_GENERATED=1 npm test -- node` and review the difference',
    );
  });

  test('tells nobody apart what is not theirs from what is not there, but for roles that see others', () => {
    for (const [name, rows] of Object.entries(decisions)) {
      for (const kind of ['other', 'foreign'] as const) {
        for (const [column, caller] of insiders.entries()) {
          if (!rows[kind] || !rows.absent) continue;
          if (kind === 'other' && overseers.includes(caller)) continue;
          assert.equal(rows[kind][column], rows.absent[column], `${name}: ${caller}, ${kind}`);
        }
      }
    }
  });
});

oneEngine('who may do what', (engine) => {
  let world: World;
  let server: Listening;
  let address: string;
  const tokens: Record<string, string> = {};

  before(async () => {
    world = await openWorld(await engine.newLocation());
    const app = world.office.app('acme', { limits: unlimited });
    server = await listen(app, { host: '127.0.0.1', port: 0, exact: true });
    address = server.address.replace(/\/$/, '');
    for (const caller of callers) {
      if (caller !== 'nobody') tokens[caller] = await world.office.issuer.sign(caller, 600);
    }
  });
  after(async () => {
    await server.close();
    await world.office.close();
  });

  async function put(cell: Cell): Promise<{ asked: Asked; answer: Answered }> {
    const things = world.things(cell.caller, cell.whose);
    const asked = requestOf(cell.endpoint, cell.whose, things);
    const answer = await ask(address, asked, tokens[cell.caller]);
    isExpected(cell, answer, things);
    tellsNothingForeign(cell, asked, answer);
    return { asked, answer };
  }

  function tellsNothingForeign(cell: Cell, asked: Asked, answer: Answered): void {
    const isSuccess = answer.code === undefined;
    const told = isSuccess
      ? withoutEcho(answer, asked)
      : `${answer.headers.join('\n')}\n${answer.text}`;
    const maySeeOther = overseers.includes(cell.caller) && showsAll(cell);
    const secrets = [...world.foreignCanaries, ...(maySeeOther ? [] : world.otherCanaries)];
    for (const secret of secrets) {
      assert.ok(!told.toLowerCase().includes(secret), `${titleOf(cell)} tells ${secret}: ${told}`);
    }
  }

  for (const [name, endpoint] of endpoints) {
    if (endpoint.method === 'GET') {
      test(`${name} answers as decided, the same for what is not there, and changes nothing`, async () => {
        const before = await tracesOf(world.office.db);
        const given = new Map<string, [Cell, Answered]>();
        for (const cell of cellsOf([name, endpoint])) {
          const { answer } = await put(cell);
          given.set(`${cell.caller} ${cell.whose}`, [cell, answer]);
        }
        for (const [cell, answer] of given.values()) {
          const [absent, empty] = given.get(`${cell.caller} ${baselineOf(cell.whose)}`) ?? [];
          const isHidden = ['lost', 'shut', 'none'].includes(cell.expected);
          const isComparable =
            cell.whose !== 'absent version' && absent?.expected === cell.expected;
          if (isHidden && isComparable) assert.deepEqual(answer, empty, titleOf(cell));
        }
        assert.deepEqual(await tracesOf(world.office.db), before);
      });
      continue;
    }
    test(`${name} records as decided; what it refuses changes nothing, and nothing of others ever`, async () => {
      const { db } = world.office;
      const other = { person: world.things('employee', 'other').person };
      const answers = new Map<string, Answered>();
      for (const row of rowsOf(cellsOf([name, endpoint]))) {
        const [first] = row;
        // Who handles a report of somebody changes how far it is.
        const handles = name === 'triage.record';
        const theirs = handles ? [] : [other];
        const scopes = first?.expected === 'done' ? [...theirs, { tenant: 'globex' }] : [{}];
        const before = await Promise.all(scopes.map((scope) => tracesOf(db, scope)));
        for (const cell of row) {
          const { answer } = await put(cell);
          const hidden = overseers.includes(cell.caller) ? [] : ['other'];
          if (![...hidden, 'foreign', 'absent'].includes(cell.whose)) continue;
          const same = `${cell.caller} ${cell.expected}`;
          assert.deepEqual(answer, answers.get(same) ?? answer, titleOf(cell));
          answers.set(same, answer);
        }
        const now = await Promise.all(scopes.map((scope) => tracesOf(db, scope)));
        assert.deepEqual(now, before, `${name}: ${first?.whose}, ${first?.expected}`);
      }
    });
  }
});
