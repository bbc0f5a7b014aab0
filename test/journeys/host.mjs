// The portal's own web server in the journeys: it signs people in at a real identity provider, passes
// everything else through to Heed, and is the place where the network can be made to fail.
import http from 'node:http';

/**
 * @param {{ backend: () => string, signIn: (userName: string) => Promise<string> }} parts
 * `faults` is a list of functions `(request, response, pass) => boolean`; the first that answers true has
 * taken the request over. `answered` lists what reached the browser whole: method, path, status, time.
 */
export async function startHost({ backend, signIn, personas }) {
  const answered = [];
  const faults = [];
  const tokens = [];

  /** Sends the request on to Heed; `deliver` decides what the browser sees of the answer. */
  function pass(request, response, body, deliver) {
    const target = new URL(request.url, backend());
    const onward = http.request(
      target,
      { method: request.method, headers: { ...request.headers, host: target.host } },
      (answer) => {
        const chunks = [];
        answer.on('data', (chunk) => chunks.push(chunk));
        answer.on('error', () => response.destroy());
        answer.on('end', () => {
          if (!answer.complete) return response.destroy();
          if (deliver && !deliver(answer)) return response.destroy();
          response.writeHead(answer.statusCode, answer.headers);
          response.end(Buffer.concat(chunks), () =>
            answered.push({
              method: request.method,
              path: target.pathname,
              status: answer.statusCode,
              at: Date.now(),
            }),
          );
        });
      },
    );
    onward.on('error', () => response.destroy());
    onward.end(body);
  }

  const server = http.createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const path = new URL(request.url, 'http://host').pathname;
    try {
      if (path === '/dev/personas') return json(response, { items: personas });
      if (path === '/dev/token') {
        const { userName } = JSON.parse(body);
        const token = await signIn(userName);
        tokens.push(token);
        return json(response, { token });
      }
      const send = (deliver) => pass(request, response, body, deliver);
      for (const fault of faults) if (await fault(request, response, send)) return;
      send();
    } catch {
      response.destroy();
    }
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));

  return {
    url: `http://127.0.0.1:${server.address().port}`,
    answered,
    tokens,
    faults,
    stop: () =>
      new Promise((done) => {
        server.close(done);
        server.closeAllConnections();
      }),
  };
}

function json(response, value) {
  response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(value));
}

/** True for the request that carries an acknowledgement. */
export const isAcknowledgement = (request) =>
  request.method === 'POST' && request.url.startsWith('/v1/acknowledgements');
