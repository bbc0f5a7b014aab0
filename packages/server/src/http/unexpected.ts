import { StorageError } from '../storage/database.js';
import type { OperatorLog } from '../telemetry/operator-log.js';
import { Failure } from './failure.js';

/** The frames of a stack without its message: messages of databases and parsers quote what people wrote. */
function frames(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  const { message, stack = '' } = error;
  // A line of the message may look like a frame.
  const from = stack.indexOf(message);
  if (from < 0) return [];
  return stack
    .slice(from + message.length)
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .map((line) => line.trim());
}

/** SQLSTATE class 08 and 57 (57014: it took too long), too many connections, and the socket errors of a database that is away. */
const outages =
  /^(08...|57P..|57014|53300|ECONN(REFUSED|RESET)|EPIPE|ETIMEDOUT|ENOTFOUND|E(NET|HOST)UNREACH)$/;

function isOutage(error: unknown): boolean {
  return (
    error instanceof StorageError ||
    outages.test(String(((error ?? {}) as { code?: unknown }).code ?? ''))
  );
}

/** A name or a code; anything longer or stranger is text that somebody wrote. */
function word(value: unknown): string {
  const text = String(value);
  return /^[\w.-]{1,64}$/.test(text) ? text : '?';
}

/** Any thrown value as a problem. What nobody foresaw is reported once, without personal data. */
export function foreseen(error: unknown, requestId: string, log: OperatorLog): Failure {
  if (error instanceof Failure) return error;
  const { name, code } = (error ?? {}) as { name?: unknown; code?: unknown };
  const isAway = isOutage(error);
  log('error', isAway ? 'storage-away' : 'unforeseen', {
    requestId,
    error: word(name ?? typeof error),
    ...(code !== undefined && { code: word(code) }),
    at: frames(error),
  });
  return isAway
    ? new Failure(
        'unavailable',
        'The storage does not answer. What you sent may not be recorded: send it again with the same key.',
        { headers: { 'Retry-After': '5' } },
      )
    : new Failure(
        'internal',
        'This was not foreseen. Try again; if it stays, give the request id to whoever runs this service.',
      );
}
