import { StorageError } from '../storage/database.js';
import { problemAnswer, Failure } from './failure.js';

/** Writes one line of the operator's log. */
export type Report = (line: string) => void;

/** The frames of a stack without its message: messages of databases and parsers quote what people wrote. */
function frames(error: unknown): string[] {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  return stack
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

/** Any thrown value as a problem. What nobody foresaw is reported once, as JSON, without personal data. */
export function failureAnswer(error: unknown, requestId: string, report: Report): Response {
  if (error instanceof Failure) return problemAnswer(error, requestId);
  const { name, code } = (error ?? {}) as { name?: unknown; code?: unknown };
  report(
    JSON.stringify({
      time: new Date().toISOString(),
      level: 'error',
      requestId,
      error: String(name ?? typeof error),
      ...(code !== undefined && { code: String(code) }),
      at: frames(error),
    }),
  );
  if (isOutage(error)) {
    const outage = new Failure(
      'unavailable',
      'The storage does not answer. What you sent may not be recorded: send it again with the same key.',
      { headers: { 'Retry-After': '5' } },
    );
    return problemAnswer(outage, requestId);
  }
  const failure = new Failure(
    'internal',
    'This was not foreseen. Try again; if it stays, give the request id to whoever runs this service.',
  );
  return problemAnswer(failure, requestId);
}
