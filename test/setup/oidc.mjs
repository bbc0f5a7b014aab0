// A real OpenID Connect provider for tests: people sign in with the authorization code flow and PKCE.
import { createServer } from 'node:http';
import { createHash, randomBytes } from 'node:crypto';
import * as jose from 'jose';
import Provider from 'oidc-provider';

const redirect = 'http://127.0.0.1:39701/callback';

/**
 * Starts the provider on a free loopback port.
 * `signIn(userName, { seconds })` walks the whole flow as a browser would and gives the access token.
 */
export async function startIdentityProvider({ audience = 'https://isms.example.test' } = {}) {
  const server = createServer();
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const { privateKey } = await jose.generateKeyPair('EdDSA', { extractable: true });
  let seconds = 600;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'portal',
        token_endpoint_auth_method: 'none',
        redirect_uris: [redirect],
        grant_types: ['authorization_code'],
        response_types: ['code'],
        id_token_signed_response_alg: 'EdDSA',
      },
    ],
    cookies: { keys: [randomBytes(16).toString('hex')] },
    pkce: { required: () => true },
    claims: { openid: ['sub'] },
    findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
    extraTokenClaims: (_context, token) => ({ preferred_username: token.accountId }),
    features: {
      devInteractions: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => audience,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: 'openid',
          audience,
          accessTokenFormat: 'jwt',
          accessTokenTTL: seconds,
          jwt: { sign: { alg: 'EdDSA' } },
        }),
      },
    },
    jwks: {
      keys: [{ ...(await jose.exportJWK(privateKey)), alg: 'EdDSA', use: 'sig', kid: 'test' }],
    },
  });
  provider.on('server_error', (_context, error) => console.error(error));
  server.on('request', provider.callback());

  async function signIn(userName, options = {}) {
    const jar = new Map();
    const verifier = randomBytes(32).toString('base64url');
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    /** Follows redirects with cookies until a page or our own callback. */
    const go = async (url, init = {}) => {
      for (let hop = 0; hop < 12; hop++) {
        if (String(url).startsWith(redirect)) return String(url);
        const answer = await fetch(url, {
          redirect: 'manual',
          ...init,
          headers: { ...init.headers, cookie: [...jar].map((c) => c.join('=')).join('; ') },
        });
        for (const cookie of answer.headers.getSetCookie()) {
          const [name, value] = cookie.split(';')[0].split(/=(.*)/s);
          if (value) jar.set(name, value);
          else jar.delete(name);
        }
        const next = answer.headers.get('location');
        if (!next) return answer;
        url = new URL(next, url).href;
        init = {};
      }
      throw new Error('the identity provider redirects without end');
    };
    const query = new URLSearchParams({
      client_id: 'portal',
      response_type: 'code',
      redirect_uri: redirect,
      scope: 'openid',
      code_challenge: challenge,
      code_challenge_method: 'S256',
      state: 's',
    });
    let at = await go(`${issuer}/auth?${query}`);
    for (let step = 0; step < 4 && typeof at !== 'string'; step++) {
      const page = await at.text();
      const action = /action="([^"]+)"/.exec(page)?.[1];
      const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1];
      at = await go(new URL(action, issuer), {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ prompt, login: userName, password: 'any' }),
      });
    }
    if (typeof at !== 'string') throw new Error(`the sign-in ended on a page: ${at.url}`);
    seconds = options.seconds ?? 600;
    const answer = await fetch(`${issuer}/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        client_id: 'portal',
        code: new URL(at).searchParams.get('code'),
        redirect_uri: redirect,
        code_verifier: verifier,
      }),
    });
    const body = await answer.json();
    if (!body.access_token) throw new Error(`sign-in failed: ${JSON.stringify(body)}`);
    return body.access_token;
  }

  return {
    issuer,
    audience,
    signIn,
    stop: () =>
      new Promise((done) => {
        server.close(done);
        server.closeAllConnections();
      }),
  };
}
