import { checks, expect, expectEqual } from './kit/check.js';
import { canaries } from './kit/world.js';

/** What is asked, and of whom. */
export const packChecks = checks(
  {
    id: 'packs/list',
    title: 'Those who oversee see the packs of the tenant and no others',
    requirements: ['PAC-1', 'ACC-4'],
    async run(t) {
      const auditor = t.as('auditor');
      const packs = await auditor.all('packs.list', {});
      expect(packs.length > 0, 'there is no pack, so nothing can be tried');
      expect(
        !JSON.stringify(packs).includes(canaries.foreign),
        'the list holds words of another tenant',
      );
      for (const each of packs.slice(0, 5)) {
        const alone = (await auditor.ask('packs.read', { pack: each.id })).success();
        expectEqual(alone, each, `pack ${each.id}, read alone,`);
      }
    },
  },
  {
    id: 'packs/as-set-up',
    title: 'A pack shows what it asks, by when, and the statement in every language',
    requirements: ['PAC-1'],
    async run(t) {
      const { policies, asks, due, statement } = (
        await t.named('mona').ask('packs.read', { pack: 'basics' })
      ).success();
      expectEqual(
        [policies, asks, due],
        [['conduct', 'drill'], 'acknowledge', { days: 14 }],
        'the pack',
      );
      expectEqual(
        statement?.texts['de'],
        'Zur Kenntnis genommen: basics.',
        'its statement in German',
      );
      const { check } = (await t.named('mona').ask('packs.read', { pack: 'learning' })).success();
      expectEqual(
        check,
        { passMark: 100, tries: 3, questions: { quiz: 2 } },
        'its knowledge check',
      );
    },
  },
  {
    id: 'packs/foreign',
    title: 'A pack that is not there, and one of another tenant, answer 404',
    requirements: ['PAC-2', 'ACC-4'],
    async run(t) {
      const auditor = t.as('auditor');
      const [pack] = (await auditor.ask('packs.list', {})).success().items;
      expect(pack, 'there is no pack, so nothing can be tried');
      (await auditor.ask('packs.read', { pack: pack.id })).success();
      (await auditor.ask('packs.read', { pack: 'no-such-pack' })).refused('not-found');
      const elsewhere = t.elsewhere;
      const { content } = elsewhere;
      const own = await t.namespace({ ...content, packs: content.packs.slice(0, 1) });
      (await own.as('otis').ask('packs.read', { pack: 'vaults' })).refused('not-found');
    },
    writes: true,
  },
);
