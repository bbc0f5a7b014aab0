#!/usr/bin/env node
import { CannotListen } from './listen.js';
import { databaseUrlOf, readSettings, tenantOf, usage, type Settings } from './settings.js';
import { SettingsError } from './settings-error.js';
import { dryRun, NothingToImport } from './publishing/sources.js';
import { startServer, type RunningServer } from './start.js';
import { runBackupCommand } from './storage/backup/command.js';
import { StorageError } from './storage/database.js';
import { runWebhooksCommand } from './webhooks/command.js';
import { startExporting } from './telemetry/exporting.js';

const say = (line: string) => process.stdout.write(`${line}\n`);
const warn = (text: string) => process.stderr.write(`heed: warning: ${text}\n`);

/** Ends with a message for the operator: words for what they can change, a stack for what they cannot. */
function fail(error: unknown): void {
  const { code } = error as NodeJS.ErrnoException;
  const foreseen =
    error instanceof SettingsError ||
    error instanceof StorageError ||
    error instanceof CannotListen ||
    error instanceof NothingToImport ||
    code?.startsWith('ERR_PARSE_ARGS');
  const text = error instanceof Error ? (foreseen ? error.message : error.stack) : String(error);
  process.stderr.write(`heed: ${text}\n`);
  process.exitCode = 1;
}

/** The name of a log cannot change, so what is wrong with it has to be said before anything real is recorded. */
async function checkLogName({ app }: RunningServer, settings: Settings): Promise<void> {
  if (settings.dev) return;
  const answer = await app.request('/.well-known/isms');
  const { origin } = ((await answer.json()) as { log: { origin: string } }).log;
  if (settings.namedLog && origin !== settings.logOrigin) {
    warn(
      `HEED_LOG_ORIGIN is ${settings.logOrigin}, but the log of this database keeps the name that it began with: ${origin}. Set it to that, or use another database.`,
    );
  } else if (!settings.namedLog && origin === settings.logOrigin) {
    warn(
      `the log is called ${origin}, which is the name of every such server, and every receipt bears it for ever. Before anything real is recorded, start with an empty database and HEED_LOG_ORIGIN, such as isms.example.com/log.`,
    );
  }
}

async function serve(settings: Settings): Promise<void> {
  const isChild = process.connected;
  // Before anything that is observed: what is made earlier would stay mute.
  const exporting = await startExporting(process.env, warn);
  const server = await startServer(settings, say).catch(async (error: unknown) => {
    await exporting.stop();
    throw error;
  });
  await checkLogName(server, settings);
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    const ended = server.close().finally(() => exporting.stop());
    ended.then(() => process.exit(0), fail);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  // Whoever started this process with a channel to it, and died without a word, wants no server left behind.
  process.on('disconnect', stop);
  if (isChild && !process.connected) stop();
  say(server.address);
}

async function run([first, ...rest]: readonly string[]): Promise<void> {
  if (first === 'export' || first === 'import') {
    return runBackupCommand(first, rest, databaseUrlOf(process.env['DATABASE_URL']), say);
  }
  if (first === 'webhooks') {
    const { DATABASE_URL, HEED_TENANT } = process.env;
    const where = { databaseUrl: databaseUrlOf(DATABASE_URL), tenant: tenantOf(HEED_TENANT) };
    return runWebhooksCommand(rest, where, say);
  }
  const settings = readSettings(process.argv.slice(2), process.env);
  if (!settings) say(usage);
  else if (settings.dryRun) await dryRun(settings, say);
  else await serve(settings);
}

try {
  await run(process.argv.slice(2));
} catch (error) {
  fail(error);
}
