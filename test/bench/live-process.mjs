// The reference backend with a channel, in a process of its own: `node live-process.mjs URL PEOPLE`, started with a channel
// to it. It says `{ address, tokens }`, and answers every message with the bytes that the process occupies.
import {
  createApp,
  createLogWriter,
  createPersonaIssuer,
  ensureTenant,
  migrate,
  openDatabase,
  publish,
} from '@heed/server';
import { unlimited } from '../../packages/server/dist/http/limits.js';
import { listen } from '../../packages/server/dist/listen.js';
import { company } from './company.mjs';

const tenant = 'bench';
const [url, people] = process.argv.slice(2);
const db = await openDatabase({ url });
await migrate(db);
await ensureTenant(db, tenant, `bench.example.test/${tenant}`);
const log = createLogWriter(db);
const { people: staff, content } = company(Number(people));
const channel = {
  ...{ id: 'notices', title: 'Notices', audience: 'all', announcers: 'all' },
  ...{ discussion: true, history: 'all' },
};
const understood = { ...content.understood, channels: [channel], messages: [] };
await publish(db, log, tenant, { people: staff, content: { ...content, understood } });
const personas = await createPersonaIssuer();
const app = createApp({
  ...{ db, log, tenant, personas, organisation: 'Bench', identity: { issuers: [] } },
  ...{ limits: unlimited, recentMs: 1000 },
});
const { address } = await listen(app, { host: '127.0.0.1', port: 0, exact: true });
const tokens = await Promise.all(
  Array.from({ length: Number(people) }, (_, at) => personas.sign(`p${at}`, 3600)),
);
process.on('message', () => process.send(process.memoryUsage.rss()));
process.on('disconnect', () => process.exit());
process.send({ address, tokens });
