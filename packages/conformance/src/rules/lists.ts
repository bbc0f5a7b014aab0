import { checks, expect, expectEqual } from '../kit/check.js';
import { endpointOf, type EndpointName } from '../kit/endpoints.js';
import type { Session } from '../kit/session.js';
import { tour, type Stop } from '../kit/tour.js';
import type { Trial } from '../kit/trial.js';
import { randomUUID } from 'node:crypto';

interface Page {
  items: unknown[];
  next?: string;
}

async function lists(t: Trial): Promise<Stop[]> {
  return (await tour(t, { writes: false })).filter(({ name }) => endpointOf(name).list);
}

async function page(
  session: Session,
  name: EndpointName,
  input: Record<string, unknown>,
): Promise<Page> {
  return (await session.try(name, input)).success() as Page;
}

/** Page after page, each with so many items. */
async function pages({ session, name, input }: Stop, limit: number, most = 100): Promise<Page[]> {
  const found: Page[] = [];
  let cursor: string | undefined;
  do {
    const one = await page(session, name, {
      ...input,
      limit,
      ...(cursor !== undefined && { cursor }),
    });
    found.push(one);
    cursor = one.next;
    expect(found.length <= most, `${name} has more than ${most} pages of ${limit}, or never ends`);
  } while (cursor !== undefined);
  return found;
}

/** What is the same of every list. */
export const listChecks = checks(
  {
    id: 'lists/limit',
    title: 'A page holds no more items than its limit, and 50 without one',
    requirements: ['LST-1'],
    async run(t) {
      for (const { session, name, input } of await lists(t)) {
        for (const limit of [1, 2]) {
          const { items } = await page(session, name, { ...input, limit });
          expect(
            items.length <= limit,
            `${name} with limit=${limit} answers ${items.length} items`,
          );
        }
        const { items } = await page(session, name, input);
        expect(items.length <= 50, `${name} without limit answers ${items.length} items`);
      }
    },
  },
  {
    id: 'lists/full',
    title: 'A page that is followed by another is not empty',
    requirements: ['LST-1', 'LST-2'],
    async run(t) {
      for (const stop of await lists(t)) {
        const { items, next } = await page(stop.session, stop.name, { ...stop.input, limit: 1 });
        expect(
          items.length > 0 || next === undefined,
          `${stop.name} has an empty page with a next one`,
        );
      }
    },
  },
  {
    id: 'lists/walk',
    title: 'The pages hold every item once, in the order of one long page',
    requirements: ['LST-2'],
    async run(t) {
      for (const stop of await lists(t)) {
        const { items: long, next } = await page(stop.session, stop.name, {
          ...stop.input,
          limit: 200,
        });
        if (next !== undefined || long.length > 150) continue;
        for (const limit of long.length > 20 ? [7] : [1, 2]) {
          const walked = (await pages(stop, limit)).flatMap(({ items }) => items);
          expectEqual(walked, long, `${stop.name}, walked by ${limit},`);
        }
      }
    },
  },
  {
    id: 'lists/last',
    title: 'A last page that is exactly full has no next',
    requirements: ['LST-2'],
    async run(t) {
      for (const stop of await lists(t)) {
        const { items, next } = await page(stop.session, stop.name, { ...stop.input, limit: 200 });
        if (next !== undefined || items.length === 0) continue;
        const exact = await page(stop.session, stop.name, { ...stop.input, limit: items.length });
        expect(
          exact.next === undefined,
          `${stop.name} with limit=${items.length}, which holds everything, has a next page`,
        );
      }
    },
  },
  {
    id: 'lists/cursor',
    title: 'A cursor that the list did not give does not fit',
    requirements: ['LST-3'],
    async run(t) {
      for (const { session, name, input } of await lists(t)) {
        for (const cursor of ['no-cursor', '!', 'e30']) {
          (await session.try(name, { ...input, cursor })).refused('invalid');
        }
      }
    },
  },
  {
    id: 'lists/cursor-of-another',
    title: 'A cursor of another list does not fit either',
    requirements: ['LST-3'],
    async run(t) {
      const all = await lists(t);
      const cursors = new Map<string, string>();
      for (const { session, name, input } of all) {
        const { next } = await page(session, name, { ...input, limit: 1 });
        if (next !== undefined) cursors.set(name, next);
      }
      for (const { session, name, input } of all) {
        for (const [of, cursor] of cursors) {
          if (of === name) continue;
          (await session.try(name, { ...input, cursor })).refused('invalid');
        }
      }
    },
  },
  {
    id: 'lists/bad-limit',
    title: 'A limit that is not a whole number from 1 to 200 does not fit',
    requirements: ['LST-4'],
    async run(t) {
      for (const { session, name, input } of await lists(t)) {
        for (const limit of [0, 201, -1, 1.5, 'all']) {
          (await session.try(name, { ...input, limit })).refused('invalid');
        }
      }
    },
  },
  {
    id: 'lists/while-added',
    title:
      'An acknowledgement that comes while somebody pages neither repeats one nor leaves one out',
    requirements: ['LST-5'],
    writes: true,
    async run(t) {
      const acknowledge = async () => {
        const { session, draft } = await t.newcomer();
        const headers = { 'Idempotency-Key': randomUUID() };
        return (await session.ask('acknowledgements.create', draft, headers)).success().id;
      };
      const before = [await acknowledge(), await acknowledge(), await acknowledge()];
      const auditor = t.as('auditor');
      const input = { person: '*' };
      const first = (await auditor.ask('acknowledgements.list', { ...input, limit: 2 })).success();
      await acknowledge();
      const seen = first.items.map(({ id }) => id);
      let cursor = first.next;
      for (let count = 0; cursor !== undefined && count < 100; count++) {
        const more = (
          await auditor.ask('acknowledgements.list', { ...input, limit: 2, cursor })
        ).success();
        seen.push(...more.items.map(({ id }) => id));
        cursor = more.next;
      }
      expect(new Set(seen).size === seen.length, 'an acknowledgement is on two pages');
      expect(
        before.every((id) => seen.includes(id)),
        'an acknowledgement that was there all the time is on no page',
      );
    },
  },
);
