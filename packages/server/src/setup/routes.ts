import { Setup, type SetupDone } from '@heed/contract/setup';
import { Hono } from 'hono';
import type { App } from '../app.js';
import type { Env } from '../http/bind.js';
import { Failure } from '../http/failure.js';
import { readBody } from '../http/input.js';
import { localOnly, type PersonaIssuer } from '../identity/personas.js';
import { ensureTenant } from '../log/tenants.js';
import type { LogWriter } from '../log/writer.js';
import { publish } from '../publishing/publish.js';
import type { Database } from '../storage/database.js';
import { publicationOf } from './rules.js';

const hour = 3600;

function tenantOf(namespace: string): string {
  if (/^[a-z0-9-]{1,60}$/.test(namespace)) return `set-up-${namespace}`;
  throw new Failure('not-found', 'A namespace is named by 1 to 60 of a-z, 0-9 and hyphens.');
}

/**
 * The set-up profile, for development on this machine: `PUT /{namespace}` makes a tenant of its own that holds what is
 * sent, and everything below it is the contract for that tenant.
 *
 * @param appOf puts the backend of a tenant together.
 */
export function setupRoutes(
  { db, log }: { db: Database; log: LogWriter },
  issuer: PersonaIssuer,
  origins: readonly string[],
  appOf: (tenant: string) => App,
): Hono<Env> {
  const app = new Hono<Env>();
  const apps = new Map<string, App>();
  app.use('*', localOnly(origins));
  app.put('/:namespace', async (c) => {
    const tenant = tenantOf(c.req.param('namespace'));
    const setup = await readBody(Setup, c.req.raw);
    await ensureTenant(db, tenant, `localhost/${tenant}`);
    await publish(db, log, tenant, publicationOf(setup));
    const names = setup.people.map(({ userName }) => userName);
    const tokens = names.map(async (name) => [name, await issuer.sign(name, hour)] as const);
    const { origin, pathname } = new URL(c.req.url);
    const done: SetupDone = {
      baseUrl: origin + pathname,
      tokens: Object.fromEntries(await Promise.all(tokens)),
      unknown: await issuer.sign('nobody of these', hour),
      expired: await issuer.sign(names[0] ?? '', -hour),
    };
    return c.json(done);
  });
  app.all('/:namespace/*', async (c) => {
    const namespace = c.req.param('namespace');
    const tenant = tenantOf(namespace);
    const inner = apps.get(tenant) ?? appOf(tenant);
    apps.set(tenant, inner);
    const { raw, url } = c.req;
    const path = url.slice(url.indexOf(`/${namespace}/`) + namespace.length + 1);
    return inner.fetch(new Request(new URL(url).origin + path, raw), c.env);
  });
  return app;
}
