import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Setup } from '@heed/contract/setup';
import * as z from 'zod';
import { createApp } from '../app.js';
import { unlimited } from '../http/limits.js';
import { createPersonaIssuer } from '../identity/personas.js';
import { ensureTenant } from '../log/tenants.js';
import { createLogWriter } from '../log/writer.js';
import { publish, type Publication } from '../publishing/publish.js';
import { publicationOf } from '../setup/rules.js';
import { openDatabase } from '../storage/database.js';
import { migrate } from '../storage/migrate.js';
import { office } from './office.js';

/** What a test may decide about its backend. */
export interface InProcessOptions {
  /** The backend's clock, for tests of what is due; the clock of this machine when absent. */
  clock?: () => Date;
}

/** The reference backend within this process. Nothing listens: hand its `fetch` to a client. */
export interface InProcessBackend {
  /** What a client is given as its `baseUrl`; `https://isms.test`. */
  readonly baseUrl: string;
  /** Answers a request as the backend does over HTTP. */
  readonly fetch: typeof fetch;
  /** An access token of this person, good for so many seconds: 600 when absent, and a negative number has run out. */
  token(userName: string, expiresIn?: number): Promise<string>;
  /** Changes what it holds, as an administrator would: people and packs that are missing are gone. */
  publish(setup: Setup): Promise<void>;
  /** Finishes what is under way and removes the data. Without it the process does not end. */
  close(): Promise<void>;
  /** {@link InProcessBackend.close}, for `await using`. */
  [Symbol.asyncDispose](): Promise<void>;
}

/** The content as it is published. Publishing itself trusts what it is given. */
function publicationFrom(setup: Setup): Publication {
  const { success, data, error } = Setup.safeParse(setup);
  if (success) return publicationOf(data);
  throw new TypeError(`This content does not fit its schema:\n${z.prettifyError(error)}`);
}

const baseUrl = 'https://isms.test';
const tenant = 'test';

/**
 * Opens the real backend on an embedded database in a folder of its own.
 *
 * @param setup what it holds; a small {@link office} when absent.
 * @throws TypeError when the content does not fit its schema; it says where.
 */
export async function openBackend(
  setup: Setup = office,
  { clock }: InProcessOptions = {},
): Promise<InProcessBackend> {
  const first = publicationFrom(setup);
  const folder = await mkdtemp(join(tmpdir(), 'heed-in-process-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  const db = await openDatabase({ folder }).catch(async (error: unknown) => {
    await remove();
    throw error;
  });
  const log = createLogWriter(db, clock);
  let closing: Promise<void> | undefined;
  const ending = new AbortController();
  const close = () =>
    (closing ??= (async () => {
      ending.abort();
      await log.close();
      await db.close();
      await remove();
    })());
  try {
    await migrate(db);
    await ensureTenant(db, tenant, 'isms.test/log');
    await publish(db, log, tenant, first);
    const issuer = await createPersonaIssuer();
    const app = createApp({
      ...{ db, log, tenant, organisation: 'Test office', limits: unlimited },
      identity: { issuers: [issuer] },
      closing: ending.signal,
      ...(clock && { clock }),
    });
    return {
      baseUrl,
      fetch: async (input, init) => app.fetch(new Request(input, init)),
      token: (userName, expiresIn = 600) => issuer.sign(userName, expiresIn),
      publish: async (content) => void (await publish(db, log, tenant, publicationFrom(content))),
      close,
      [Symbol.asyncDispose]: close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
