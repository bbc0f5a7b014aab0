import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { verify } from '@heed/evidence';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type JWTPayload } from 'jose';
import { temporaryFolder } from '../../../../test/setup/engines.mjs';
import { startIdentityProvider, type IdentityProvider } from '../../../../test/setup/oidc.mjs';
import type { App } from '../app.js';
import { officeContent, person } from '../testing/content.js';
import {
  acknowledge,
  assignments,
  checked,
  draftFor,
  openOffice,
  type Office,
} from '../testing/office.js';
import { localIssuer, remoteIssuer } from './issuer.js';

describe('sign-in by OpenID Connect', () => {
  let office: Office;
  let provider: IdentityProvider;
  let app: App;
  before(async () => {
    office = await openOffice({ folder: temporaryFolder() });
    await office.publish(officeContent());
    provider = await startIdentityProvider();
    const issuers = [remoteIssuer(provider.issuer, provider.audience)];
    app = office.app('acme', { identity: { issuers }, personas: undefined });
  });
  after(async () => {
    await provider.stop();
    await office.close();
  });

  const me = async (token: string, other = app) =>
    checked<{ code?: string; userName?: string }>(
      'GET',
      '/v1/me',
      await other.request('/v1/me', { headers: { Authorization: `Bearer ${token}` } }),
    );

  test('a token of the provider opens the person’s own page, and the receipt names the provider', async () => {
    const token = await provider.signIn('ann');
    assert.equal((await me(token)).body.userName, 'ann');
    const ask = async (method: string, path: string, body?: unknown) =>
      checked(
        method,
        path,
        await app.request(path, {
          method,
          headers: {
            Authorization: `Bearer ${token}`,
            'Content-Type': 'application/json',
            'Idempotency-Key': 'act-1',
          },
          ...(body !== undefined && { body: JSON.stringify(body) }),
        }),
      );
    const session = {
      get: (path: string) => ask('GET', path),
      send: (method: string, path: string, body: unknown) => ask(method, path, body),
    } as Parameters<typeof assignments>[0];
    const [asked] = await assignments(session);
    assert.ok(asked);
    const answer = await acknowledge(session, draftFor(asked));
    const { record } = await verify(answer.body.receipt);
    const { authentication } = record as unknown as { authentication: { issuer: string } };
    assert.equal(authentication.issuer, provider.issuer);
  });

  test('somebody whom the provider knows and we do not answers 403', async () => {
    const answer = await me(await provider.signIn('stranger'));
    assert.deepEqual([answer.status, answer.body.code], [403, 'unknown-person']);
  });

  test('every token that is not exactly right answers 401', async () => {
    const token = await provider.signIn('ann');
    const [head = '', body = '', signature = ''] = token.split('.');
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as JWTPayload;
    const { privateKey } = await generateKeyPair('EdDSA');
    const forge = (change: JWTPayload) =>
      new SignJWT({ ...claims, ...change })
        .setProtectedHeader({ alg: 'EdDSA', kid: 'test' })
        .sign(privateKey);
    const changed = Buffer.from(JSON.stringify({ ...claims, preferred_username: 'mia' }));
    const secret = new TextEncoder().encode('x'.repeat(32));
    const wrong: Record<string, string> = {
      'foreign key': await forge({}),
      'wrong issuer': await forge({ iss: 'https://evil.example.test' }),
      'tampered claims': `${head}.${changed.toString('base64url')}.${signature}`,
      'tampered signature': `${head}.${body}.${signature.slice(0, -6)}AAAAAA`,
      'alg none': new UnsecuredJWT(claims).encode(),
      'shared secret': await new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(secret),
      nonsense: 'nonsense',
    };
    for (const [name, bad] of Object.entries(wrong)) {
      const answer = await me(bad);
      assert.deepEqual([answer.status, answer.body.code], [401, 'not-signed-in'], name);
    }
    const forOthers = office.app('acme', {
      identity: { issuers: [remoteIssuer(provider.issuer, 'https://other.example.test')] },
      personas: undefined,
    });
    assert.equal((await me(token, forOthers)).status, 401, 'wrong audience');
    assert.equal(
      (await app.request('/v1/me', { headers: { Authorization: 'Basic YTpi' } })).status,
      401,
    );
  });

  test('a development token opens nothing where personas are off', async () => {
    assert.equal((await me(await office.issuer.sign('mia', 600))).status, 401);
    const dev = await app.request('/dev/personas');
    assert.equal(dev.status, 404);
  });

  test('an expired token is refused, with 5 seconds of tolerance', async (context) => {
    const token = await provider.signIn('ann', { seconds: 60 });
    const issued = Date.now();
    context.mock.timers.enable({ apis: ['Date'], now: issued + 63_000 });
    assert.equal((await me(token)).status, 200);
    context.mock.timers.setTime(issued + 66_000);
    const answer = await me(token);
    assert.equal(answer.status, 401);
    assert.match(answer.text, /expired/);
  });

  test('the claim can be chosen, and then only it counts', async () => {
    const issuers = [remoteIssuer(provider.issuer, provider.audience)];
    const token = await provider.signIn('ann');
    const by = (personClaim: string) =>
      office.app('acme', { identity: { issuers, personClaim }, personas: undefined });
    assert.equal((await me(token, by('sub'))).status, 200);
    assert.equal((await me(token, by('oid'))).status, 403);
  });

  test('a claim may hold the externalId of the directory, case-exact', async () => {
    const content = officeContent();
    content.people.push(person('olga', { externalId: '6F96-aB' }));
    await office.publish(content);
    assert.equal((await me(await provider.signIn('6F96-aB'))).body.userName, 'olga');
    assert.equal((await me(await provider.signIn('6f96-ab'))).status, 403);
    await office.publish(officeContent());
  });

  test('an e-mail address names a person only when the provider has verified it', async () => {
    const { publicKey, privateKey } = await generateKeyPair('EdDSA');
    const jwk = { ...(await exportJWK(publicKey)), alg: 'EdDSA', kid: 'k' };
    const local = office.app('acme', {
      identity: { issuers: [localIssuer('https://idp.example.test', 'heed', { keys: [jwk] })] },
      personas: undefined,
    });
    const tokenWith = (more: JWTPayload) =>
      new SignJWT({ sub: 'x', email: 'ann', ...more })
        .setProtectedHeader({ alg: 'EdDSA', kid: 'k' })
        .setIssuer('https://idp.example.test')
        .setAudience('heed')
        .setExpirationTime('1m')
        .sign(privateKey);
    assert.equal((await me(await tokenWith({ email_verified: true }), local)).status, 200);
    assert.equal((await me(await tokenWith({ email_verified: 'true' }), local)).status, 200);
    for (const email_verified of [undefined, false, 'false', 1]) {
      const answer = await me(await tokenWith({ email_verified }), local);
      assert.equal(answer.status, 403, String(email_verified));
    }
    const odd = await tokenWith({ email_verified: true, auth_time: 1e300 });
    assert.equal((await me(odd, local)).status, 200, 'a time that is none is left out');
  });

  test('a provider whose keys cannot be read makes it unavailable, too', async () => {
    const server = createServer((request, response) => {
      const found = request.url?.endsWith('openid-configuration');
      response.writeHead(found ? 200 : 503, { 'content-type': 'application/json' });
      response.end(found ? JSON.stringify({ issuer, jwks_uri: `${issuer}/keys` }) : 'down');
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const { privateKey } = await generateKeyPair('EdDSA');
    const token = await new SignJWT({ iss: issuer, aud: 'a' })
      .setProtectedHeader({ alg: 'EdDSA' })
      .setExpirationTime('1m')
      .sign(privateKey);
    const down = office.app('acme', {
      identity: { issuers: [remoteIssuer(issuer, 'a')] },
      personas: undefined,
    });
    const answer = await me(token, down);
    server.close();
    assert.deepEqual([answer.status, answer.body.code], [503, 'unavailable']);
  });

  test('a provider that does not answer makes it unavailable, not signed out', async () => {
    const server = createServer((_request, response) => response.writeHead(502).end());
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const { privateKey } = await generateKeyPair('EdDSA');
    const token = await new SignJWT({ iss: issuer, aud: 'a' })
      .setProtectedHeader({ alg: 'EdDSA' })
      .setExpirationTime('1m')
      .sign(privateKey);
    const down = office.app('acme', {
      identity: { issuers: [remoteIssuer(issuer, 'a')] },
      personas: undefined,
    });
    const answer = await me(token, down);
    server.close();
    assert.deepEqual([answer.status, answer.body.code], [503, 'unavailable']);
    assert.equal(answer.headers.get('Retry-After'), '5');
  });
});
