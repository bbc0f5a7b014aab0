// Stands before an honest backend and tells what it says otherwise than it was said.
import { request as send, createServer } from 'node:http';

/**
 * @typedef {object} Asked
 * @property {string} method
 * @property {string} base Of the namespace.
 * @property {string} path With the query, below the base URL of a namespace (or as it was sent, for the set-up profile).
 * @property {Record<string, string>} headers
 * @property {string | Buffer} body
 *
 * @typedef {object} Told
 * @property {number} status
 * @property {Record<string, string>} headers Names in lower case.
 * @property {string} text
 * @property {import('node:http').IncomingMessage} [stream] A stream of events, in place of a text.
 *
 * @typedef {(block: string) => void} Tell Tells lines of a stream, without the empty one at their end.
 *
 * @typedef {object} Defect What a proxy does; each part may be missing.
 * @property {(asked: Asked) => void} [asks] Changes a request before it is forwarded.
 * @property {(asked: Asked, forward: (asked: Asked) => Promise<Told>) => Promise<Told>} [answers] Answers in its place.
 * @property {(told: Told, asked: Asked) => void} [tells] Changes an answer.
 * @property {(block: string, asked: Asked, tell: Tell) => void} [streams] Tells what came on a stream, or something else.
 * @property {true} [stays] A stream stays open when the backend ends it.
 */

function bodyOf(stream) {
  return new Promise((resolve, reject) => {
    const chunks = [];
    stream.on('data', (chunk) => chunks.push(chunk));
    stream.on('end', () => resolve(Buffer.concat(chunks)));
    stream.on('error', reject);
  });
}

const without = (headers, ...names) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !names.includes(name)));

/** Files are passed on byte for byte, a byte a character. */
const encodingOf = ({ headers }) =>
  headers['content-type'] === 'application/octet-stream' ? 'latin1' : 'utf8';

async function forwardTo(port, base, { method, path, headers, body }) {
  const told = new Promise((resolve, reject) => {
    const outgoing = send(
      {
        host: '127.0.0.1',
        agent: false,
        port,
        method,
        path: base + path,
        headers: { ...headers, 'accept-encoding': 'identity' },
      },
      (incoming) => {
        const { statusCode: status, headers: heads } = incoming;
        if (method === 'GET' && heads['content-type']?.startsWith('text/event-stream')) {
          return resolve({ status, headers: { ...heads }, text: '', stream: incoming });
        }
        bodyOf(incoming).then(
          (bytes) =>
            resolve({
              status: incoming.statusCode,
              headers: { ...incoming.headers },
              text: bytes.toString(encodingOf(incoming)),
            }),
          reject,
        );
      },
    );
    outgoing.on('error', reject);
    // A backend may answer and hang up before it has read all of a body that is too large.
    outgoing.on('socket', (socket) => socket.on('error', () => undefined));
    outgoing.end(body);
  });
  return told;
}

/** Passes a stream of events on, block by block, until one of both sides has enough. */
function pass(stream, outgoing, { streams = (block, _, tell) => tell(block), stays }, asked) {
  let rest = '';
  const tell = (block) => void (outgoing.writable && outgoing.write(`${block}\n\n`));
  outgoing.on('close', () => stream.destroy());
  stream.setEncoding('utf8');
  stream.on('data', (chunk) => {
    const blocks = (rest + chunk).split('\n\n');
    rest = blocks.pop();
    for (const block of blocks) streams(block, asked, tell);
  });
  stream.on('error', () => undefined);
  stream.on('close', () => void (stays || outgoing.end()));
}

/**
 * Starts a proxy before the backend on that port. `play` takes what it does from now on.
 */
export async function startProxy(port) {
  let defect = {};
  const server = createServer((incoming, outgoing) => {
    handle(incoming, outgoing).catch((error) => {
      outgoing.writeHead(502, { 'content-type': 'text/plain' });
      outgoing.end(String(error.stack));
    });
  });
  async function handle(incoming, outgoing) {
    const [, base = '', path] = /^(\/setup\/[^/?]+(?=\/))?(.*)$/.exec(incoming.url);
    const headers = without(incoming.headers, 'transfer-encoding', 'content-length');
    const asked = { method: incoming.method, base, path, headers, body: await bodyOf(incoming) };
    const isContract = base !== '';
    const forward = (one) => {
      const length = one.body.length > 0 ? { 'content-length': Buffer.byteLength(one.body) } : {};
      return forwardTo(port, base, { ...one, headers: { ...one.headers, ...length } });
    };
    if (isContract) defect.asks?.(asked);
    const told =
      isContract && defect.answers ? await defect.answers(asked, forward) : await forward(asked);
    if (isContract) defect.tells?.(told, asked);
    const tellable = without(told.headers, 'content-length', 'connection');
    outgoing.writeHead(told.status, tellable);
    if (told.stream) {
      outgoing.flushHeaders();
      return pass(told.stream, outgoing, isContract ? defect : {}, asked);
    }
    const isEmpty = asked.method === 'HEAD' || told.status === 304;
    outgoing.end(isEmpty ? undefined : Buffer.from(told.text, encodingOf(told)));
  }
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://localhost:${server.address().port}`,
    play(one) {
      defect = one;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
