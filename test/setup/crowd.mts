/** Many people who acknowledge many policies at once, over the whole app but without a network. */
import { randomUUID } from 'node:crypto';
import type { AcknowledgementDraft } from '@heed/contract';
import {
  audience,
  pack,
  person,
  policy,
  type Content,
} from '../../packages/server/src/testing/content.ts';
import {
  acknowledge,
  assignments,
  draftFor,
  openOffice,
  type Office,
  type Session,
} from '../../packages/server/src/testing/office.ts';
import type { DatabaseLocation } from '../../packages/server/src/storage/database.ts';

const policies = Array.from({ length: 40 }, (_, n) => `policy-${n}`);

/** A crowd in one database. */
export interface Crowd {
  readonly office: Office;
  /** How many acknowledgements there can be. */
  readonly size: number;
  /** One act, sent until it is answered; resolves to the id of the acknowledgement. */
  act(number: number): Promise<string>;
  /** What an act sends. */
  draft(number: number): AcknowledgementDraft | undefined;
}

function content(people: number): Content {
  return {
    people: Array.from({ length: people }, (_, n) => person(`p${n}`)),
    policies: policies.map((id) => policy(id)),
    audiences: [audience('inside', { attribute: 'relation', in: ['employee'] })],
    packs: [pack('basics', policies, 'inside')],
  };
}

/** Opens the database and publishes for as many people; finds again what is there. */
export async function gather(location: DatabaseLocation, people: number): Promise<Crowd> {
  const office = await openOffice(location);
  await office.publish(content(people));
  const app = office.app('acme', { report: () => undefined });
  const sessions = new Map<number, Promise<Session>>();
  const sessionOf = (n: number): Promise<Session> => {
    const known = sessions.get(n) ?? office.as(`p${n}`, 'acme', app);
    sessions.set(n, known);
    return known;
  };
  const asked = await assignments(await sessionOf(0), '?limit=100');
  const drafts = asked.map((assignment) => draftFor(assignment));
  return {
    office,
    size: people * drafts.length,
    draft: (number) => drafts[number % drafts.length],
    async act(number) {
      const session = await sessionOf(Math.floor(number / drafts.length));
      const key = randomUUID();
      for (;;) {
        const answer = await acknowledge(session, drafts[number % drafts.length], key);
        if (answer.status < 300) return answer.body.id;
        if (answer.status !== 503) throw new Error(`${answer.status} ${answer.text}`);
        await new Promise((resolve) => setTimeout(resolve, 20 + Math.random() * 80));
      }
    },
  };
}

/** Has `writers` people act at once, from act `from` on, until `until` says stop or the acts are used up. */
export async function actTogether(
  crowd: Crowd,
  options: { writers: number; from: number; until(): boolean; done(id: string): void },
): Promise<void> {
  let next = options.from;
  const keepActing = async (): Promise<void> => {
    while (next < crowd.size && !options.until()) options.done(await crowd.act(next++));
  };
  await Promise.all(Array.from({ length: options.writers }, keepActing));
}
