import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a test server answers with. */
export interface Reply {
  status?: number;
  headers?: Record<string, string>;
  /** Strings go out as they are, anything else as JSON. */
  body?: unknown;
}

/** A request as it arrived. */
export interface Received {
  method: string;
  url: string;
  headers: IncomingMessage['headers'];
  body: string;
}

/** A real HTTP server on a free port, with everything it received. */
export async function serve(
  answer: (request: Received, response: ServerResponse) => Reply | undefined | Promise<Reply>,
) {
  const received: Received[] = [];
  const server = createServer((incoming, response) => {
    void (async () => {
      let body = '';
      for await (const chunk of incoming) body += String(chunk);
      const { method = '', url = '', headers } = incoming;
      const request = { method, url, headers, body };
      received.push(request);
      const reply = await answer(request, response);
      if (!reply) return;
      const text = typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body ?? {});
      response.writeHead(reply.status ?? 200, {
        'content-type': 'application/json',
        ...reply.headers,
      });
      response.end(reply.status === 304 ? undefined : text);
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
