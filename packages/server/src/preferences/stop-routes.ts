import { Hono } from 'hono';
import type { Backend } from '../backend.js';
import { stopPage } from '../digests/stop-page.js';
import type { Env } from '../http/bind.js';
import { Failure } from '../http/failure.js';
import type { Limits } from '../http/limits.js';
import { findPerson } from '../people/records.js';
import { chooseDigest } from './choose.js';
import { openStopLinks, type StopLinks } from './stop-links.js';

const headers = {
  'Content-Type': 'text/html; charset=utf-8',
  'Cache-Control': 'no-store',
  'Content-Security-Policy':
    "default-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
};

/**
 * `/unsubscribe/{token}`: where the link of a digest leads (RFC 8058). To open it shows a page with a button and changes
 * nothing, because mail servers open links, too; a POST ends the digest, without a sign-in.
 */
export function stopRoutes(backend: Backend, limits: Limits): Hono<Env> {
  const { db, tenant } = backend;
  let opened: Promise<StopLinks> | undefined;
  const links = () => (opened ??= openStopLinks(backend).catch(forget));
  const forget = (error: unknown): never => {
    opened = undefined;
    throw error;
  };
  const lost = () =>
    new Failure(
      'not-found',
      'This is no link of a digest. Use the one in your last mail as it is, or choose on the portal.',
    );
  async function personOf(token: string) {
    const id = (await links()).personOf(token);
    const person = id === undefined ? undefined : await findPerson(db, tenant, id);
    if (!person?.active) throw lost();
    return person;
  }
  const app = new Hono<Env>();
  app.get('/:token', async (c) => {
    limits.unsigned(c.get('address'));
    const person = await personOf(c.req.param('token'));
    return new Response(stopPage(person, 'asks'), { headers });
  });
  app.post('/:token', async (c) => {
    limits.unsigned(c.get('address'));
    const person = await personOf(c.req.param('token'));
    if (!(await chooseDigest(backend, person.id, { digest: 'never', way: 'mail' }))) throw lost();
    return new Response(stopPage(person, 'done'), { headers });
  });
  return app;
}
