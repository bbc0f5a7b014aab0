import type { Ending } from './records.js';

const minute = 60_000;
const hour = 60 * minute;

/**
 * How long a notice that is being sent is nobody else's. A mail server may take ten minutes to say that it has the mail
 * (RFC 5321, 4.5.3.2.6), and to give up earlier would send it twice. So nothing is taken that would wait for its turn.
 */
export const leaseMs = 20 * minute;

/** How long an alert is worth a mail. */
const worthMs = 72 * hour;

/** What a mail server said, or that it said nothing. */
export interface MailFault {
  /** SMTP reply code, when there was one. */
  code: number | undefined;
  /** The server refused this recipient or this mail, and not us. */
  ofThisMail: boolean;
}

/** What becomes of a notice that could not be sent: an end, or another try so many milliseconds later. */
export function afterFault(
  { attempts, ageMs }: { attempts: number; ageMs: number },
  { code = 0, ofThisMail }: MailFault,
): { ending: Ending } | { waitMs: number } {
  if (ofThisMail && code >= 500) return { ending: 'refused' };
  if (ageMs > worthMs) return { ending: 'expired' };
  return { waitMs: Math.min(hour, minute * 2 ** Math.min(attempts - 1, 10)) };
}
