// What stands between a page and the backend, and does what proxies, networks and sign-ins do.
import http from 'node:http';

/** Opens it before the backend of which `target()` says the address. */
export async function openProxy(target) {
  const sockets = new Set();
  /** Answers that are held back, and how to let them go. */
  const held = new Set();
  let holding = false;
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
    const { method, headers } = request;
    const onward = http.request(new URL(request.url, target()), { method, headers }, (answer) => {
      response.writeHead(answer.statusCode, answer.headers);
      answer.on('data', (chunk) => {
        if (holding) held.add(() => response.write(chunk));
        else response.write(chunk);
      });
      answer.on('end', () => {
        if (holding) held.add(() => response.end());
        else response.end();
      });
      answer.on('error', () => response.destroy());
    });
    onward.on('error', () => response.destroy());
    response.on('close', () => onward.destroy());
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
    /** Breaks off every connection. */
    cut() {
      for (const socket of sockets) socket.destroy();
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
