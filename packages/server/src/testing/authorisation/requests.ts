import { randomUUID } from 'node:crypto';
import { contract, type Endpoint } from '@heed/contract';
import { taskBody } from './asking.js';
import type { EndpointName, Whose } from './decisions.js';
import { textHashOf } from './talk.js';
import { claimBody, reason, reportBody, sentBody } from './reporting.js';
import { fileName, fileText } from './files.js';
import type { Things } from './world.js';

/** Every endpoint of the contract with its name. */
export const endpoints: readonly (readonly [EndpointName, Endpoint])[] = Object.entries(
  contract,
).flatMap(([noun, verbs]) =>
  Object.entries<Endpoint>(verbs).map(
    ([verb, endpoint]) => [`${noun}.${verb}` as EndpointName, endpoint] as const,
  ),
);

/** Names of the members of a schema. */
export function members(schema: Endpoint['params']): string[] {
  return Object.keys(schema?._zod.def.shape ?? {});
}

const thingNames: readonly string[] = [
  'person',
  'userName',
  'policy',
  'version',
  'contentHash',
  'statementHash',
  'pack',
  'acknowledgement',
  'session',
  'assignment',
  'attempt',
  'attachment',
  ...['channel', 'message', 'thread', 'after', 'before', 'revision'],
  ...['task', 'step', 'people', 'audience'],
  ...['incident', 'answer', 'unlock', 'notification'],
];

/** What belongs to somebody or may be closed among the members that an endpoint takes. */
export function namedThings({ params, query, body, anonymous }: Endpoint): string[] {
  // A code leads to a report, and to nobody.
  if (anonymous) return [];
  const all = [...members(params), ...members(query), ...members(body)];
  return all.filter((name) => thingNames.includes(name));
}

/** Whether an endpoint makes what it names, under an id that the device chooses. */
export const isChosen = (endpoint: Endpoint): boolean =>
  endpoint.method === 'PUT' &&
  ['/v1/attachments/{attachment}', '/v1/incidents/{incident}'].includes(endpoint.path);

/** Members that lead to nothing of anybody: places in a list, in the log and in a state. */
export const impersonal: readonly string[] = [
  ...['limit', 'cursor', 'state'],
  ...['index', 'size', 'from', 'to', 'start'],
  ...['language', 'clientTime', 'startedAt', 'method', 'reading'],
  ...['of', 'dueAt'],
  ...['hash', 'answers', 'digest'],
  ...['seems', 'noticed', 'noticedAt', 'safe', 'did', 'confidential', 'internal'],
  ...['class', 'severity', 'outcome', 'handler', 'assets', 'tlp', 'awareAt', 'classifiedAt'],
  ...['claim', 'code', 'answer'],
  ...['personalData', 'resolved', 'lesson', 'reason', 'duties', 'measureAt'],
  ...['clock', 'authority', 'sentAt', 'reference'],
  ...['name', 'part', 'attachments'],
  ...['search', 'kind', 'title', 'text', 'action', 'withdraw'],
  ...['textHash', 'reactions', 'pinned', 'mentions'],
  ...['sequence', 'sections', 'last', 'furthest', 'device'],
];

const numbers: Record<string, string> = {
  part: '0',
  index: '0',
  size: '2',
  from: '1',
  to: '2',
  start: '0',
};

function queryOf({ path, query }: Endpoint, whose: Whose, things: Things): string {
  const search = new URLSearchParams();
  for (const name of members(query)) {
    const number = numbers[name];
    if (number !== undefined) search.set(name, number);
    if (name === 'of' && whose === 'everybody') search.set(name, 'all');
    if (name === 'search' && path.endsWith('/members')) search.set(name, things.userName);
    if (name === 'thread' && things.thread !== undefined) search.set(name, things.thread);
    const isSubject = name === 'person' || name === 'userName';
    if (isSubject && whose !== 'unnamed') search.set(name, things[name]);
  }
  return search.size > 0 ? `?${search}` : '';
}

function bodyOf({ body, path }: Endpoint, things: Things): Record<string, unknown> | undefined {
  if (!body) return undefined;
  const values: Record<string, unknown> = {
    ...things,
    language: 'en',
    clientTime: '2026-11-24T09:30:00.000Z',
    startedAt: '2026-11-24T09:00:00.000Z',
    method: 'visual',
    sequence: 1000,
    answers: [{ question: '1', choices: ['2'] }],
    sections: [{ id: 'aim', seconds: 1 }],
    textHash: textHashOf(things.alert),
    digest: 'weekly',
    ...{ reactions: ['question'], pinned: true },
    ...{ name: fileName, size: Buffer.byteLength(fileText(things.userName)) },
    ...{ kind: 'discussion', text: `A word of ${things.userName}` },
    ...reportBody(things.report),
    ...(path.startsWith('/v1/claims/') && { ...claimBody(things.claim), text: 'More' }),
    ...(path.endsWith('/triage') && { state: 'assessing', kind: 'event' }),
    ...(path.startsWith('/v1/unlocks/') && { reason }),
    ...(path.startsWith('/v1/notifications/') && sentBody),
    ...(path.startsWith('/v1/steps/') && { kind: 'comment' }),
    ...(path.startsWith('/v1/tasks/') && { people: [things.person], ...taskBody(things.task) }),
  };
  return Object.fromEntries(members(body).map((name) => [name, values[name]]));
}

/** A request that fits the contract. */
export interface Asked {
  method: string;
  path: string;
  headers: Record<string, string>;
  body?: string;
}

/** The request of an endpoint that names these things, derived from the contract. */
export function requestOf(endpoint: Endpoint, whose: Whose, things: Things): Asked {
  const path = endpoint.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const isImage = name === 'contentHash' && endpoint.path.includes('/images/');
    const all = things as unknown as Record<string, string | number | undefined>;
    const isAlert = name === 'message' && /\/(completions?|reactions|pin)$/.test(endpoint.path);
    const isFile = name === 'attachment' && isChosen(endpoint);
    const isReport = name === 'incident' && isChosen(endpoint);
    const value =
      all[
        isImage
          ? 'image'
          : isAlert
            ? 'alert'
            : isFile
              ? 'file'
              : isReport
                ? 'report'
                : endpoint.anonymous && name === 'answer'
                  ? 'claimAnswer'
                  : name
      ] ?? numbers[name];
    if (value === undefined) {
      throw new Error(`Say in world.ts what {${name}} of ${endpoint.path} is for everybody.`);
    }
    return encodeURIComponent(value);
  });
  const body = endpoint.bytes ? undefined : bodyOf(endpoint, things);
  const bytes = endpoint.bytes && fileText(things.userName);
  return {
    method: endpoint.method,
    path: path + queryOf(endpoint, whose, things),
    headers: {
      ...(body && { 'Content-Type': 'application/json' }),
      ...(bytes && { 'Content-Type': 'application/octet-stream' }),
      ...(endpoint.guarded && { 'If-Match': '"1"' }),
      ...(endpoint.keyed && { 'Idempotency-Key': randomUUID() }),
    },
    ...(body && { body: JSON.stringify(body) }),
    ...(bytes && { body: bytes }),
  };
}

/** What an answer that shows these things contains: the thing that the endpoint is about. */
export function markOf(name: EndpointName, things: Things): string {
  const [noun] = name.split('.');
  const marks: Record<string, string> = {
    me: things.person,
    people: things.person === '*' ? '' : things.person,
    policies: things.policy,
    versions: things.policy,
    documents: things.policy,
    images: 'image/png',
    packs: things.pack,
    assignments: things.person,
    checks: things.assignment,
    attempts: things.assignment,
    terms: things.policy,
    channels: things.channel,
    preferences: 'digest',
    alerts: things.alert,
    messages: things.message,
    revisions: things.message,
    completions: things.person,
    tasks: things.task,
    parts: things.person,
    steps: things.step,
    reactions: things.person,
    members: things.person,
    attachments: things.userName,
    uploads: things.attachment,
    incidents: things.incident,
    answers: things.answer,
    claims: things.claim,
    triage: things.incident,
    changes: things.incident,
    unlocks: things.unlock,
    clocks: things.incident,
    notifications: things.notification,
    readings: things.userName,
    acknowledgements: things.person === '*' ? 'receipt' : things.acknowledgement,
  };
  return marks[noun ?? ''] ?? '';
}
