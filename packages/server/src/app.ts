import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { acknowledgementRoutes } from './acknowledgements/routes.js';
import { alertRoutes } from './alerts/routes.js';
import { answerRoutes } from './answers/routes.js';
import { assignmentRoutes } from './assignments/routes.js';
import { attachmentRoutes, uploadRoutes } from './attachments/routes.js';
import type { Backend } from './backend.js';
import { rememberCatalogue } from './catalogue.js';
import { attemptRoutes, checkRoutes } from './checks/routes.js';
import { channelRoutes } from './channels/routes.js';
import { memberRoutes } from './members/routes.js';
import { pinRoutes } from './pins/routes.js';
import { reactionRoutes } from './reactions/routes.js';
import { clockRoutes } from './clocks/routes.js';
import { completionRoutes } from './completions/routes.js';
import type { Cadence } from './digests/rules.js';
import { createFeed, type Feed } from './events/feed.js';
import { eventRoutes } from './events/routes.js';
import { discoveryRoutes, healthRoutes } from './discovery/routes.js';
import { bind, type Env } from './http/bind.js';
import { cors } from './http/cors.js';
import { streamAsBody, streamToSocket } from './http/event-answer.js';
import { Failure, problemAnswer } from './http/failure.js';
import type { Handlers } from './http/handlers.js';
import { createLimits, unlimited, type Limits } from './http/limits.js';
import { peerOf } from './http/peer.js';
import type { StaticFiles } from './http/static.js';
import { foreseen } from './http/unexpected.js';
import { incidentRoutes } from './incidents/routes.js';
import { identifyBy, type Identity } from './identity/identify.js';
import { personaRoutes, type PersonaIssuer } from './identity/personas.js';
import type { LogWriter } from './log/writer.js';
import { logRoutes } from './log/routes.js';
import { messageRoutes } from './messages/routes.js';
import { notificationRoutes } from './notifications/routes.js';
import { packRoutes } from './packs/routes.js';
import { meRoutes, peopleRoutes } from './people/routes.js';
import { partRoutes } from './parts/routes.js';
import { policyRoutes } from './policies/routes.js';
import { positionRoutes } from './positions/routes.js';
import { readingRoutes } from './readings/routes.js';
import { revisionRoutes } from './revisions/routes.js';
import { setupRoutes } from './setup/routes.js';
import { preferenceRoutes } from './preferences/routes.js';
import { stopRoutes } from './preferences/stop-routes.js';
import type { Database } from './storage/database.js';
import { stepRoutes } from './steps/routes.js';
import { taskRoutes } from './tasks/routes.js';
import { operatorLog, type Report } from './telemetry/operator-log.js';
import { observeRequests } from './telemetry/requests.js';
import { seldom } from './telemetry/seldom.js';
import { claimRoutes } from './claims/routes.js';
import { changeRoutes, triageRoutes } from './triage/routes.js';
import { unlockRoutes } from './unlocks/routes.js';
import { termRoutes } from './terms/routes.js';
import { documentText, imageText } from './versions/records.js';
import { documentRoutes, imageRoutes, versionRoutes } from './versions/routes.js';
import { rememberTexts } from './versions/texts.js';

/** What an app serves, to whom, and for which portals. */
export interface AppOptions {
  db: Database;
  log: LogWriter;
  /** The tenant whose rows are served; it must exist (see `ensureTenant`). */
  tenant: string;
  /** Name of the organisation, as people know it. */
  organisation: string;
  identity: Identity;
  /** Signing in as anybody, for development on this machine. */
  personas?: PersonaIssuer | undefined;
  /** Origins of the portals that may call from a browser. */
  origins?: readonly string[];
  /** Addresses and networks of proxies whose `X-Forwarded-For` says where a request comes from. */
  trustedProxies?: readonly string[];
  /** How much each person and each address may ask for; generous limits of this process when absent. */
  limits?: Limits;
  /** How old may be what is only shown, in milliseconds: see {@link rememberCatalogue}. 0 when absent. */
  recentMs?: number;
  clock?: () => Date;
  /** See {@link Backend.timeZone}; UTC when absent. */
  timeZone?: string | undefined;
  /** Takes the lines of the operator's log, each JSON without personal data; standard error when absent. */
  report?: Report;
  /** Portal pages and elements, tried in order for every address that is not of the contract. */
  files?: readonly StaticFiles[];
  /** See {@link Backend.mails}. */
  mails?: boolean | undefined;
  /** See {@link Backend.digest}; never when absent. */
  digest?: Cadence | undefined;
  /** Ends the streams of events when it aborts. */
  closing?: AbortSignal | undefined;
  /** See {@link Backend.afterCommit}. */
  afterCommit?: (() => void) | undefined;
}

/** The app: every endpoint of the contract over the fetch standard. */
export type App = Hono<Env>;

function handlers(backend: Backend, feed: Feed): Handlers {
  return {
    discovery: discoveryRoutes(backend),
    health: healthRoutes(backend),
    me: meRoutes,
    people: peopleRoutes(backend),
    policies: policyRoutes(backend),
    versions: versionRoutes(backend),
    documents: documentRoutes(backend),
    images: imageRoutes(backend),
    packs: packRoutes(backend),
    assignments: assignmentRoutes(backend),
    checks: checkRoutes(backend),
    attempts: attemptRoutes(backend),
    terms: termRoutes(backend),
    readings: readingRoutes(backend),
    acknowledgements: acknowledgementRoutes(backend),
    channels: channelRoutes(backend),
    positions: positionRoutes(backend),
    preferences: preferenceRoutes(backend),
    messages: messageRoutes(backend),
    alerts: alertRoutes(backend),
    revisions: revisionRoutes(backend),
    completions: completionRoutes(backend),
    attachments: attachmentRoutes(backend),
    uploads: uploadRoutes(backend),
    reactions: reactionRoutes(backend),
    pins: pinRoutes(backend),
    members: memberRoutes(backend),
    tasks: taskRoutes(backend),
    parts: partRoutes(backend),
    steps: stepRoutes(backend),
    incidents: incidentRoutes(backend),
    clocks: clockRoutes(backend),
    notifications: notificationRoutes(backend),
    answers: answerRoutes(backend),
    triage: triageRoutes(backend),
    changes: changeRoutes(backend),
    unlocks: unlockRoutes(backend),
    claims: claimRoutes(backend),
    events: eventRoutes(feed),
    log: logRoutes(backend),
  };
}

/** The same writer; who listens to this process hears of what it writes without delay. */
const telling = (log: LogWriter, feed: Feed): LogWriter => ({
  ...log,
  async write(tenant, work) {
    const written = await log.write(tenant, work);
    if (written.entries.length > 0) feed.wake();
    return written;
  },
});

const secure: Record<string, string> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
};

/** Puts the whole backend together. It listens to nothing by itself: see `startServer`. */
export function createApp(options: AppOptions): App {
  const { db, tenant, origins = [], files = [], limits = createLimits() } = options;
  const report = options.report ?? ((line: string) => process.stderr.write(`${line}\n`));
  const log = seldom(operatorLog(report), ['rate-limited', 'storage-away']);
  const catalogue = rememberCatalogue(db, tenant, options.recentMs);
  const feed = createFeed(
    { db, tenant, catalogue },
    (error) => void foreseen(error, 'events', log),
    options.closing,
  );
  const backend: Backend = {
    db,
    log: telling(options.log, feed),
    tenant,
    organisation: options.organisation,
    timeZone: options.timeZone ?? 'UTC',
    clock: options.clock ?? (() => new Date()),
    catalogue,
    texts: rememberTexts((key) => documentText(db, tenant, key)),
    images: rememberTexts((key) => imageText(db, tenant, key)),
    mails: options.mails,
    digest: options.digest ?? 'never',
    afterCommit: options.afterCommit,
  };
  const identity = options.personas
    ? { ...options.identity, issuers: [...options.identity.issuers, options.personas] }
    : options.identity;
  const app: App = new Hono();
  const { headers: crossOrigin, preflight } = cors(origins);
  app.use('*', observeRequests(tenant));
  app.use('*', async (c, next) => {
    const early = preflight(c.req.raw);
    if (early) return early;
    const requestId = randomUUID();
    c.set('requestId', requestId);
    await next();
    // Set on the answer itself: the context's own way makes a new answer for every header.
    const { headers } = c.res;
    // What a static page says of itself stands: these are for everything else.
    for (const [name, value] of Object.entries(secure)) {
      if (!headers.has(name)) headers.set(name, value);
    }
    if (!headers.has('X-Request-Id')) headers.set('X-Request-Id', requestId);
    if (origins.length > 0) headers.append('Vary', 'Origin');
    for (const [name, value] of Object.entries(crossOrigin(c.req.raw))) headers.set(name, value);
    const opens = c.get('opens');
    if (!opens) return;
    const { outgoing } = c.env ?? {};
    const head = c.res;
    // The context would make another answer of the two.
    c.res = undefined;
    c.res = outgoing ? streamToSocket(head, opens, outgoing) : streamAsBody(head, opens, c.req.raw);
  });
  const peer = peerOf(options.trustedProxies);
  app.use('*', async (c, next) => {
    const address = peer(c.req.raw, c.env?.incoming?.socket.remoteAddress);
    c.set('address', address);
    limits.arrive(address);
    await next();
  });
  app.onError((error, c) => {
    const failure = foreseen(error, c.get('requestId'), log);
    c.set('problem', failure.code);
    const { limit } = failure.more;
    if (limit) log('warn', 'rate-limited', { requestId: c.get('requestId'), limit });
    return problemAnswer(failure, c.get('requestId'));
  });
  app.notFound(async (c) => {
    for (const folder of ['GET', 'HEAD'].includes(c.req.method) ? files : []) {
      const found = await folder.answer(c.req.raw, new URL(c.req.url).pathname);
      if (found) return found;
    }
    const failure = new Failure('not-found', 'The contract of this backend has no such address.');
    c.set('problem', failure.code);
    return problemAnswer(failure, c.get('requestId'));
  });
  // For whoever restarts a process that hangs: a database that is away is no reason to.
  app.get('/health/live', (c) => c.json({ status: 'ok' }));
  app.route('/unsubscribe', stopRoutes(backend, limits));
  bind(app, handlers(backend, feed), { identify: identifyBy(backend, identity), limits });
  const { personas } = options;
  if (personas) {
    app.route('/dev', personaRoutes(db, tenant, personas, origins));
    app.route(
      '/setup',
      setupRoutes(options, personas, origins, (other) =>
        createApp({
          ...{
            db,
            log: options.log,
            tenant: other,
            organisation: other,
            report,
            // Whoever tries codes is stopped there, too.
            limits: { ...unlimited, code: createLimits().code },
          },
          identity: { issuers: [personas] },
        }),
      ),
    );
  }
  return app;
}
