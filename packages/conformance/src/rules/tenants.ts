import { randomUUID } from 'node:crypto';
import { checks, expect, expectEqual } from '../kit/check.js';
import { ask, tour } from '../kit/tour.js';
import { draftFor } from '../kit/trial.js';
import { canaries } from '../kit/world.js';

/** What one tenant may know of another: nothing. */
export const tenantChecks = checks(
  {
    id: 'tenants/foreign-ids',
    title: 'Ids of another tenant answer like ids that are not there',
    requirements: ['ACC-4'],
    writes: true,
    async run(t) {
      const stranger = t.as('stranger');
      const { id: person } = (await stranger.ask('me.read', {})).success();
      const [assignment] = (await stranger.ask('assignments.list', {})).success().items;
      const there = t.elsewhere.as('robin');
      const acts = await there.all('assignments.list', { state: 'open', policy: 'drill' });
      expect(acts[0] && assignment, 'nothing is asked in the other tenant');
      const draft = draftFor(acts[0]);
      const key = { 'Idempotency-Key': randomUUID() };
      const made = (await there.ask('acknowledgements.create', draft, key)).success();
      const auditor = t.as('auditor');
      for (const [name, foreign] of [
        ['people.read', { person }],
        ['acknowledgements.read', { acknowledgement: made.id }],
        ['checks.read', { assignment: assignment.id }],
      ] as const) {
        const absent = Object.fromEntries(Object.keys(foreign).map((each) => [each, 'not-there']));
        for (const session of [t.as('staff'), auditor]) {
          const found = (await session.try(name, foreign)).refused('not-found');
          const wanted = (await session.try(name, absent)).refused('not-found');
          expectEqual(
            [found.title, found.detail],
            [wanted.title, wanted.detail],
            `title and detail of ${name} for another tenant’s`,
          );
        }
      }
      const [vault] = await t.elsewhere.as('kim').all('versions.list', { policy: 'vault' });
      for (const { contentHash } of vault?.documents ?? []) {
        // A policy of the same name is in both tenants, with another text.
        const text = { policy: 'vault', version: 1, contentHash };
        (await t.elsewhere.as('kim').ask('documents.read', text)).success();
        (await auditor.ask('documents.read', text)).refused('not-found');
      }
      for (const name of ['assignments.list', 'acknowledgements.list'] as const) {
        expectEqual(
          await auditor.all(name, { person }),
          [],
          `${name} for a person of another tenant`,
        );
      }
    },
  },
  {
    id: 'tenants/foreign-token',
    title: 'A token of another tenant opens nothing of this one',
    requirements: ['ACC-4'],
    async run(t) {
      const token = t.token('stranger');
      const content = t.elsewhere.content;
      // The same names are used in both tenants: what is found has to be of this one.
      expect(content.people.length > 0, 'the other tenant is empty');
      const answer = await t.bearing(token).ask('policies.list', {});
      if (answer.status !== 200) answer.refused('not-signed-in', 'unknown-person');
      else
        expect(
          !answer.text.includes(canaries.foreign),
          'a list of this tenant holds words of another',
        );
    },
  },
  {
    id: 'tenants/foreign-words',
    title: 'No answer of one tenant holds a word of another',
    requirements: ['ACC-4'],
    async run(t) {
      expect(t.elsewhere.content.people.length > 0, 'the other tenant is empty');
      for (const stop of await tour(t, { writes: false })) {
        for (const session of [stop.session, t.as('auditor')]) {
          const answer = await ask({ ...stop, session });
          expect(
            !answer.text.includes(canaries.foreign),
            `${answer.said} with words of another tenant`,
          );
        }
      }
    },
  },
);
