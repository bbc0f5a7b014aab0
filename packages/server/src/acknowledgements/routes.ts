import type { Acknowledgement } from '@heed/contract';
import type { Backend } from '../backend.js';
import { cut, foreignCursor, parseCursor } from '../http/cursor.js';
import { Failure } from '../http/failure.js';
import type { Routes } from '../http/handlers.js';
import { listedPerson, sees } from '../people/rules.js';
import { acknowledge } from './create.js';
import {
  findAcknowledgement,
  keepReceipt,
  listAcknowledgements,
  type StoredAcknowledgement,
} from './records.js';
import { withReceipt } from './receipt.js';

async function kept(
  { db, tenant }: Backend,
  stored: StoredAcknowledgement,
): Promise<Acknowledgement> {
  const acknowledgement = await withReceipt(db, tenant, stored);
  if (stored.receipt === null) await keepReceipt(db, tenant, stored.id, acknowledgement.receipt);
  return acknowledgement;
}

function place(cursor: string | undefined): { recordedAt: string; id: string } | undefined {
  const key = parseCursor('acknowledgements', cursor, 2);
  if (!key) return undefined;
  const [recordedAt, id] = key.map(String) as [string, string];
  if (!/^[1-9]\d{3}-/.test(recordedAt) || !isMoment(recordedAt)) throw foreignCursor();
  return { recordedAt, id };
}

function isMoment(text: string): boolean {
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString() === text;
}

/** The act, and what was recorded of it. */
export function acknowledgementRoutes(backend: Backend): Routes<'acknowledgements'> {
  const { db } = backend;
  return {
    async create({ caller, body: draft, key }) {
      const { status, stored } = await acknowledge(backend, { caller, draft, key });
      return { status, body: await withReceipt(db, caller.tenant, stored) };
    },
    async list({ caller, query }) {
      const before = place(query.cursor);
      const everybody = query.person === '*';
      const person = listedPerson(caller, query.person);
      const rows = await listAcknowledgements(db, caller.tenant, {
        person: everybody ? undefined : person,
        policy: query.policy,
        before,
        limit: query.limit + 1,
      });
      const page = cut('acknowledgements', rows, query.limit, ({ recordedAt, id }) => [
        recordedAt,
        id,
      ]);
      const items: Acknowledgement[] = [];
      for (const row of page.items) items.push(await kept(backend, row));
      return { status: 200, body: { ...page, items } };
    },
    async read({ caller, params }) {
      const stored = await findAcknowledgement(db, caller.tenant, params.acknowledgement);
      if (!stored || !sees(caller, stored.person)) {
        throw new Failure('not-found', 'No acknowledgement that is open to you has this id.');
      }
      return { status: 200, body: await kept(backend, stored) };
    },
  };
}
