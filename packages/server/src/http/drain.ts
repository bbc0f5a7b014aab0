import type { Server, ServerResponse } from 'node:http';
import { Server as NetServer, type Socket } from 'node:net';

/** What a client has sent by now is on its way for no longer than this; in milliseconds. */
const grace = 250;

/** Whatever is not answered by then is given up; below the 30 s after which containers are killed. */
const longest = 20_000;

/**
 * Watches a server so that it can end without dropping a request. The function that it returns refuses new connections
 * at once, answers what comes on the open ones with `Connection: close`, and resolves when the last one has ended.
 */
export function drainable(server: Server): () => Promise<void> {
  /** Open connections with the number of requests under way on them. */
  const connections = new Map<Socket, number>();
  const unanswered = new Set<ServerResponse>();
  let isDraining = false;

  const count = (socket: Socket, more: number) => {
    const before = connections.get(socket);
    if (before !== undefined) connections.set(socket, before + more);
  };
  server.on('connection', (socket) => {
    connections.set(socket, 0);
    socket.once('close', () => connections.delete(socket));
  });
  server.prependListener('request', ({ socket }, response) => {
    count(socket, 1);
    unanswered.add(response);
    if (isDraining) response.setHeader('Connection', 'close');
    response.once('close', () => {
      count(socket, -1);
      unanswered.delete(response);
    });
  });

  return async () => {
    isDraining = true;
    for (const response of unanswered) {
      if (!response.headersSent) response.setHeader('Connection', 'close');
    }
    // A stream of events goes on for ever, and its client resumes it elsewhere.
    const endStreams = () => {
      for (const response of unanswered) {
        if (response.headersSent && response.getHeader('Content-Type') === 'text/event-stream') {
          response.end();
        }
      }
    };
    endStreams();
    // The HTTP server's own close() ends idle connections at once, and with them what was just sent on one.
    const ended = new Promise<void>((resolve) => {
      NetServer.prototype.close.call(server, () => resolve());
    });
    const idle = setInterval(() => {
      endStreams();
      for (const [socket, requests] of connections) {
        if (requests === 0 && socket.writableLength === 0) socket.destroy();
      }
    }, grace);
    const late = setTimeout(() => server.closeAllConnections(), longest);
    await ended;
    clearInterval(idle);
    clearTimeout(late);
    server.close(() => undefined); // lets go of the timer that watched for slow requests
  };
}
