import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { App } from './app.js';
import { drainable } from './http/drain.js';

/** A server that is listening. */
export interface Listening {
  /** For people and links, for example `http://localhost:4700/`. */
  address: string;
  /** Refuses new connections and lets requests that are under way finish, for at most 20 seconds. */
  close(): Promise<void>;
}

/** The server cannot listen there; the message says what to change. */
export class CannotListen extends Error {
  override readonly name = 'CannotListen';
}

function once(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

async function bindPort(server: Server, host: string, port: number, exact: boolean): Promise<void> {
  for (let next = port; ; next++) {
    try {
      await once(server, next, host);
      return;
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      if (code !== 'EADDRINUSE') {
        throw new CannotListen(
          `This machine cannot listen on ${host}: ${message}. Choose one of its own addresses with --host.`,
        );
      }
      if (exact || next >= port + 50) {
        throw new CannotListen(`Port ${next} on ${host} is taken. Choose another one with --port.`);
      }
    }
  }
}

/** Listens on `port`, or on the next free one unless it must be exactly that one. */
export async function listen(
  app: App,
  { host, port, exact }: { host: string; port: number; exact: boolean },
): Promise<Listening> {
  const server = createServer(getRequestListener(app.fetch));
  const drain = drainable(server);
  await bindPort(server, host, port, exact);
  const { port: bound } = server.address() as AddressInfo;
  const name = ['127.0.0.1', '::1', '0.0.0.0', '::'].includes(host) ? 'localhost' : host;
  return { address: `http://${name}:${bound}/`, close: drain };
}
