import { randomUUID } from 'node:crypto';
import { askedOf, asks } from './asked.js';
import { Skip } from './check.js';
import type { Answer } from './answer.js';
import { endpoints, endpointOf, type EndpointName } from './endpoints.js';
import type { Extra, Session } from './session.js';
import { reportedOf, reports } from './reported.js';
import { speech, spoken, type Inputs } from './spoken.js';
import type { Trial } from './trial.js';

/** Somebody who may ask an endpoint, and what they ask. */
export interface Stop {
  name: EndpointName;
  session: Session;
  input: Record<string, unknown>;
  headers: Extra;
}

/** One good request to each endpoint that only reads, or also to those that record something. */
export async function tour(t: Trial, { writes }: { writes: boolean }): Promise<Stop[]> {
  const staff = t.as('staff');
  const overseer = t.as('auditor');
  const me = (await staff.ask('me.read', {})).success();
  const [policy] = (await staff.ask('policies.list', {})).success().items;
  const [pack] = (await overseer.ask('packs.list', {})).success().items;
  const [document] = policy?.documents ?? [];
  if (!policy || !document || !pack) throw new Skip('There is no policy or no pack.');
  const place = { policy: policy.id, version: policy.version };
  const { profiles } = (await t.anyone.ask('discovery.read', {})).success();
  const { image, assignment } = await seldom(staff);
  const inputs: Inputs = {
    'discovery.read': {},
    'health.read': {},
    'me.read': {},
    'people.list': {},
    'people.read': { person: me.id },
    'policies.list': {},
    'policies.read': place,
    'versions.list': place,
    'versions.read': place,
    'documents.read': { ...place, contentHash: document.contentHash },
    'images.read': image,
    'packs.list': {},
    'packs.read': { pack: pack.id },
    'assignments.list': {},
    'checks.read': assignment === undefined ? undefined : { assignment },
    'terms.list': {},
    'events.stream': {},
    'readings.read': place,
    'acknowledgements.list': {},
    'log.checkpoint': {},
    'log.inclusion': { index: 0, size: 1 },
    'log.consistency': { from: 1, to: 1 },
    'log.entries': {},
    ...(profiles.includes('comms') && (await spoken(t, staff, overseer))),
    ...(profiles.includes('tasks') && (await askedOf(t, staff, overseer))),
    ...(profiles.includes('incidents') && (await reportedOf(t, staff))),
    ...(writes && (await acts(t, profiles))),
  };
  return endpoints.flatMap(([name, { access, profile }]) => {
    const made = inputs[name];
    if (!made || !profiles.includes(profile)) return [];
    const { by = typeof access.who === 'string' ? staff : overseer, ...input } = made;
    const headers = endpointOf(name).keyed ? { 'Idempotency-Key': randomUUID() } : {};
    return [{ name, session: by, input, headers }];
  });
}

/** What not every text and person has: a picture, and a knowledge check. */
async function seldom(staff: Session) {
  const open = await staff.all('assignments.list', {});
  const assignment = open.find(({ check }) => check)?.id;
  for (const { policy, version, documents } of open) {
    const [document] = documents;
    if (!document) continue;
    const input = { policy: policy.id, version, contentHash: document.contentHash };
    const text = (await staff.ask('documents.read', input)).success();
    const contentHash = /data-image="(sha256:[0-9a-f]{64})"/.exec(
      JSON.stringify(text.sections).replaceAll('\\"', '"'),
    )?.[1];
    if (contentHash) return { assignment, image: { ...input, contentHash } };
  }
  return { assignment, image: undefined };
}

/** What somebody new may record. */
async function acts(t: Trial, profiles: readonly string[]): Promise<Inputs> {
  const { session, draft } = await t.newcomer();
  const { policy, version, contentHash, language } = draft;
  const [quiz] = (await session.all('assignments.list', {})).filter(({ check }) => check);
  const check = quiz && (await session.ask('checks.read', { assignment: quiz.id })).success();
  return {
    ...(profiles.includes('comms') && (await speech(t, session))),
    ...(profiles.includes('tasks') && (await asks(t, session))),
    ...(profiles.includes('incidents') && (await reports(session))),
    'readings.record': {
      ...{ by: session, session: randomUUID(), policy, version, contentHash, language },
      ...{ sequence: 1, method: 'visual', startedAt: new Date().toISOString(), sections: [] },
    },
    'acknowledgements.create': { by: session, ...draft },
    'attempts.record': check && {
      ...{ by: session, attempt: randomUUID(), assignment: check.assignment },
      ...{ hash: check.hash, language: 'en', answers: [] },
    },
  };
}

/** Sends the request of a stop. */
export function ask(
  { name, session, input, headers }: Stop,
  more: Extra = {},
): Promise<Answer<unknown>> {
  return session.try(name, input, { ...headers, ...more });
}
