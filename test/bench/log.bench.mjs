// Durable acknowledgements per second with the log, against plain single inserts of the same rows into the same
// database, in turns in one run.
import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogWriter, ensureTenant, migrate, openDatabase, publish } from '@heed/server';
import { acknowledge } from '../../packages/server/dist/acknowledgements/create.js';
import { rememberCatalogue } from '../../packages/server/dist/catalogue.js';
import { startPostgres } from '../setup/postgres.mjs';
import { company, policies } from './company.mjs';
import { row } from './rows.mjs';

const tenant = 'bench';
/** How often, for how long (in milliseconds), and with how many people. */
const long = { rounds: 5, ms: 1000, warm: 500, people: 4000 };
const shortly = { rounds: 1, ms: 250, warm: 100, people: 600 };

async function open(location, size) {
  const db = await openDatabase(location);
  await migrate(db);
  await ensureTenant(db, tenant, `bench.example.test/${tenant}`);
  const log = createLogWriter(db);
  await publish(db, log, tenant, company(size));
  const catalogue = rememberCatalogue(db, tenant);
  const backend = {
    ...{ db, log, tenant, catalogue, organisation: 'Bench', clock: () => new Date() },
  };
  const rows = await db.query('select profile from people where tenant = $1 order by id', [tenant]);
  const { packs } = await catalogue();
  const published = (await catalogue()).policies;
  let next = 0;
  /** An act that nobody did yet: everybody's first policy, then everybody's second. */
  function act() {
    const person = rows[next % rows.length].profile;
    const policy = policies[Math.floor(next / rows.length)];
    if (!policy) throw new Error('There are not enough acts for so many rounds.');
    next += 1;
    const [{ contentHash, language }] = published.get(policy).documents;
    const draft = {
      ...{ policy, version: 1, contentHash, language, method: 'visual' },
      statementHash: packs[0].statement.hash,
      clientTime: new Date().toISOString(),
    };
    const authentication = { issuer: 'https://idp.example.test' };
    return { caller: { tenant, person, authentication }, draft, key: `key-${next}` };
  }
  await db.query('create table plain (like acknowledgements including all)');
  let plain = 0;
  const insert = () =>
    db.query(
      `insert into plain (tenant, id, person, policy, version, content_hash, language,
         statement_hash, recorded_at) values ($1, $2, $3, $4, 1, $5, 'en', $6, now())`,
      [tenant, `id-${(plain += 1)}`, `person-${plain}`, 'policy-1', 'sha256:x', 'sha256:y'],
    );
  return { insert, record: () => acknowledge(backend, act()), close: () => db.close() };
}

/** Runs `work` from so many callers at once for so long; resolves to how often, and to the sorted times it took. */
async function drive(work, callers, ms) {
  const times = [];
  const end = performance.now() + ms;
  const begun = performance.now();
  const caller = async () => {
    while (performance.now() < end) {
      const from = performance.now();
      await work();
      times.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: callers }, caller));
  const perSecond = Math.round((times.length / (performance.now() - begun)) * 1000);
  times.sort((a, b) => a - b);
  return {
    perSecond,
    median: times[times.length >> 1],
    p99: times[Math.floor(times.length * 0.99)],
  };
}

const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];
const round = (value) => Math.round(value * 100) / 100;

async function compare(bench, callers, { rounds, ms }) {
  const seen = { ratio: [], slower: [], plain: [], log: [], p99: [] };
  for (let turn = 0; turn < rounds; turn++) {
    const plain = await drive(bench.insert, callers, ms);
    const log = await drive(bench.record, callers, ms);
    seen.plain.push(plain.perSecond);
    seen.log.push(log.perSecond);
    seen.ratio.push(log.perSecond / plain.perSecond);
    seen.slower.push(log.median / plain.median);
    seen.p99.push(log.p99);
  }
  return Object.fromEntries(Object.entries(seen).map(([name, all]) => [name, median(all)]));
}

/** Both engines; the goals are ratios, since machines differ. */
export default async function measure({ short = false } = {}) {
  const how = short ? shortly : long;
  const postgres = await startPostgres();
  const folder = await mkdtemp(join(tmpdir(), 'heed-bench-'));
  try {
    const server = await open({ url: await postgres.createDatabase() }, how.people);
    await drive(server.record, 64, how.warm);
    const many = await compare(server, 64, how);
    const one = await compare(server, 1, how);
    await server.close();
    const embedded = await open({ folder }, how.people);
    await drive(embedded.record, 64, how.warm);
    const small = await compare(embedded, 64, how);
    await embedded.close();
    return [
      row('plain inserts on PostgreSQL, 64 callers', many.plain, '/s'),
      row('acknowledgements with the log on PostgreSQL, 64 callers', many.log, '/s'),
      row('the second through the first', round(many.ratio), '×', 1.5, 'at least'),
      row('99 of 100 acknowledgements within', round(many.p99), 'ms'),
      row(
        'one caller: time of an acknowledgement through that of a plain insert',
        round(one.slower),
        '×',
        1.5,
      ),
      row('plain inserts on the embedded database, 64 callers', small.plain, '/s'),
      row(
        'acknowledgements on the embedded database, 64 callers',
        small.log,
        '/s',
        1500,
        'at least',
      ),
    ];
  } finally {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
