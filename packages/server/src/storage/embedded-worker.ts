import fs from 'node:fs';
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import type { Answer, Ask } from './embedded-thread.js';
import { DurableFiles, durableStartParams } from './durable-files.js';
import { createDataDirectory } from './template.js';

/*
 * PGlite runs in this thread, because a long statement blocks its thread. Values cross as PostgreSQL's text format,
 * so that the one reader and writer in values.ts serves both engines.
 */
const { folder } = workerData as { folder: string };
const port = parentPort;
if (!port) throw new Error('This module is the body of a worker thread.');

/** Stands in for PGlite's parsers of every type, known and unknown. */
const asText = new Proxy({}, { get: () => (text: string) => text });

async function open(): Promise<PGlite> {
  const data = path.join(folder, 'database');
  if (!fs.existsSync(path.join(data, 'PG_VERSION'))) await createDataDirectory(data);
  const opened = await PGlite.create({
    fs: new DurableFiles(data),
    startParams: durableStartParams,
  });
  opened.serializers = {};
  opened.parsers = asText;
  return opened;
}

function describe(error: unknown): Extract<Answer, { kind: 'failed' }>['error'] {
  const { message, code, constraint, detail } = error as Record<string, unknown>;
  return {
    message: String(message ?? error),
    code: typeof code === 'string' ? code : undefined,
    constraint: typeof constraint === 'string' ? constraint : undefined,
    detail: typeof detail === 'string' ? detail : undefined,
  };
}

/** After these PGlite answers nothing any more, or from memory that nobody can trust: the thread has to go. */
function isTheEnd(error: unknown): boolean {
  const { code, severity } = error as Record<string, unknown>;
  return severity === 'PANIC' || severity === 'FATAL' || typeof code !== 'string';
}

const answer = (message: Answer): void => port.postMessage(message);

try {
  const database = await open();
  port.on('message', (ask: Ask) => {
    const done =
      ask.kind === 'close'
        ? database.close().then(() => ({ fields: [], rows: [] }))
        : database.query(ask.sql, ask.params, { rowMode: 'array' });
    done.then(
      (result) =>
        answer({
          kind: 'rows',
          id: ask.id,
          fields: result.fields.map(({ name, dataTypeID }) => ({ name, oid: dataTypeID })),
          rows: result.rows as (string | null)[][],
        }),
      (error: unknown) => {
        if (isTheEnd(error)) answer({ kind: 'broken', reason: describe(error).message });
        else answer({ kind: 'failed', id: ask.id, error: describe(error) });
      },
    );
  });
  answer({ kind: 'open' });
} catch (error) {
  answer({ kind: 'failed', id: 0, error: describe(error) });
}
