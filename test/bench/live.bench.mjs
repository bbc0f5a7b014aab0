// What it costs that everybody listens: the memory of a process with idle streams, and how long a message takes to
// the last of them.
import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { get } from 'node:http';
import { fileURLToPath } from 'node:url';
import { startPostgres } from '../setup/postgres.mjs';
import { row } from './rows.mjs';

/** Streams, and messages that are timed. */
const long = { streams: 2000, messages: 9 };
const shortly = { streams: 200, messages: 3 };
/** A person may have so many. */
const ofPerson = 20;

const megabytes = (bytes) => Math.round(bytes / 1e6);
const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];
const moment = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Opens a stream; `heard` is called with whatever comes. */
function listen(address, token, heard) {
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${token}` };
    const request = get(`${address}v1/events`, { headers, agent: false }, (answer) => {
      if (answer.statusCode !== 200) return reject(new Error(`A stream: ${answer.statusCode}`));
      answer.setEncoding('utf8').on('data', (text) => heard(text));
      answer.on('error', () => undefined);
      resolve(request);
    });
    request.on('error', reject);
  });
}

export default async function measure({ short = false } = {}) {
  const { streams, messages } = short ? shortly : long;
  const postgres = await startPostgres();
  const url = await postgres.createDatabase();
  const file = fileURLToPath(new URL('live-process.mjs', import.meta.url));
  const child = fork(file, [url, String(Math.ceil(streams / ofPerson) + 1)]);
  try {
    const [{ address, tokens }] = await once(child, 'message');
    const occupied = async () => {
      const answer = once(child, 'message');
      child.send('how much?');
      return (await answer)[0];
    };
    const before = await occupied();
    let begun = 0;
    let told = 0;
    const heard = (text) => {
      begun += text.split('event: reset').length - 1;
      told += text.split('event: message').length - 1;
    };
    for (let at = 0; at < streams; at += ofPerson) {
      const some = Array.from({ length: ofPerson }, () =>
        listen(address, tokens[at / ofPerson], heard),
      );
      await Promise.all(some);
    }
    while (begun < streams) await moment(20);
    await moment(short ? 500 : 5000);
    const idle = await occupied();

    const times = [];
    for (let turn = 1; turn <= messages; turn += 1) {
      const answer = await fetch(`${address}v1/messages/${randomUUID()}`, {
        method: 'PUT',
        headers: {
          authorization: `Bearer ${tokens.at(-1)}`,
          'content-type': 'application/json',
        },
        body: JSON.stringify({
          ...{ channel: 'notices', kind: 'broadcast', language: 'en', text: 'Good morning.' },
        }),
      });
      if (answer.status !== 200) throw new Error(`A message: ${answer.status}`);
      const from = performance.now();
      while (told < streams * turn) await moment(2);
      times.push(performance.now() - from);
      await moment(100 * (turn % 4));
    }
    return [
      row(`a process that serves nobody yet`, megabytes(before), 'MB'),
      row(`with ${streams.toLocaleString('en-US')} idle streams`, megabytes(idle), 'MB', 200),
      row('each of them', Math.max(1, Math.round((idle - before) / streams / 1000)), 'kB'),
      row('from the answer of a post to the last of them', Math.ceil(median(times)), 'ms', 1000),
    ];
  } finally {
    child.kill();
    await postgres.stop();
  }
}
