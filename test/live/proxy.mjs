// What stands between a page and the backend, and does what proxies, networks and sign-ins do.
import http from 'node:http';

/**
 * Opens it before the backend of which `target()` says the address.
 *
 * @param {Map<string, { type: string, body: string }>} [files] What it serves itself, by path.
 */
export async function openProxy(target, files = new Map()) {
  const sockets = new Set();
  /** Answers that are held back, and how to let them go. */
  const held = new Set();
  let holding = false;
  /** What is on its way, each with whether its other end has gone without a word. */
  const exchanges = new Set();
  const next = [];

  const server = http.createServer((request, response) => {
    const fault = next.shift();
    if (fault === 'sign in') {
      const problem = { type: 'urn:heed:problem:not-signed-in', title: 'x', status: 401 };
      response.writeHead(401, { 'content-type': 'application/problem+json' });
      return response.end(JSON.stringify({ ...problem, code: 'not-signed-in' }));
    }
    if (fault === 'portal') {
      response.writeHead(200, { 'content-type': 'text/html' });
      return response.end('<!doctype html><title>Welcome to the hotel</title>');
    }
    if (fault === 'busy') {
      response.writeHead(503, { 'content-type': 'text/plain', 'retry-after': '1' });
      return response.end('busy');
    }
    const file = files.get(request.url);
    if (file) {
      response.writeHead(200, { 'content-type': file.type });
      return response.end(file.body);
    }
    const { method, headers, url } = request;
    const exchange = { url, isLost: false, onward: undefined };
    /** Nothing of what is lost comes, not even its end. */
    const unlessLost = (work) => () => exchange.isLost || work();
    const orHold = (work) => {
      if (holding) held.add(unlessLost(work));
      else unlessLost(work)();
    };
    const onward = http.request(new URL(url, target()), { method, headers }, (answer) => {
      unlessLost(() => response.writeHead(answer.statusCode, answer.headers))();
      answer.on('data', (chunk) => orHold(() => response.write(chunk)));
      answer.on('end', () => orHold(() => response.end()));
      answer.on(
        'error',
        unlessLost(() => response.destroy()),
      );
    });
    exchange.onward = onward;
    exchanges.add(exchange);
    onward.on(
      'error',
      unlessLost(() => response.destroy()),
    );
    response.on('close', () => {
      exchanges.delete(exchange);
      onward.destroy();
    });
    request.pipe(onward);
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));

  const letGo = () => {
    holding = false;
    for (const go of held) go();
    held.clear();
  };
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    /** How many streams of live events are open. */
    get streams() {
      return [...exchanges].filter(({ url }) => url === '/v1/events').length;
    },
    /** Breaks off every connection. */
    cut() {
      for (const socket of sockets) socket.destroy();
    },
    /** Whatever is on its way never comes, and no connection says that it is dead: so it is after a sleep. */
    lose() {
      for (const exchange of exchanges) {
        exchange.isLost = true;
        exchange.onward.destroy();
      }
    },
    /** Keeps back whatever comes, until it lets go. */
    hold() {
      holding = true;
    },
    letGo,
    /** Answers the next requests with a fault, and then passes on again. */
    fault(name, times) {
      for (let n = 0; n < times; n++) next.push(name);
    },
    /** Whatever it did, it does it no more. */
    calm() {
      next.length = 0;
      letGo();
    },
    async close() {
      letGo();
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
