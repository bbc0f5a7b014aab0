import { parseArgs } from 'node:util';
import { all } from './all.js';
import { ConfigError, readConfig, type Config } from './config.js';
import { requirements } from './kit/requirements.js';
import { count, type Run } from './kit/result.js';
import { run } from './kit/runner.js';
import { writeReports } from './report/files.js';
import { line, summary } from './report/terminal.js';

const usage = `Tries a backend and tells which requirements of the contract hold.

  conformance --base-url URL [options]

  --base-url URL      where the contract's paths begin
  --setup URL         address of the set-up profile: the kit makes test tenants of its own there
  --config FILE       JSON with baseUrl, setup, people (tokens by role) and the rest
  --only NAME         only checks about this requirement (ACK-3), endpoint (me.read) or check (me/own);
                      may be given several times
  --read-only         sends nothing but GET and HEAD, to the tenant that is there
  --output FOLDER     writes report.html, result.json and junit.xml there
  --quiet             says nothing but the summary
  --help

Environment over file: CONFORMANCE_BASE_URL, CONFORMANCE_SETUP, CONFORMANCE_SETUP_TOKEN, CONFORMANCE_PEOPLE_STAFF,
_COLLEAGUE, _SUPPLIER, _ISMS_MANAGER, _AUDITOR, _INACTIVE, _UNKNOWN, _EXPIRED, _STRANGER, _NEWCOMERS (several, with commas).

Ends with 0 when nothing failed and something passed, 1 when something failed, 2 when the backend could not be tried,
3 when it was called wrongly. What was skipped does not count as passed: it is listed with the reason.`;

const options = {
  'base-url': { type: 'string' },
  setup: { type: 'string' },
  config: { type: 'string' },
  only: { type: 'string', multiple: true },
  'read-only': { type: 'boolean' },
  output: { type: 'string' },
  quiet: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

/** What `--only` may name. */
function checkNames(only: readonly string[]): void {
  const known = new Set([
    ...all.map(({ id }) => id),
    ...[...requirements].flatMap(([id, { of }]) => [id, of]),
  ]);
  const unknown = only.filter((name) => !known.has(name));
  if (unknown.length === 0) return;
  throw new ConfigError(`There is no requirement, endpoint or check ${unknown.join(', ')}.`);
}

const say = (text: string) => process.stdout.write(`${text}\n`);

function exitCode({ outcomes, trouble }: Run): number {
  const counts = count(outcomes);
  if (counts.fail > 0) return 1;
  return trouble !== undefined || counts.error > 0 || counts.pass === 0 ? 2 : 0;
}

async function main(args: string[]): Promise<number> {
  let config: Config;
  let quiet: boolean | undefined;
  try {
    const { values } = parseArgs({ args, options });
    if (values.help) {
      say(usage);
      return 0;
    }
    quiet = values.quiet;
    const { setup, only, output } = values;
    config = readConfig(
      { baseUrl: values['base-url'], setup, only, output, readOnly: values['read-only'] },
      process.env,
      values.config,
    );
    checkNames(config.only);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (!(error instanceof ConfigError) && !code?.startsWith('ERR_PARSE_ARGS')) throw error;
    process.stderr.write(`${message}\nconformance --help tells what there is.\n`);
    return 3;
  }
  const done = await run(config, (outcome, number, of) => {
    if (!quiet) say(line(outcome, number, of));
  });
  if (config.output !== undefined) {
    for (const path of await writeReports(done, config.output)) say(path);
  }
  say(summary(done));
  return exitCode(done);
}

process.exitCode = await main(process.argv.slice(2));
