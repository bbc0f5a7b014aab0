import type { AddressInfo, Socket } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** A mail server that keeps what it took: what it said 250 to. */
export class Post {
  readonly taken: ParsedMail[] = [];
  readonly #sockets = new Set<Socket>();
  #server: SMTPServer | undefined;
  port = 0;

  /** Listens: at the same port as before. */
  async open(options: SMTPServerOptions = {}): Promise<void> {
    const server = new SMTPServer({
      ...{ authOptional: true, disabledCommands: ['STARTTLS'], logger: false },
      onData: (stream, _session, done) => {
        simpleParser(stream).then((mail) => {
          this.taken.push(mail);
          done();
        }, done);
      },
      ...options,
    });
    server.on('error', () => undefined);
    server.server.on('connection', (socket: Socket) => {
      this.#sockets.add(socket);
      socket.on('error', () => undefined);
    });
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    this.port = (server.server.address() as AddressInfo).port;
    this.#server = server;
  }

  /** Pulls the plug: nobody who waits hears anything more. */
  async die(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    this.#sockets.clear();
    const server = this.#server;
    this.#server = undefined;
    if (server) await new Promise<void>((resolve) => server.close(() => resolve()));
  }
}

/** Who mails are for. */
export const addresses = (mails: readonly ParsedMail[]) =>
  mails.map(({ to }) =>
    [to ?? []]
      .flat()
      .map(({ text }) => text)
      .join(),
  );
