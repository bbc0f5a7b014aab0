/** An address that leads to one server and then to another, as a proxy in front of a primary and its standby does. */
import { once } from 'node:events';
import net from 'node:net';

/** @returns {Promise<import('./proxy.d.mts').Proxy>} */
export async function startProxy(port) {
  let target = port;
  const open = new Set();
  const server = net.createServer((caller) => {
    const called = net.connect(target, '127.0.0.1');
    const both = [caller, called];
    for (const socket of both) {
      open.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        open.delete(socket);
        for (const each of both) each.destroy();
      });
    }
    caller.pipe(called).pipe(caller);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const cut = () => open.forEach((socket) => socket.destroy());
  return {
    port: server.address().port,
    leadTo(other) {
      target = other;
      cut();
    },
    async stop() {
      const closed = once(server, 'close');
      server.close();
      cut();
      await closed;
    },
  };
}
