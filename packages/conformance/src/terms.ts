import { checks, expectEqual } from './kit/check.js';
import { term } from './kit/world.js';

/** What the organisation means by its words, and who is told where to read more. */
export const termChecks = checks(
  {
    id: 'terms/as-set-up',
    title: 'Every term is listed with its text in every language',
    requirements: ['TERM-1'],
    async run(t) {
      const listed = await t.named('robin').all('terms.list', {});
      expectEqual(listed.map(({ id }) => id).sort(), ['care', 'key', 'near-miss'], 'the terms');
      const care = listed.find(({ id }) => id === 'care');
      expectEqual(care?.texts, term('care').texts, 'the texts of a term');
    },
  },
  {
    id: 'terms/language',
    title: 'With a language, terms have their text in it, or in the next wider one',
    requirements: ['TERM-2'],
    async run(t) {
      const robin = t.named('robin');
      for (const [language, wanted] of [
        ['en', { care: ['en'], key: ['en'] }],
        ['de-CH', { care: ['de-CH'], key: ['de-CH'], 'near-miss': ['de'] }],
        ['de-AT', { care: ['de'], key: ['de'], 'near-miss': ['de'] }],
        ['en-GB', { care: ['en'], key: ['en'] }],
        ['fr', {}],
      ] as const) {
        const listed = await robin.all('terms.list', { language });
        const found = Object.fromEntries(listed.map(({ id, texts }) => [id, Object.keys(texts)]));
        expectEqual(found, wanted, `the terms in ${language}`);
      }
    },
  },
  {
    id: 'terms/more',
    title: 'A term names a policy only to whom that is open',
    requirements: ['TERM-3', 'POL-3'],
    async run(t) {
      const conduct = { id: 'conduct', title: 'The conduct policy' };
      const vault = { id: 'vault', title: 'The vault policy' };
      for (const [name, care, key] of [
        ['robin', conduct, undefined],
        ['kim', conduct, vault],
        ['sasha', undefined, undefined],
        ['mona', conduct, vault],
      ] as const) {
        const listed = await t.named(name).all('terms.list', {});
        const of = (wanted: string) => listed.find(({ id }) => id === wanted)?.policy;
        expectEqual([of('care'), of('key')], [care, key], `what ${name} is told to read`);
      }
    },
  },
  {
    id: 'terms/foreign',
    title: 'A tenant has its own terms or none, and its discovery document says which',
    requirements: ['TERM-1', 'DIS-4'],
    async run(t) {
      const { content } = t.elsewhere;
      for (const [what, terms] of [
        ['of another tenant', [term('wharf')]],
        ['of a tenant without a glossary', []],
      ] as const) {
        const own = (await t.namespace({ ...content, terms: [...terms] })).as('otis');
        const listed = await own.all('terms.list', {});
        expectEqual(
          listed.map(({ id }) => id),
          terms.map(({ id }) => id),
          `the terms ${what}`,
        );
        const discovery = (await own.ask('discovery.read', {})).success();
        expectEqual(discovery.terms ?? false, terms.length > 0, `the discovery document ${what}`);
      }
    },
    writes: true,
  },
);
