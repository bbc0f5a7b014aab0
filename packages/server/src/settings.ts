import { statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { rates } from './http/limits.js';
import { isNetwork } from './http/peer.js';
import type { Rate } from './http/token-buckets.js';
import { isLoopbackHost } from './identity/personas.js';
import { mailOf, type MailSettings } from './mail-settings.js';
import { SettingsError } from './settings-error.js';

/** What the operator asked for, from the command line and the environment. */
export interface Settings {
  dev: boolean;
  dryRun: boolean;
  content?: string | undefined;
  people?: string | undefined;
  portal?: string | undefined;
  elements?: string | undefined;
  /** Folder of the embedded database. */
  data: string;
  /** PostgreSQL URL; instead of the folder. */
  databaseUrl?: string | undefined;
  host: string;
  port: number;
  /** The port was named: no other one will do. */
  exactPort: boolean;
  origins: string[];
  /** Addresses and networks whose `X-Forwarded-For` is believed. */
  trustedProxies: string[];
  tenant: string;
  organisation?: string | undefined;
  /** Name of a new log. */
  logOrigin: string;
  /** The operator gave that name. */
  namedLog: boolean;
  issuer?: { issuer: string; audience: string } | undefined;
  personClaim?: string | undefined;
  /** IANA name of the zone whose calendar the organisation keeps. */
  timeZone: string;
  /** What is told by mail, and how. */
  mail?: MailSettings | undefined;
  /** Address of the portal's page of a message, with `{channel}` and `{message}` in it. */
  messageUrl?: string | undefined;
  /** The same of the page with tasks, with `{task}` in it. */
  taskUrl?: string | undefined;
  /** The environment, for the secrets of webhooks. */
  secrets: Readonly<Record<string, string | undefined>>;
  /** Test hook of --dev: the process kills itself after the first commit of an acknowledgement. */
  crashAfterCommit: boolean;
}

const often = ({ burst, perSecond }: Rate) => `${burst} at once or ${perSecond} a second`;

/** What `heed --help` prints. */
export const usage = `heed [options]
heed export FILE [--data DIR]   back up, also while the server runs
heed import FILE [--data DIR]   restore into an empty folder or DATABASE_URL
heed webhooks [retry [HOOK]]    what webhooks did not take; send it again

  --dev                 sign in as anybody, on this machine only
  --content DIR         policies, audiences and packs to publish (the starter when absent)
  --people DIR          the directory of people
  --dry-run             say what would be understood, and store nothing
  --portal DIR          pages to serve at /
  --elements DIR        heed.js and its chunks, served at /heed.js
  --data DIR            folder of the embedded database (heed-data)
  --port N              4700, or the next free one
  --host H              127.0.0.1
  --allow-origin O      origin of a portal that may call from a browser; repeat for more
  --trust-proxy A       address or network (10.0.0.0/8) of a proxy in front; a request
                        then counts for the last address in its X-Forwarded-For

Limits of each process; beyond them the answer is 429 with Retry-After
  reads of a person     ${often(rates.reads)}
  acts of a person      ${often(rates.acts)}
  from one address      ${often(rates.address)},
                        of these without a valid sign-in ${often(rates.unsigned)}

Environment
  DATABASE_URL          a PostgreSQL server instead of the folder
  HEED_ISSUER           OpenID Connect issuer whose tokens are accepted
  HEED_AUDIENCE         the audience that names this backend in them
  HEED_PERSON_CLAIM     claim with the userName or externalId
                        (preferred_username, then email, then sub)
  HEED_TENANT           tenant to serve (main)
  HEED_ORGANISATION     name of the organisation
  HEED_LOG_ORIGIN       name of the log in its key and in every receipt, for
                        ever, such as isms.example.com/log
                        (localhost/ and the tenant)
  HEED_SMTP_URL         mail server: smtps://user:secret@mail.example.com
  HEED_MAIL_FROM        the sender: Information security <isms@example.com>
  HEED_MESSAGE_URL      address of your page with comms-feed, with {channel} and
                        {message} in it; mails and webhooks lead there
  HEED_TASK_URL         the same of your page with task-list, with {task} in it;
                        without it nobody is told of tasks by mail
  HEED_INCIDENT_URL     the same of your page with incident-board, with {incident} in it;
                        without it nobody is warned by mail before legal deadlines
  HEED_TIME_ZONE        in which mails tell the time and legal deadlines count their
                        days, such as Europe/Berlin (UTC)
  HEED_DIGEST           daily, weekly or never: how often people who chose nothing get
                        a digest of what is new by mail (no digests when absent)
  HEED_POLICY_URL       address of your page with policy-reader, with {policy} in it
  HEED_DIGEST_DAYS      mon-fri; the first one is the day of weekly digests
  HEED_DIGEST_HOURS     8-18: digests wait outside of these hours
  HEED_PUBLIC_URL       where browsers find this server: digests then have a link that
                        ends them, without a sign-in
  OTEL_EXPORTER_OTLP_ENDPOINT
                        collector that takes traces and metrics; needs the
                        package @opentelemetry/sdk-node
`;

function portOf(text: string | undefined): number {
  const port = Number(text ?? 4700);
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port;
  throw new SettingsError(`--port ${text} is not a port. Give a number from 0 to 65535.`);
}

function folderOf(flag: string, path: string | undefined): string | undefined {
  if (path === undefined || statSync(path, { throwIfNoEntry: false })?.isDirectory()) return path;
  throw new SettingsError(`--${flag}: there is no folder ${path}. Nothing was started.`);
}

function originOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && url.origin === text && /^https?:$/.test(url.protocol)) return text;
  throw new SettingsError(
    `--allow-origin ${text} is not an origin. Give scheme and host only, like https://intranet.example.com.`,
  );
}

function issuerOf(environment: NodeJS.ProcessEnv): Settings['issuer'] {
  const { HEED_ISSUER: issuer, HEED_AUDIENCE: audience } = environment;
  if (!issuer) return undefined;
  if (audience) return { issuer, audience };
  throw new SettingsError(
    'HEED_ISSUER is set without HEED_AUDIENCE, so a token for any other service would open this one. Set both.',
  );
}

function networkOf(text: string): string {
  if (isNetwork(text)) return text;
  throw new SettingsError(
    `--trust-proxy ${text} is not a network address, so nothing was started. Give the address that the proxy connects from, like 10.1.2.3, or its network, like 10.0.0.0/8.`,
  );
}

/** The URL of `DATABASE_URL`. What pg makes of an odd text is a host called “base”. The text may hold a password, so it is not repeated. */
export function databaseUrlOf(text: string | undefined): string | undefined {
  if (!text) return undefined;
  if (URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol)) return text;
  throw new SettingsError(
    'DATABASE_URL is not the address of a PostgreSQL database, so nothing was started. Give it like postgres://heed:secret@db.example.com/heed, with %23 for # and %40 for @ in the password, or unset it to use a folder.',
  );
}

/** The tenant of `HEED_TENANT`. */
export function tenantOf(text: string | undefined): string {
  const tenant = text || 'main';
  if (/^[\w][\w.-]{0,62}$/.test(tenant)) return tenant;
  throw new SettingsError(
    `HEED_TENANT ${tenant} cannot name a tenant. Use up to 63 letters, digits, points, dashes and underscores; the name that people read is HEED_ORGANISATION.`,
  );
}

/** A key name of C2SP signed-note: no white space and no plus. */
function logOriginOf(text: string | undefined, tenant: string): string {
  const origin = text || `localhost/${tenant}`;
  if (/^[^\s+\p{Cc}]+$/u.test(origin)) return origin;
  throw new SettingsError(
    `HEED_LOG_ORIGIN ${origin} cannot name a log. Give it without spaces and plus signs, like isms.example.com/log.`,
  );
}

function timeZoneOf(text: string | undefined): string {
  const timeZone = text || 'UTC';
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return timeZone;
  } catch {
    throw new SettingsError(
      `HEED_TIME_ZONE ${timeZone} is not a time zone. Give one like Europe/Berlin.`,
    );
  }
}

/** Reads the command line and the environment. Returns undefined when help is asked for. */
export function readSettings(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
): Settings | undefined {
  const { values } = parseArgs({
    args: [...args],
    options: {
      help: { type: 'boolean', short: 'h' },
      dev: { type: 'boolean' },
      'dry-run': { type: 'boolean' },
      content: { type: 'string' },
      people: { type: 'string' },
      portal: { type: 'string' },
      elements: { type: 'string' },
      data: { type: 'string' },
      port: { type: 'string' },
      host: { type: 'string' },
      'allow-origin': { type: 'string', multiple: true },
      'trust-proxy': { type: 'string', multiple: true },
    },
  });
  if (values.help) return undefined;
  const { dev = false, host = '127.0.0.1' } = values;
  const dryRun = values['dry-run'] ?? false;
  const issuer = issuerOf(environment);
  if (dev && !isLoopbackHost(host)) {
    throw new SettingsError(
      `--dev lets everyone who reaches this server be anybody, so it does not listen on ${host}. Leave out --host, or sign in with HEED_ISSUER.`,
    );
  }
  if (!dev && !dryRun && !issuer) {
    throw new SettingsError(
      'Nobody could sign in. Set HEED_ISSUER and HEED_AUDIENCE to your identity provider, or use --dev on your own machine.',
    );
  }
  const tenant = tenantOf(environment['HEED_TENANT']);
  const timeZone = timeZoneOf(environment['HEED_TIME_ZONE']);
  return {
    dev,
    dryRun,
    content: folderOf('content', values.content),
    people: folderOf('people', values.people),
    portal: folderOf('portal', values.portal),
    elements: folderOf('elements', values.elements),
    data: values.data ?? 'heed-data',
    databaseUrl: databaseUrlOf(environment['DATABASE_URL']),
    host,
    port: portOf(values.port),
    exactPort: values.port !== undefined,
    origins: (values['allow-origin'] ?? []).map(originOf),
    trustedProxies: (values['trust-proxy'] ?? []).map(networkOf),
    tenant,
    organisation: environment['HEED_ORGANISATION'],
    logOrigin: logOriginOf(environment['HEED_LOG_ORIGIN'], tenant),
    namedLog: Boolean(environment['HEED_LOG_ORIGIN']),
    issuer,
    personClaim: environment['HEED_PERSON_CLAIM'],
    timeZone,
    mail: mailOf(environment, timeZone),
    messageUrl: environment['HEED_MESSAGE_URL'] || undefined,
    taskUrl: environment['HEED_TASK_URL'] || undefined,
    secrets: environment,
    crashAfterCommit: dev && environment['HEED_TEST_CRASH_AFTER_COMMIT'] === '1',
  };
}
