import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import {
  contract,
  Problem,
  shared,
  type Acknowledgement,
  type AcknowledgementDraft,
  type Assignment,
  type CheckAttempt,
  type Endpoint,
  type KnowledgeCheck,
} from '@heed/contract';
import { createApp, type App, type AppOptions } from '../app.js';
import { createPersonaIssuer, type PersonaIssuer } from '../identity/personas.js';
import { ensureTenant } from '../log/tenants.js';
import { createLogWriter, type LogWriter } from '../log/writer.js';
import { publish, type Published } from '../publishing/publish.js';
import { openDatabase, type Database, type DatabaseLocation } from '../storage/database.js';
import { migrate } from '../storage/migrate.js';
import type { Content } from './content.js';

/** A JSON object of an answer, to look into. */
export type Json = Record<string, unknown>;

/** An answer whose body was checked against the contract. */
export interface Checked<T> {
  status: number;
  headers: Headers;
  text: string;
  body: T;
}

/** One person talking to one app. */
export interface Session {
  get<T = Json>(path: string, headers?: Record<string, string>): Promise<Checked<T>>;
  send<T = Json>(
    method: string,
    path: string,
    body: unknown,
    headers?: Record<string, string>,
  ): Promise<Checked<T>>;
}

/** Several tenants in one database, each with its app. */
export interface Office {
  db: Database;
  log: LogWriter;
  issuer: PersonaIssuer;
  app(tenant: string, more?: Partial<AppOptions>): App;
  as(userName: string, tenant?: string, app?: App): Promise<Session>;
  publish(content: Content, tenant?: string): Promise<Published>;
  close(): Promise<void>;
}

const endpoints = Object.values(contract).flatMap((verbs) => Object.values<Endpoint>(verbs));

function endpointOf(method: string, path: string): Endpoint | undefined {
  const [bare = ''] = path.split('?');
  return endpoints.find(
    (endpoint) =>
      endpoint.method === method &&
      new RegExp(`^${endpoint.path.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(bare),
  );
}

const everywhere: readonly string[] = ['not-found', 'method-not-allowed'];

/** Reads an answer and checks it against the contract: success bodies and problems alike. */
export async function checked<T>(
  method: string,
  path: string,
  answer: Response,
): Promise<Checked<T>> {
  const text = await answer.text();
  const { status, headers } = answer;
  assert.match(headers.get('X-Request-Id') ?? '', /^[0-9a-f-]{36}$/);
  if (status === 304) return { status, headers, text, body: undefined as T };
  const endpoint = endpointOf(method, path);
  if (status >= 400) {
    assert.equal(headers.get('Content-Type'), 'application/problem+json');
    assert.equal(headers.get('Cache-Control'), 'no-store');
    const problem = Problem.parse(JSON.parse(text));
    assert.equal(problem.status, status);
    assert.equal(problem.type, `urn:heed:problem:${problem.code}`);
    assert.equal(problem.requestId, headers.get('X-Request-Id'));
    const named: readonly string[] = [...shared, ...(endpoint?.problems ?? []), ...everywhere];
    assert.ok(named.includes(problem.code), `${method} ${path} answers ${problem.code}`);
    return { status, headers, text, body: problem as T };
  }
  const schema = endpoint?.answers[status];
  assert.ok(schema, `${method} ${path} answers ${status}, which the contract does not name`);
  if (typeof schema === 'string') return { status, headers, text, body: text as T };
  const body: unknown = JSON.parse(text);
  schema.parse(body);
  return { status, headers, text, body: body as T };
}

/** Opens a database with the tenants, empty. */
export async function openOffice(
  location: DatabaseLocation,
  tenants: readonly string[] = ['acme'],
): Promise<Office> {
  const db = await openDatabase(location);
  await migrate(db);
  for (const tenant of tenants) await ensureTenant(db, tenant, `log.example.test/${tenant}`);
  const log = createLogWriter(db);
  const issuer = await createPersonaIssuer();
  const apps = new Map<string, App>();
  const app = (tenant: string, more: Partial<AppOptions> = {}) =>
    createApp({
      db,
      log,
      tenant,
      organisation: tenant,
      identity: { issuers: [] },
      personas: issuer,
      report: (line) => assert.fail(line),
      ...more,
    });
  const appOf = (tenant: string) => {
    const known = apps.get(tenant) ?? app(tenant);
    apps.set(tenant, known);
    return known;
  };
  return {
    db,
    log,
    issuer,
    app,
    async as(userName, tenant = 'acme', other = appOf(tenant)) {
      const token = await issuer.sign(userName, 600);
      const authorised = { Authorization: `Bearer ${token}` };
      return {
        get: async (path, headers = {}) =>
          checked(
            'GET',
            path,
            await other.request(path, { headers: { ...authorised, ...headers } }),
          ),
        send: async (method, path, body, headers = {}) =>
          checked(
            method,
            path,
            await other.request(path, {
              method,
              headers: { ...authorised, 'Content-Type': 'application/json', ...headers },
              body: JSON.stringify(body),
            }),
          ),
      };
    },
    publish(
      {
        people,
        policies,
        audiences,
        packs,
        terms = [],
        channels = [],
        webhooks = [],
        laws = [],
        incidents = [],
        messages = [],
      },
      tenant = 'acme',
    ) {
      const part = <U>(understood: U) => ({
        understood,
        source: 'test',
        digest: JSON.stringify(understood),
      });
      return publish(db, log, tenant, {
        content: part({
          policies,
          audiences,
          packs,
          terms,
          channels,
          webhooks,
          laws,
          incidents,
          messages,
        }),
        people: part({ people }),
      });
    },
    async close() {
      await log.close();
      await db.close();
    },
  };
}

/** The person's assignments, in the order of the list. */
export async function assignments(session: Session, query = ''): Promise<Assignment[]> {
  const answer = await session.get<{ items: Assignment[] }>(`/v1/assignments${query}`);
  assert.equal(answer.status, 200, answer.text);
  return answer.body.items;
}

/** The draft with which a person would acknowledge an assignment in one of its languages. */
export function draftFor(assignment: Assignment, language = 'en'): AcknowledgementDraft {
  const document = assignment.documents.find((each) => each.language === language);
  return {
    policy: assignment.policy.id,
    version: assignment.version,
    contentHash: document?.contentHash ?? '',
    language,
    statementHash: assignment.statement?.hash ?? '',
    clientTime: '2026-11-24T09:30:00.000Z',
    method: 'visual',
  };
}

/** Takes the check of an assignment, if it has one, choosing the same of every question; the second is right. */
export async function takeCheck(
  session: Session,
  { id: assignment, check }: Assignment,
  attempt: string,
  choice = '2',
): Promise<Checked<CheckAttempt & Problem> | undefined> {
  if (!check) return undefined;
  const { body } = await session.get<KnowledgeCheck>(`/v1/assignments/${assignment}/check`);
  const answers = body.questions.map(({ id: question }) => ({ question, choices: [choice] }));
  const draft = { assignment, hash: body.hash, language: 'en', answers };
  return session.send('PUT', `/v1/attempts/${attempt}`, draft);
}

/** Sends an acknowledgement. */
export function acknowledge(
  session: Session,
  draft: unknown,
  key: string = randomUUID(),
): Promise<Checked<Acknowledgement & Problem>> {
  return session.send('POST', '/v1/acknowledgements', draft, { 'Idempotency-Key': key });
}
