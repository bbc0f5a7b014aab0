// What a Monday morning costs: documents and 304 from one core against the least that node:http can do, in turns in one
// run; and how long an acknowledgement takes while 500 people a second read.
import { spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { startPostgres } from '../setup/postgres.mjs';
import { policies } from './company.mjs';
import { load } from './load.mjs';
import { row } from './rows.mjs';

/** Rounds of so many milliseconds for the ratios; seconds of the morning that do not count, and that do. */
const long = { rounds: 5, ms: 1500, cold: 3, seconds: 10 };
const shortly = { rounds: 1, ms: 250, cold: 1, seconds: 1 };
const readersPerSecond = 500;
const actsPerSecond = 20;
const people = 200;

const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];
const round = (value) => Math.round(value * 100) / 100;
const canPin = spawnSync('taskset', ['--version']).status === 0;

/** A program of this folder on one core; resolves to it and the JSON of its first line. */
async function start(program, args, core) {
  const file = fileURLToPath(new URL(program, import.meta.url));
  const command = [process.execPath, file, ...args];
  if (core !== undefined && canPin) command.unshift('taskset', '-c', String(core));
  const child = spawn(command[0], command.slice(1), { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = await once(createInterface({ input: child.stdout }), 'line');
  return { child, ...JSON.parse(line) };
}

async function throughput(heed, { rounds, ms }) {
  const authorised = {
    Authorization: `Bearer ${heed.tokens[0]}`,
    'Accept-Encoding': 'identity',
  };
  const cached = { ...authorised, 'If-None-Match': heed.tag };
  const whole = await fetch(heed.address.slice(0, -1) + heed.document, { headers: authorised });
  const body = await whole.text();
  const headers = Object.fromEntries(
    [...whole.headers].filter(
      ([name]) => !/^(content-length|connection|keep-alive|date)$/.test(name),
    ),
  );
  const bare = await start('bare-process.mjs', [JSON.stringify({ body, headers })], 0);
  const seen = { bare304: [], heed304: [], ratio304: [], bare: [], heed: [], ratio: [] };
  const ask = (server, asked) =>
    load(server.address, heed.document, asked, { connections: 32, ms });
  for (let turn = 0; turn <= rounds; turn++) {
    const one = [await ask(bare, cached), await ask(heed, cached)];
    const other = [await ask(bare, authorised), await ask(heed, authorised)];
    if (turn === 0) continue; // warming up
    seen.bare304.push(one[0]);
    seen.heed304.push(one[1]);
    seen.ratio304.push(one[1] / one[0]);
    seen.bare.push(other[0]);
    seen.heed.push(other[1]);
    seen.ratio.push(other[1] / other[0]);
  }
  bare.child.kill();
  return Object.fromEntries(Object.entries(seen).map(([name, all]) => [name, median(all)]));
}

/**
 * Starts `work` so often a second, whether the earlier ones have ended or not; resolves to the sorted times. The first
 * seconds do not count: a process that was never asked opens connections and compiles.
 */
async function openLoop(perSecond, { cold, seconds }, work) {
  const times = [];
  const pending = [];
  const began = performance.now();
  for (let at = 0; at < perSecond * (cold + seconds); at++) {
    const due = began + (at * 1000) / perSecond;
    const early = due - performance.now();
    if (early > 1) await new Promise((resolve) => setTimeout(resolve, early));
    const counts = due - began >= cold * 1000;
    pending.push(work(at).then(() => counts && times.push(performance.now() - due)));
  }
  await Promise.all(pending);
  return times.sort((a, b) => a - b);
}

async function busyMorning(heed, how) {
  const ask = async (path, at, init = {}) => {
    const Authorization = `Bearer ${heed.tokens[at % heed.tokens.length]}`;
    const headers = { Authorization, 'Content-Type': 'application/json', ...init.headers };
    const answer = await fetch(heed.address.slice(0, -1) + path, { ...init, headers });
    const body = await answer.text();
    if (answer.status >= 400) throw new Error(`${path}: ${answer.status} ${body}`);
    return body;
  };
  const { items } = JSON.parse(await ask('/v1/assignments?limit=100', 0));
  const paths = ['/v1/me', '/v1/assignments?state=open', heed.document, '/v1/policies'];
  const act = (at) => {
    const { policy, version, documents, statement } = items[Math.floor(at / people)];
    const [{ language, contentHash }] = documents;
    const draft = { policy: policy.id, version, contentHash, language, method: 'visual' };
    return ask('/v1/acknowledgements', at, {
      method: 'POST',
      headers: { 'Idempotency-Key': randomUUID() },
      body: JSON.stringify({
        ...{ ...draft, statementHash: statement.hash },
        clientTime: new Date().toISOString(),
      }),
    });
  };
  if (actsPerSecond * (how.cold + how.seconds) > people * policies.length)
    throw new Error('Too few acts.');
  const [reads, acts] = await Promise.all([
    openLoop(readersPerSecond, how, (at) => ask(paths[at % paths.length], at)),
    openLoop(actsPerSecond, how, act),
  ]);
  const p99 = (times) => round(times[Math.floor(times.length * 0.99)]);
  return { reads: p99(reads), acts: p99(acts) };
}

/** The server on one core for the ratios, on both for the morning. */
export default async function measure({ short = false } = {}) {
  const how = short ? shortly : long;
  const postgres = await startPostgres();
  try {
    const url = await postgres.createDatabase();
    const pinned = await start('serving-process.mjs', [url, String(people)], 0);
    const served = await throughput(pinned, how);
    pinned.child.kill();
    const free = await start('serving-process.mjs', [url, String(people)]);
    const morning = await busyMorning(free, how);
    free.child.kill();
    return [
      row('304 of node:http on one core', served.bare304, '/s'),
      row('304 of Heed on one core', served.heed304, '/s'),
      row('the second through the first', round(served.ratio304), '×', 0.5, 'at least'),
      row('a document of 10 kB from node:http on one core', served.bare, '/s'),
      row('the same document from Heed', served.heed, '/s'),
      row('the second through the first', round(served.ratio), '×', 0.4, 'at least'),
      row(`99 of 100 reads within, at ${readersPerSecond} a second`, morning.reads, 'ms'),
      row('99 of 100 acknowledgements beside them within', morning.acts, 'ms', 100),
    ];
  } finally {
    await postgres.stop();
  }
}
