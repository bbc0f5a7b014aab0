import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { Hono, type MiddlewareHandler } from 'hono';
import { readJson } from '../http/body.js';
import { Failure } from '../http/failure.js';
import type { Env } from '../http/bind.js';
import { activePeople } from '../people/records.js';
import type { Database } from '../storage/database.js';
import { localIssuer, type Issuer } from './issuer.js';

const loopbackHosts = ['localhost', '127.0.0.1', '[::1]', '::1'];
const loopbackPeers = ['127.0.0.1', '::1', '::ffff:127.0.0.1'];

/** Whether only this machine can reach a server that listens on `host`. */
export function isLoopbackHost(host: string): boolean {
  return loopbackHosts.includes(host.toLowerCase());
}

/** The issuer of development tokens: its key lives and dies with this process. */
export interface PersonaIssuer extends Issuer {
  /** A token in the name of a person, for `expiresIn` seconds. */
  sign(userName: string, expiresIn: number): Promise<string>;
}

/** Makes an issuer for development tokens. */
export async function createPersonaIssuer(): Promise<PersonaIssuer> {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA');
  const issuer = 'urn:heed:dev-personas';
  const audience = 'urn:heed:dev';
  const keys = { keys: [{ ...(await exportJWK(publicKey)), alg: 'EdDSA', kid: 'dev' }] };
  return {
    ...localIssuer(issuer, audience, keys),
    sign: (userName, expiresIn) =>
      new SignJWT({ preferred_username: userName, auth_time: Math.floor(Date.now() / 1000) })
        .setProtectedHeader({ alg: 'EdDSA', kid: 'dev' })
        .setIssuer(issuer)
        .setAudience(audience)
        .setSubject(userName)
        .setIssuedAt()
        .setExpirationTime(Math.floor(Date.now() / 1000) + expiresIn)
        .sign(privateKey),
  };
}

function hostName(host: string): string {
  return host.replace(/:\d+$/, '').toLowerCase();
}

/**
 * Whether a request comes from a page of this machine: from a loopback peer, without a proxy between, addressed
 * by a loopback name (a rebound DNS name is not one), and not on behalf of a foreign page.
 */
export function isLocal(
  request: Request,
  peer: string | undefined,
  origins: readonly string[],
): boolean {
  const { headers } = request;
  const host = headers.get('Host') ?? '';
  const origin = headers.get('Origin');
  const forwarded = [...headers.keys()].some((name) => /^(x-)?forwarded|^via$/.test(name));
  if (!peer || !loopbackPeers.includes(peer) || forwarded) return false;
  if (!loopbackHosts.includes(hostName(host))) return false;
  if (headers.get('Sec-Fetch-Site') === 'cross-site') return false;
  return origin === null || origin === `http://${host}` || origins.includes(origin);
}

/** Refuses whatever does not come from this machine, and from one of these portals or none. */
export function localOnly(origins: readonly string[]): MiddlewareHandler<Env> {
  const local = origins.filter((origin) => isLoopbackHost(new URL(origin).hostname));
  return async (c, next) => {
    const peer = c.env?.incoming?.socket.remoteAddress;
    if (!isLocal(c.req.raw, peer, local)) {
      throw new Failure('forbidden', 'What is for development answers this machine only.');
    }
    await next();
  };
}

const longest = 86_400;

/** Reads `{ userName, expiresIn }`: seconds, 600 when absent, negative for a token that has already expired. */
function tokenRequest(body: unknown): { userName: string; expiresIn: number } {
  const { userName, expiresIn = 600 } = (body ?? {}) as Record<string, unknown>;
  const seconds = Number.isInteger(expiresIn) ? (expiresIn as number) : NaN;
  if (typeof userName === 'string' && userName !== '' && Math.abs(seconds) <= longest) {
    return { userName, expiresIn: seconds };
  }
  throw new Failure(
    'invalid',
    'Send { "userName": …, "expiresIn": … }, with whole seconds up to a day.',
  );
}

/** `GET /dev/personas` and `POST /dev/token`: signing in as anybody, on this machine only. */
export function personaRoutes(
  db: Database,
  tenant: string,
  issuer: PersonaIssuer,
  origins: readonly string[],
): Hono<Env> {
  const app = new Hono<Env>();
  app.use('*', localOnly(origins), async (c, next) => {
    await next();
    c.header('Cache-Control', 'no-store');
  });
  app.get('/personas', async (c) => {
    const people = await activePeople(db, tenant);
    const items = people.map((person) => ({
      userName: person.userName,
      displayName: person.displayName,
      title: person.title,
      department: person.department,
      location: person.location,
      relation: person.relation,
      roles: person.roles,
      preferredLanguage: person.preferredLanguage,
    }));
    return c.json({ items });
  });
  app.post('/token', async (c) => {
    const { userName, expiresIn } = tokenRequest(await readJson(c.req.raw));
    return c.json({ token: await issuer.sign(userName, expiresIn), expiresIn });
  });
  return app;
}
