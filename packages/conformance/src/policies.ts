import { checks, expect, expectEqual } from './kit/check.js';

/** Whom each policy of the company is for. */
export const policyChecks = checks(
  {
    id: 'policies/employee',
    title: 'An employee sees public and internal policies and what is asked of them',
    requirements: ['POL-1'],
    async run(t) {
      const seen = (await t.named('robin').all('policies.list', {})).map(({ id }) => id).sort();
      const wanted = ['conduct', 'drill', 'house', 'leaflet', 'notice', 'quiz', 'visits'];
      expectEqual(seen, wanted, 'what an employee sees');
      const asked = (await t.named('kim').all('policies.list', {})).map(({ id }) => id);
      expect(
        asked.includes('vault'),
        'a confidential policy that is asked of an employee is missing',
      );
    },
  },
  {
    id: 'policies/supplier',
    title: 'A supplier sees public policies and what is asked of them',
    requirements: ['POL-1'],
    async run(t) {
      const seen = (await t.named('sasha').all('policies.list', {})).map(({ id }) => id).sort();
      expectEqual(seen, ['notice', 'visits'], 'what a supplier sees');
    },
  },
  {
    id: 'policies/overseers',
    title: 'Those who oversee see every published policy',
    requirements: ['POL-1', 'POL-2'],
    async run(t) {
      for (const name of ['mona', 'otis']) {
        const seen = (await t.named(name).all('policies.list', {})).map(({ id }) => id).sort();
        const wanted = [
          'board',
          'conduct',
          'drill',
          'house',
          'leaflet',
          'notice',
          'quiz',
          'vault',
          'visits',
        ];
        expectEqual(seen, wanted, `what ${name} sees`);
      }
    },
  },
  {
    id: 'policies/whole',
    title: 'A listed policy is complete, and reads the same alone',
    requirements: ['POL-2', 'POL-3'],
    async run(t) {
      const staff = t.as('staff');
      const policies = await staff.all('policies.list', {});
      expect(policies.length > 0, 'an employee sees no policy at all, so nothing can be tried');
      expect(
        new Set(policies.map(({ id }) => id)).size === policies.length,
        'a policy is listed twice',
      );
      for (const each of policies.slice(0, 5)) {
        expect(each.version >= 1, `${each.id} is listed without a published version`);
        expect(each.documents.length > 0, `${each.id} is listed without a text`);
        const alone = (await staff.ask('policies.read', { policy: each.id })).success();
        expectEqual(alone, each, `${each.id}, read alone,`);
      }
    },
  },
  {
    id: 'policies/current',
    title: 'A policy shows its current version',
    requirements: ['POL-2'],
    async run(t) {
      const { version, documents, title, controls, classification } = (
        await t.named('robin').ask('policies.read', { policy: 'conduct' })
      ).success();
      expectEqual(version, 2, 'the current version of a policy with two');
      expectEqual(documents.map(({ language }) => language).sort(), ['de', 'en'], 'its languages');
      expectEqual(
        [title, controls, classification],
        ['The conduct policy', ['A.5.10'], 'internal'],
        'what is known of it',
      );
    },
  },
  {
    id: 'policies/hidden',
    title: 'A policy that the caller may not see answers like one that is not there',
    requirements: ['POL-3', 'ACC-5'],
    async run(t) {
      const absent = async (name: string) =>
        (await t.named(name).ask('policies.read', { policy: 'no-such-policy' })).refused(
          'not-found',
        );
      for (const [name, policy] of [
        ['robin', 'vault'],
        ['robin', 'board'],
        ['sasha', 'house'],
        ['sasha', 'conduct'],
      ] as const) {
        const found = (await t.named(name).ask('policies.read', { policy })).refused('not-found');
        const wanted = await absent(name);
        expectEqual(
          [found.title, found.detail],
          [wanted.title, wanted.detail],
          `what ${name} is told of ${policy}`,
        );
      }
    },
  },
);
