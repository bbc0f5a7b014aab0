import { createTransport } from 'nodemailer';
import type { MailFault } from './rules.js';

/** A mail to one person. */
export interface Mail {
  /** The same for every try, so that a mail server knows it again. */
  id: string;
  to: { name: string; address: string };
  language: string;
  subject: string;
  text: string;
  html: string;
  /** The address that ends such mails by a POST (RFC 8058). */
  unsubscribe?: string | undefined;
}

/** Sends mail. */
export interface Mailer {
  /** Resolves when the mail server has taken it, and otherwise says why not. Never rejects. */
  send(mail: Mail): Promise<MailFault | undefined>;
  close(): void;
}

const minute = 60_000;

/** Mails that are under way at once; a mail that would wait for its turn is not begun. */
export const connections = 3;

/** Errors of nodemailer that are about this mail: its addresses or its text were refused. */
const ofThisMail = ['EENVELOPE', 'EMESSAGE'];

/**
 * Sends by SMTP, over a few connections that are used again.
 *
 * @param url such as `smtps://user:password@mail.example.com`; `smtp:` begins unencrypted and changes to TLS where the
 *   server offers it.
 * @param from the sender, such as `Information security <isms@example.com>`.
 */
export function createMailer(url: string, from: string): Mailer {
  const transport = createTransport(
    {
      ...{ url, pool: true, maxConnections: connections, maxMessages: 200 },
      ...{ connectionTimeout: minute / 2, greetingTimeout: minute / 2, socketTimeout: 12 * minute },
      // What was handed to a connection that broke may have arrived: whether it is tried again is decided by us.
      maxRequeues: 0,
    },
    { from },
  );
  const domain = /@([\w.-]+)/.exec(from)?.[1] ?? 'localhost';
  return {
    async send({ id, to, language, subject, text, html, unsubscribe }) {
      try {
        await transport.sendMail({
          ...{ to, subject, text, html, messageId: `<${id}@${domain}>` },
          headers: {
            ...{ 'Auto-Submitted': 'auto-generated', 'Content-Language': language },
            ...(unsubscribe !== undefined && {
              ...{ 'List-Unsubscribe': `<${unsubscribe}>` },
              'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
            }),
          },
        });
        return undefined;
      } catch (error) {
        const { code = '', responseCode } = error as { code?: string; responseCode?: number };
        return { code: responseCode, ofThisMail: ofThisMail.includes(code) };
      }
    },
    close: () => transport.close(),
  };
}
