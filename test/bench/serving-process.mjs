// The reference backend with a company in it, in a process of its own: `node serving-process.mjs URL [PEOPLE]`. The
// first line it prints is JSON: the address, tokens, the path of a document with its tag.
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
import { company, policies } from './company.mjs';

const tenant = 'bench';
const [url, people = '200'] = process.argv.slice(2);
const words = 'Everybody keeps what was entrusted to them to themselves. ';

const db = await openDatabase({ url });
await migrate(db);
await ensureTenant(db, tenant, `bench.example.test/${tenant}`);
const log = createLogWriter(db);
await publish(db, log, tenant, company(Number(people), `<p>${words.repeat(170)}</p>`));
const personas = await createPersonaIssuer();
const app = createApp({
  ...{ db, log, tenant, personas, organisation: 'Bench', identity: { issuers: [] } },
  ...{ limits: unlimited, recentMs: 1000 },
});
const { address } = await listen(app, { host: '127.0.0.1', port: 0, exact: true });
const tokens = await Promise.all(
  Array.from({ length: Number(people) }, (_, at) => personas.sign(`p${at}`, 3600)),
);
const [{ content_hash: hash }] = await db.query(
  'select content_hash from documents where tenant = $1 and policy = $2',
  [tenant, policies[0]],
);
const document = `/v1/policies/${policies[0]}/versions/1/documents/${hash}`;
process.once('SIGINT', () => process.exit());
console.log(JSON.stringify({ address, tokens, document, tag: `"${hash}"` }));
