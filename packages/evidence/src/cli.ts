#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { EvidenceError } from './errors.js';
import { parseVerifierKey } from './notes.js';
import { parseReceipt } from './receipts.js';
import { summarize } from './summary.js';
import { verify } from './verify.js';

const USAGE = `Usage: heed-verify FILE [--key VKEY] [--json]

Verifies a receipt, offline.

  FILE        the receipt, exactly as it was downloaded
  --key VKEY  the log's verifier key (name+hash+base64), obtained from somewhere else
  --json      answer in JSON

Exit status: 0 verified, 1 not verified, 2 wrong usage.
`;

/** Why nothing could be verified at all; exit status 2. */
class UsageError extends Error {}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        key: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    return { ...values, files: positionals };
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${USAGE}`);
  }
}

function readFile(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new UsageError(`Cannot read the file: ${(error as Error).message}\n`);
  }
}

// A mistyped pin must not look like a forged receipt.
async function checkKey(key: string): Promise<void> {
  await parseVerifierKey(key).catch(() => {
    throw new UsageError('--key is not a verifier key: it looks like name+1a2b3c4d+base64.\n');
  });
}

async function check(file: Uint8Array, key: string | undefined, json: boolean): Promise<number> {
  try {
    const verification = await verify(file, { key });
    const text = json
      ? `${JSON.stringify({ verified: true, ...verification }, null, 2)}\n`
      : summarize(verification, parseReceipt(file).key);
    process.stdout.write(text);
    return 0;
  } catch (error) {
    if (!(error instanceof EvidenceError)) throw error;
    const { code, message } = error;
    if (json) process.stdout.write(`${JSON.stringify({ verified: false, code, message })}\n`);
    else process.stderr.write(`NOT verified. ${message} [${code}]\n${hint(file)}`);
    return 1;
  }
}

/** The most common accident: an editor or a copy added a line break. */
function hint(file: Uint8Array): string {
  return file.at(-1) === 10
    ? 'The file ends in a line break, and a receipt has none: an editor may have added it.\n'
    : '';
}

async function main(): Promise<number> {
  const { files, key, json, help } = readArguments();
  if (help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const [path, ...others] = files;
  if (path === undefined || others.length > 0) throw new UsageError(USAGE);
  if (key !== undefined) await checkKey(key);
  return check(readFile(path), key, json);
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(error.message);
  process.exitCode = 2;
}
