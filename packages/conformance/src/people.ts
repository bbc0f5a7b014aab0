import { checks, expect, expectEqual } from './kit/check.js';
import { canaries, company } from './kit/world.js';

/** Who is who. */
export const peopleChecks = checks(
  {
    id: 'me/own',
    title: 'Everybody meets themselves',
    requirements: ['ME-1'],
    async run(t) {
      const staff = (await t.as('staff').ask('me.read', {})).success();
      expect(staff.active, 'the person of a token that counts has to be active');
      const colleague = (await t.as('colleague').ask('me.read', {})).success();
      expect(staff.id !== colleague.id, 'two people’s tokens are answered with one person');
      expect(staff.userName !== colleague.userName, 'two people have one userName');
    },
  },
  {
    id: 'me/named',
    title: 'The person of a token is the one whom it names',
    requirements: ['ME-1'],
    async run(t) {
      for (const userName of ['reader-1', 'reader-2', 'mona']) {
        const me = (await t.named(userName).ask('me.read', {})).success();
        expectEqual(me.userName, userName, 'userName');
      }
      expectEqual(
        (await t.named('mona').ask('me.read', {})).success().roles,
        ['isms-manager'],
        'roles',
      );
    },
  },
  {
    id: 'me/unknown',
    title: 'Somebody whom the backend does not know is told so',
    requirements: ['ME-2'],
    async run(t) {
      (await t.as('unknown').ask('me.read', {})).refused('unknown-person');
    },
  },
  {
    id: 'me/inactive',
    title: 'Somebody who has left is told so',
    requirements: ['ME-2'],
    async run(t) {
      (await t.as('inactive').ask('me.read', {})).refused('unknown-person');
    },
  },
  {
    id: 'me/leaves',
    title: 'A token stops to count when its person leaves',
    requirements: ['ME-2', 'ACC-6'],
    writes: true,
    async run(t) {
      const content = company(canaries.own);
      const namespace = await t.namespace(content);
      (await namespace.as('robin').ask('me.read', {})).success();
      const people = content.people.map((one) =>
        one.userName === 'robin' ? { ...one, active: false } : one,
      );
      await namespace.change({ ...content, people });
      (await namespace.as('robin').ask('me.read', {})).refused('unknown-person');
    },
  },
  {
    id: 'people/own-tenant',
    title: 'The list of people holds those of the tenant and nobody else',
    requirements: ['PEO-1', 'ACC-4'],
    async run(t) {
      const people = await t.as('auditor').all('people.list', {});
      const stranger = (await t.as('stranger').ask('me.read', {})).success();
      const me = (await t.as('staff').ask('me.read', {})).success();
      const ids = people.map(({ id }) => id);
      expect(ids.includes(me.id), 'an employee of the tenant is missing');
      expect(!ids.includes(stranger.id), 'somebody of another tenant is listed');
      expect(new Set(ids).size === ids.length, 'somebody is listed twice');
      expect(
        !JSON.stringify(people).includes(canaries.foreign),
        'the list holds words of another tenant',
      );
    },
  },
  {
    id: 'people/by-name',
    title: 'userName finds one person, as they are in the list',
    requirements: ['PEO-1'],
    async run(t) {
      const me = (await t.as('staff').ask('me.read', {})).success();
      const auditor = t.as('auditor');
      const found = await auditor.all('people.list', { userName: me.userName });
      expectEqual(
        found.map(({ id }) => id),
        [me.id],
        'what userName finds',
      );
      expectEqual(
        await auditor.all('people.list', { userName: 'no such name' }),
        [],
        'what a name that is not there finds',
      );
    },
  },
  {
    id: 'people/pages-while-added',
    title: 'Pages stay whole while people are added',
    requirements: ['PEO-2', 'LST-5'],
    writes: true,
    async run(t) {
      const content = company(canaries.own, 60);
      const namespace = await t.namespace(content);
      const auditor = namespace.as('otis');
      const before = await auditor.all('people.list', {});
      const seen: string[] = [];
      let cursor: string | undefined;
      for (let page = 0; page < 50; page++) {
        const found = (
          await auditor.ask('people.list', { limit: 20, ...(cursor !== undefined && { cursor }) })
        ).success();
        seen.push(...found.items.map(({ id }) => id));
        cursor = found.next;
        if (cursor === undefined) break;
        if (page > 2) continue;
        // One who comes first and one who comes last by any order of names.
        const more = ['aaa', 'zzz'].map((name) => `${name}-${page}`);
        const people = more.map((userName) => ({
          ...{ userName, displayName: userName, relation: 'employee' as const },
          ...{ roles: [], active: true },
        }));
        await namespace.change({
          ...namespace.content,
          people: [...namespace.content.people, ...people],
        });
      }
      expect(new Set(seen).size === seen.length, 'somebody is on two pages');
      const missing = before.filter(({ id }) => !seen.includes(id));
      expect(
        missing.length === 0,
        `${missing.length} people who were there all the time are on no page`,
      );
    },
  },
  {
    id: 'people/other',
    title: 'Another person is not there for staff, and is there for those who oversee',
    requirements: ['PEO-3', 'ACC-5'],
    async run(t) {
      const colleague = (await t.as('colleague').ask('me.read', {})).success();
      const staff = t.as('staff');
      const theirs = (await staff.ask('people.read', { person: colleague.id })).refused(
        'not-found',
      );
      const absent = (await staff.ask('people.read', { person: 'no-such-person' })).refused(
        'not-found',
      );
      expectEqual(
        [theirs.title, theirs.detail],
        [absent.title, absent.detail],
        'title and detail of what is not the caller’s',
      );
      for (const role of ['auditor', 'isms-manager'] as const) {
        const seen = (await t.as(role).ask('people.read', { person: colleague.id })).success();
        expectEqual(seen, colleague, `what the ${role} sees of the person`);
      }
    },
  },
  {
    id: 'people/self',
    title: 'Everybody may look themselves up',
    requirements: ['PEO-3'],
    async run(t) {
      const staff = t.as('staff');
      const me = (await staff.ask('me.read', {})).success();
      expectEqual((await staff.ask('people.read', { person: me.id })).success(), me, 'the person');
    },
  },
);
