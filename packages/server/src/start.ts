import type { Person } from '@heed/contract';
import { createApp, type App } from './app.js';
import { rememberCatalogue } from './catalogue.js';
import { staticFiles } from './http/static.js';
import { remoteIssuer } from './identity/issuer.js';
import { createPersonaIssuer } from './identity/personas.js';
import { listen } from './listen.js';
import { ensureTenant } from './log/tenants.js';
import { createLogWriter } from './log/writer.js';
import type { Delivery } from './notices/delivery.js';
import { openStopLinks } from './preferences/stop-links.js';
import { lastImports } from './publishing/publish.js';
import { isStarter, publishFolders, starter, type Say } from './publishing/sources.js';
import type { MailSettings } from './mail-settings.js';
import type { Settings } from './settings.js';
import type { HookDeliveries } from './webhooks/deliver.js';
import { openDatabase, type Database } from './storage/database.js';
import { migrate } from './storage/migrate.js';
import { operatorLog } from './telemetry/operator-log.js';
import { seldom } from './telemetry/seldom.js';

/** A backend that answers. */
export interface RunningServer {
  /** For example `http://localhost:4700/`. */
  address: string;
  app: App;
  db: Database;
  /** Finishes what is under way and closes the storage. */
  close(): Promise<void>;
}

/** Loaded where mail is sent only. */
async function deliver(
  db: Database,
  tenant: string,
  { url, from, style, digest }: MailSettings,
): Promise<Delivery> {
  const [{ startDelivery }, { createMailer }, { createDigests }, { createWarnings }] =
    await Promise.all([
      import('./notices/delivery.js'),
      import('./notices/mailer.js'),
      import('./digests/send.js'),
      import('./clocks/warnings.js'),
    ]);
  const log = seldom(
    operatorLog((line) => process.stderr.write(`${line}\n`)),
    ['mail-delayed', 'mail-waits'],
  );
  const catalogue = rememberCatalogue(db, tenant);
  const clock = () => new Date();
  const common = { db, tenant, clock, catalogue, log };
  const { publicUrl, policyLink } = digest ?? {};
  const links = publicUrl === undefined ? undefined : await openStopLinks({ db, tenant });
  const stopLink =
    links && (({ id }: Person) => new URL(`unsubscribe/${links.tokenFor(id)}`, publicUrl).href);
  const digests =
    digest && policyLink !== undefined
      ? createDigests({ ...common, ...digest, style: { ...style, policyLink, stopLink } })
      : undefined;
  const warnings =
    style.incidentLink === undefined
      ? undefined
      : createWarnings({ ...common, timeZone: style.timeZone });
  return startDelivery({ ...common, style, digests, warnings, mailer: createMailer(url, from) });
}

/** Loaded where there are webhooks only. */
async function tellHooks(
  db: Database,
  { tenant, secrets, messageUrl: link, taskUrl: taskLink }: Settings,
): Promise<HookDeliveries | undefined> {
  const catalogue = rememberCatalogue(db, tenant);
  if ((await catalogue()).webhooks.length === 0) return undefined;
  const { startHooks } = await import('./webhooks/deliver.js');
  const log = seldom(
    operatorLog((line) => process.stderr.write(`${line}\n`)),
    ['hook-delayed', 'hook-waits'],
  );
  const clock = () => new Date();
  return startHooks({ db, tenant, clock, catalogue, secrets, link, taskLink, log });
}

function crash(): void {
  process.kill(process.pid, 'SIGKILL');
}

/** Opens the storage, publishes what is new and listens. */
export async function startServer(settings: Settings, say: Say): Promise<RunningServer> {
  const { tenant, databaseUrl, data } = settings;
  const db = await openDatabase(databaseUrl ? { url: databaseUrl } : { folder: data });
  try {
    await migrate(db);
    await ensureTenant(db, tenant, settings.logOrigin);
    const log = createLogWriter(db);
    await publishFolders(db, log, settings, say);
    const { content, people } = await lastImports(db, tenant);
    if (settings.dev && isStarter(content) && isStarter(people)) {
      const { askStarterTasks } = await import('./tasks/starter.js');
      const catalogue = rememberCatalogue(db, tenant);
      await askStarterTasks({ db, log, catalogue, tenant, clock: () => new Date() });
    }
    const { issuer, personClaim, host, port, exactPort: exact } = settings;
    const app = createApp({
      db,
      log,
      tenant,
      organisation: settings.organisation ?? (isStarter(content) ? starter.organisation : tenant),
      identity: {
        issuers: issuer ? [remoteIssuer(issuer.issuer, issuer.audience)] : [],
        personClaim,
      },
      personas: settings.dev ? await createPersonaIssuer() : undefined,
      origins: settings.origins,
      trustedProxies: settings.trustedProxies,
      timeZone: settings.timeZone,
      mails: settings.mail !== undefined,
      digest: settings.mail?.digest?.cadence,
      recentMs: 1000,
      files: [
        ...(settings.elements ? [staticFiles(settings.elements, { shared: true })] : []),
        ...(settings.portal ? [staticFiles(settings.portal)] : []),
      ],
      afterCommit: settings.crashAfterCommit ? crash : undefined,
    });
    const listening = await listen(app, { host, port, exact });
    const hooks = await tellHooks(db, settings);
    const delivery = settings.mail && (await deliver(db, tenant, settings.mail));
    return {
      address: listening.address,
      app,
      db,
      async close() {
        await listening.close();
        await delivery?.close();
        await hooks?.close();
        await log.close();
        await db.close();
      },
    };
  } catch (error) {
    await db.close();
    throw error;
  }
}
