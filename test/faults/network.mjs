// The network between a device and the backend: a proxy that does to requests what intranets do to them.
import http from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

/** What can happen to a request, in the words of the reports. */
export const networkFaults = [
  'slow',
  'cut before the request',
  'cut within the request',
  'cut within the answer',
  'answer lost after the work',
  'redirected to a login page',
  'a login page with status 200',
  'token refused (401)',
  'too many requests (429)',
  'unavailable (503)',
  'answer held back',
  'answer truncated',
];

const html = '<!doctype html><title>Sign in</title><form></form>';

/**
 * Starts the proxy.
 *
 * @param {() => string} target Origin of the backend.
 * @param {Map<string, { type: string, body: string }>} [files] What is served from here, by path.
 */
export async function startNetwork(target, files = new Map()) {
  /** Faults that wait for their request: `{ fault, acts }`, acts only or any request. */
  let armed = [];
  const injected = new Map();
  const keys = new Set();

  const server = http.createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const acts = request.method === 'POST' && request.url.startsWith('/v1/acknowledgements');
    if (acts) keys.add(request.headers['idempotency-key']);
    const at = armed.findIndex((one) => acts || !one.acts);
    const fault = request.url.startsWith('/v1/') && at >= 0 ? armed.splice(at, 1)[0].fault : '';
    if (fault) injected.set(fault, (injected.get(fault) ?? 0) + 1);
    try {
      await answer(fault, request, response, body);
    } catch {
      response.destroy();
    }
  });

  function forward({ url, method, headers }, body, whole = true) {
    return new Promise((resolve, reject) => {
      const { hostname, port } = new URL(target());
      const onward = http.request({ hostname, port, path: url, method, headers });
      onward.on('error', reject);
      onward.on('response', async (answer) => {
        const chunks = [];
        try {
          for await (const chunk of answer) chunks.push(chunk);
          const { statusCode, headers: given } = answer;
          resolve({ status: statusCode, headers: given, body: Buffer.concat(chunks) });
        } catch (error) {
          reject(error);
        }
      });
      if (whole) onward.end(body);
      else {
        // The backend sees the beginning of a request whose rest never comes.
        onward.write(body.subarray(0, body.length >> 1), () => onward.destroy());
      }
    });
  }

  function send(response, { status, headers = {}, body = '' }) {
    response.writeHead(status, headers);
    response.end(body);
  }

  function problem(response, status, code, headers = {}) {
    const body = JSON.stringify({ type: `urn:heed:problem:${code}`, title: code, status, code });
    send(response, {
      status,
      headers: { 'content-type': 'application/problem+json', ...headers },
      body,
    });
  }

  async function answer(fault, request, response, body) {
    const file = files.get(request.url);
    if (file) {
      return send(response, {
        status: 200,
        headers: { 'content-type': file.type },
        body: file.body,
      });
    }
    if (request.url === '/login') {
      return send(response, { status: 200, headers: { 'content-type': 'text/html' }, body: html });
    }
    switch (fault) {
      case 'slow':
        await pause(60);
        send(response, await forward(request, body));
        return pause(60);
      case 'cut before the request':
        return response.destroy();
      case 'cut within the request':
        await forward(request, body, body.length < 2).catch(() => undefined);
        return response.destroy();
      case 'cut within the answer': {
        const { status, headers, body: whole } = await forward(request, body);
        response.writeHead(status, headers);
        return response.write(whole.subarray(0, whole.length >> 1), () => response.destroy());
      }
      case 'answer lost after the work':
        await forward(request, body);
        return response.destroy();
      case 'redirected to a login page':
        return send(response, { status: 302, headers: { location: '/login' } });
      case 'a login page with status 200':
        return send(response, {
          status: 200,
          headers: { 'content-type': 'text/html' },
          body: html,
        });
      case 'token refused (401)':
        return problem(response, 401, 'not-signed-in');
      case 'too many requests (429)':
        return problem(response, 429, 'rate-limited', { 'retry-after': '1' });
      case 'unavailable (503)':
        return problem(response, 503, 'unavailable', { 'retry-after': '1' });
      case 'answer held back': {
        const whole = await forward(request, body);
        await pause(250);
        return send(response, whole);
      }
      case 'answer truncated': {
        const { status, headers, body: whole } = await forward(request, body);
        const part = whole.subarray(0, whole.length >> 1);
        const short = { ...headers };
        delete short['content-length'];
        return send(response, { status, headers: short, body: part });
      }
      default:
        return send(response, await forward(request, body));
    }
  }

  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    /** How often each fault really met a request. */
    injected,
    /** Every Idempotency-Key that was sent. */
    keys,
    /** Does this to the next requests; with `acts`, to acknowledgements only. */
    arm(fault, times, acts) {
      for (let i = 0; i < times; i++) armed.push({ fault, acts });
    },
    /** Fair weather from here on. */
    heal() {
      armed = [];
    },
    stop: () =>
      new Promise((done) => {
        server.close(done);
        server.closeAllConnections();
      }),
  };
}
