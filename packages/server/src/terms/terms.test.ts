import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Term } from '@heed/contract';
import { oneEngine } from '../../../../test/setup/engines.mjs';
import { publish } from '../publishing/publish.js';
import { officeContent, term } from '../testing/content.js';
import { openOffice, type Office } from '../testing/office.js';

const mfa = term('mfa', { policy: 'conduct' });
const key = term('key', { policy: 'keys' });
const swiss = term('swiss', {
  texts: {
    de: { name: 'Zugriff', also: [], meaning: 'Wer etwas darf.' },
    'de-CH': { name: 'Zugang', also: [], meaning: 'Wer hinein darf.' },
  },
});
const english = term('english', {
  texts: { en: { name: 'english', also: [], meaning: 'In English.' } },
});

oneEngine('the glossary', (engine) => {
  let office: Office;
  before(async () => {
    office = await openOffice(await engine.newLocation(), ['acme', 'empty']);
    await office.publish(officeContent(), 'empty');
    await office.publish({ ...officeContent(), terms: [mfa, key, swiss, english] });
  });
  after(() => office.close());

  const listed = async (userName: string, query = '', tenant = 'acme') => {
    const session = await office.as(userName, tenant);
    return (await session.get<{ items: Term[]; next?: string }>(`/v1/terms${query}`)).body;
  };
  const ids = ({ items }: { items: Term[] }) => items.map(({ id }) => id);

  test('is empty where the organisation has none, and says so before anybody asks', async () => {
    assert.deepEqual(await listed('ann', '', 'empty'), { items: [] });
    const offered = async (tenant: string) =>
      (await (await office.app(tenant).request('/.well-known/isms')).json()) as { terms?: boolean };
    assert.equal((await offered('empty')).terms, undefined, 'nobody is to ask');
    assert.equal((await offered('acme')).terms, true);
  });

  test('is listed in the order of id, a page at a time', async () => {
    assert.deepEqual(ids(await listed('ann')), ['english', 'key', 'mfa', 'swiss']);
    const first = await listed('ann', '?limit=3');
    assert.deepEqual(ids(first), ['english', 'key', 'mfa']);
    const rest = await listed('ann', `?limit=3&cursor=${first.next}`);
    assert.deepEqual([ids(rest), rest.next], [['swiss'], undefined]);
  });

  test('is told in one language, or in the next wider one', async () => {
    const of = async (language: string) =>
      (await listed('ann', `?language=${language}`)).items.map(({ id, texts }) => [
        id,
        ...Object.keys(texts),
      ]);
    assert.deepEqual(await of('EN-gb'), [
      ['english', 'en'],
      ['key', 'en'],
      ['mfa', 'en'],
    ]);
    assert.deepEqual(await of('de-CH'), [
      ['key', 'de'],
      ['mfa', 'de'],
      ['swiss', 'de-CH'],
    ]);
    assert.deepEqual(await of('fr'), []);
    assert.deepEqual((await listed('ann', '?language=de')).items.at(-1)?.texts, {
      de: swiss.texts['de'],
    });
  });

  test('names a policy only to whom it is open', async () => {
    const more = async (userName: string) =>
      Object.fromEntries((await listed(userName)).items.map(({ id, policy }) => [id, policy?.id]));
    assert.deepEqual(await more('ben'), {
      ...{ english: undefined, swiss: undefined },
      ...{ key: 'keys', mfa: 'conduct' },
    });
    assert.equal((await more('ann'))['key'], undefined, 'it is confidential');
    assert.equal((await more('sue'))['mfa'], undefined, 'it is internal');
    assert.deepEqual((await listed('ann')).items[2]?.policy, {
      ...{ id: 'conduct', title: 'The conduct policy' },
    });
  });

  test('is asked for again only when it has changed', async () => {
    const ann = await office.as('ann');
    const answer = await ann.get('/v1/terms?language=en');
    const etag = answer.headers.get('ETag') ?? '';
    assert.match(etag, /^"/);
    const still = { 'If-None-Match': etag };
    assert.equal((await ann.get('/v1/terms?language=en', still)).status, 304);
    const same = await office.publish({
      ...officeContent(),
      terms: [english, swiss, key, structuredClone(mfa)],
    });
    assert.equal(same.events, 0, 'the same in another order is the same');
    assert.equal((await ann.get('/v1/terms?language=en', still)).status, 304);
    const told = { ...english, texts: { en: { name: 'english', also: [], meaning: 'Told.' } } };
    const changed = await office.publish({ ...officeContent(), terms: [mfa, key, told] });
    assert.equal(changed.events, 2, 'one was changed and one removed');
    const again = await ann.get<{ items: Term[] }>('/v1/terms?language=en', still);
    assert.equal(again.status, 200);
    assert.equal(again.body.items[0]?.texts['en']?.meaning, 'Told.');
    assert.deepEqual(ids(again.body), ['english', 'key', 'mfa']);
  });

  test('loses nothing to a file that could not be read', async () => {
    const { people: _, ...content } = officeContent();
    const { notes } = await publish(office.db, office.log, 'acme', {
      content: {
        understood: {
          ...content,
          terms: [mfa, swiss],
          channels: [],
          webhooks: [],
          laws: [],
          incidents: [],
          messages: [],
        },
        ...{ source: 'test', digest: 'torn', incomplete: ['glossary.yaml'] },
      },
    });
    assert.match(notes.join(), /glossary\.yaml.*no term was removed \(english, key\)/);
    assert.deepEqual(ids(await listed('ann')), ['english', 'key', 'mfa', 'swiss']);
  });
});
