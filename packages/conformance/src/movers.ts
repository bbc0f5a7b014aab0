import { randomUUID } from 'node:crypto';
import { checks, expect, expectEqual } from './kit/check.js';
import { draftFor } from './kit/trial.js';
import { canaries, company, pack } from './kit/world.js';

/** What is asked when people and versions change. */
export const moverChecks = checks(
  {
    id: 'assignments/inactive',
    title: 'Nothing is asked of who has left',
    requirements: ['ASG-7'],
    async run(t) {
      const auditor = t.named('otis');
      const [there] = await auditor.all('people.list', { userName: 'kim' });
      const asked = await auditor.all('assignments.list', { person: there?.id });
      expect(asked.length > 0, 'nothing is asked of who is there');
      const [person] = await auditor.all('people.list', { userName: 'ivo' });
      expect(person && !person.active, 'the person who has left is not listed');
      expectEqual(
        await auditor.all('assignments.list', { person: person.id }),
        [],
        'what is asked of who has left',
      );
    },
  },
  {
    id: 'assignments/movers',
    title: 'Who enters an audience is asked at once, and who leaves it no longer',
    requirements: ['ASG-3'],
    writes: true,
    async run(t) {
      const content = company(canaries.own);
      const namespace = await t.namespace(content);
      const asked = async (name: string) =>
        (await namespace.as(name).all('assignments.list', { state: 'open' })).map(
          ({ policy }) => policy.id,
        );
      expect(
        !(await asked('robin')).includes('vault'),
        'the policy is asked of somebody outside the audience',
      );
      const others = content.packs.filter(({ id }) => id !== 'vaults');
      await namespace.change({
        ...content,
        packs: [...others, pack('vaults', ['vault'], ['robin'])],
      });
      expect((await asked('robin')).includes('vault'), 'who entered the audience is not asked');
      expect(!(await asked('kim')).includes('vault'), 'who left the audience is still asked');
    },
  },
  {
    id: 'assignments/new-version',
    title: 'A new version that is material is asked again, and names the one that was acknowledged',
    requirements: ['ASG-5'],
    writes: true,
    async run(t) {
      const content = company(canaries.own);
      const first = content.policies.map((one) =>
        one.id === 'conduct' ? { ...one, versions: one.versions.slice(0, 1) } : one,
      );
      const namespace = await t.namespace({ ...content, policies: first });
      const robin = namespace.as('robin');
      const [assignment] = await robin.all('assignments.list', { policy: 'conduct' });
      expect(assignment, 'the policy is not asked');
      const headers = { 'Idempotency-Key': randomUUID() };
      (await robin.ask('acknowledgements.create', draftFor(assignment), headers)).success();
      await namespace.change(content);
      const [again] = await namespace
        .as('robin')
        .all('assignments.list', { policy: 'conduct', state: 'open' });
      expectEqual(
        [again?.version, again?.acknowledgedVersion],
        [2, 1],
        'version and acknowledgedVersion',
      );
      expect(
        again?.id !== assignment.id,
        'another version is another assignment, with an id of its own',
      );
    },
  },
);
