import { once } from 'node:events';
import { connect } from 'node:net';

/**
 * Asks the same thing again and again over open connections, as cheaply as Node can: answers are counted by their
 * length, which the first one tells.
 *
 * @param {string} address
 * @param {string} path
 * @param {Record<string, string>} headers
 * @param {{ connections: number, ms: number }} options
 * @returns {Promise<number>} Answers per second.
 */
export async function load(address, path, headers, { connections, ms }) {
  const { hostname, port, host } = new URL(address);
  const lines = Object.entries({ Host: host, ...headers }).map(
    ([name, value]) => `${name}: ${value}`,
  );
  const request = `GET ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`;
  const length = await lengthOf(hostname, Number(port), request);
  const end = performance.now() + ms;
  const began = performance.now();
  let answers = 0;
  // Never sleeps: on a virtual machine waking the reader costs a server more than many an answer, and a slow server,
  // whose reader sleeps, more than a fast one.
  let isOver = false;
  const spin = () => isOver || setImmediate(spin);
  spin();
  await Promise.all(
    Array.from({ length: connections }, async () => {
      const socket = connect(Number(port), hostname).setNoDelay(true);
      await once(socket, 'connect');
      let received = 0;
      socket.on('data', (chunk) => {
        received += chunk.length;
        if (received < length) return;
        received -= length;
        answers += 1;
        if (performance.now() < end) socket.write(request);
        else socket.end();
      });
      socket.write(request);
      await once(socket, 'close');
    }),
  );
  isOver = true;
  return Math.round((answers / (performance.now() - began)) * 1000);
}

/** The length of one whole answer, head and body. */
async function lengthOf(hostname, port, request) {
  const socket = connect(port, hostname);
  let answer = '';
  socket.setEncoding('latin1').write(request);
  for await (const chunk of socket) {
    answer += chunk;
    const head = answer.indexOf('\r\n\r\n') + 4;
    const length = head + Number(/^content-length: (\d+)/im.exec(answer)?.[1] ?? 0);
    if (head >= 4 && answer.length >= length) return length;
  }
  throw new Error('The server closed the connection without an answer.');
}
