import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Problem } from '@heed/contract';

const main = fileURLToPath(new URL('../../bin/heed.js', import.meta.url));

/** `heed` in a process of its own. */
export interface Command {
  /** Without the slash at the end; undefined when the process ended before it listened. */
  address: string | undefined;
  lines: string[];
  errors: string;
  child: ChildProcess;
  /** Waits for the end; the exit code, or the signal. */
  ended: Promise<number | string | null>;
}

/** Runs `heed`, as it was built, until it listens or ends. */
export async function runHeed(
  args: readonly string[],
  environment: Record<string, string> = {},
): Promise<Command> {
  const { HEED_ISSUER: _, DATABASE_URL: __, ...inherited } = process.env;
  const child = spawn(
    process.execPath,
    [...process.execArgv.filter((flag) => flag === '--liftoff-only'), main, '--port', '0', ...args],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { ...inherited, ...environment } },
  );
  const kill = () => child.kill('SIGKILL');
  process.on('exit', kill);
  const ended = once(child, 'close').then(([code, signal]: (number | string | null)[]) => {
    process.off('exit', kill);
    return signal ?? code ?? null;
  });
  const command: Command = { address: undefined, lines: [], errors: '', child, ended };
  child.stderr.on('data', (chunk: Buffer) => (command.errors += chunk.toString()));
  const listening = new Promise<void>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      command.lines.push(line);
      if (!/^http:\/\/\S+\/$/.test(line)) return;
      command.address = line.slice(0, -1);
      resolve();
    });
  });
  await Promise.race([listening, ended]);
  return command;
}

/** Sends JSON as a person of the starter, with a fresh development token. */
export async function asPerson<T>(
  address: string,
  userName: string,
  path: string,
  init: { method?: string; body?: unknown; key?: string } = {},
): Promise<{ status: number; body: T & Partial<Problem> }> {
  const json = { 'Content-Type': 'application/json' };
  const signIn = await fetch(`${address}/dev/token`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ userName }),
  });
  const { token } = (await signIn.json()) as { token: string };
  const answer = await fetch(`${address}${path}`, {
    method: init.method ?? 'GET',
    headers: {
      ...json,
      Authorization: `Bearer ${token}`,
      ...(init.key !== undefined && { 'Idempotency-Key': init.key }),
    },
    ...(init.body !== undefined && { body: JSON.stringify(init.body) }),
  });
  return { status: answer.status, body: (await answer.json()) as T & Partial<Problem> };
}
