import {
  createServer,
  type IncomingHttpHeaders,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a hook was sent. */
export interface Got {
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** The host's own channels: a real HTTP server that answers as each test says. */
export class Hooks {
  /** In the order of coming. */
  readonly got: Got[] = [];
  /** Answers the hook at a path; 204 when there is none. */
  readonly answers = new Map<string, (answer: ServerResponse, got: Got) => void>();
  readonly #server: Server = createServer((request, answer) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (part: string) => (body += part));
    request.on('end', () => {
      const got = { path: request.url ?? '', headers: request.headers, body };
      this.got.push(got);
      const act = this.answers.get(got.path);
      if (act) act(answer, got);
      else answer.writeHead(204).end();
    });
  });

  /** Listens, and resolves with the address. */
  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** What was sent to a path. */
  at(path: string): Got[] {
    return this.got.filter((one) => one.path === path);
  }

  /** Whoever waits for an answer hears nothing more. */
  hangUp(): void {
    this.#server.closeAllConnections();
  }

  /** Ends, whoever waits. */
  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
