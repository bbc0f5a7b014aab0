import { randomInt, randomUUID } from 'node:crypto';
import type { ClaimDraft } from '@heed/contract';
import { verified } from './kit/acts.js';
import { checks, expect, expectEqual, Skip, unmet } from './kit/check.js';
import { desk, handler, incidentOf, repliesOf, reply, report, reporting } from './kit/reported.js';
import type { Session } from './kit/session.js';
import type { Namespace } from './kit/stage.js';
import { hashOf } from './kit/world.js';

const newCode = () => Array.from({ length: 16 }, () => randomInt(10)).join('');

const claiming = (more: Partial<ClaimDraft> = {}): ClaimDraft => ({
  ...{ language: 'en', noticed: `Seen ${randomUUID()}`, code: newCode(), ...more },
});

/** Somebody without a token. */
const nobody = (there: Namespace) => there.bearing(undefined);

const claim = (session: Session, draft: ClaimDraft, id: string = randomUUID()) =>
  session.ask('claims.record', { claim: id, ...draft });

const open = (session: Session, code: string) => session.ask('claims.open', { code });

const say = (session: Session, code: string, text: string, answer: string = randomUUID()) =>
  session.ask('claims.answer', { answer, code, text });

/** Codes of one address that are answered within a minute. */
const most = 30;

/** Reports without a name. */
export const claimChecks = checks(
  {
    id: 'claims/opened',
    title: 'A code opens its report with the conversation, without notes and without names',
    requirements: ['CLM-1', 'CLM-8'],
    writes: true,
    async run(t) {
      const there = await t.namespace(desk());
      const [anyone, hana] = [nobody(there), there.as(handler)];
      const draft = claiming();
      const { id: incident } = (await claim(anyone, draft)).success().incident;
      const told = await incidentOf(hana, incident);
      expectEqual([told.privacy, told.reporter], ['anonymous', undefined], 'for who handles it');
      const listed = await hana.all('incidents.list', { of: 'all' });
      expectEqual(
        listed.map(({ id }) => id),
        [incident],
        'what is listed',
      );
      (await reply(hana, { incident, text: 'Which one?' })).success();
      (await reply(hana, { incident, text: 'Noted', internal: true })).success();
      const found = (await open(anyone, draft.code)).success();
      expectEqual([found.incident.id, found.incident.mine], [incident, true], 'id and mine');
      expectEqual(
        found.answers.map(({ text, author }) => [text, author]),
        [['Which one?', undefined]],
        'what was said',
      );
      const all = JSON.stringify([told, listed, await repliesOf(hana, incident), found]);
      expect(!all.includes(draft.code), 'the code stands in an answer');
    },
  },
  {
    id: 'claims/other',
    title: 'Every other code answers as if there were no report',
    requirements: ['CLM-2', 'CLM-9', 'ACC-5'],
    writes: true,
    async run(t) {
      const there = await t.namespace(desk());
      const anyone = nobody(there);
      const draft = claiming();
      (await claim(anyone, draft)).success();
      const opening = (await open(anyone, newCode())).refused('not-found');
      const saying = (await say(anyone, newCode(), 'More')).refused('not-found');
      expectEqual(
        [saying.title, saying.detail],
        [opening.title, opening.detail],
        'title and detail of both',
      );
      expectEqual((await open(anyone, draft.code)).success().answers, [], 'what was said');
    },
  },
  {
    id: 'claims/limited',
    title: 'Whoever tries many codes is stopped',
    requirements: ['CLM-3'],
    writes: true,
    async run(t) {
      const there = await t.namespace(desk());
      const anyone = nobody(there);
      const from = performance.now();
      try {
        for (let tried = 0; tried <= most; tried++)
          (await open(anyone, newCode())).refused('not-found');
      } catch (error) {
        // The kit does not wait for long where it is asked to.
        if (error instanceof Skip) return;
        throw error;
      }
      const seconds = Math.round((performance.now() - from) / 1000);
      if (seconds < 60) unmet(`${most + 1} codes of one address were answered within ${seconds} s`);
    },
  },
  {
    id: 'claims/without-a-token',
    title: 'A token that is sent along is not looked at',
    requirements: ['CLM-4'],
    writes: true,
    async run(t) {
      const there = await t.namespace(desk());
      const draft = claiming();
      const id = randomUUID();
      const first = (await claim(there.as('robin'), draft, id)).success();
      const again = (await claim(there.bearing('not a token'), draft, id)).success();
      expectEqual(again, first, 'the answer with another token');
      expectEqual((await claim(nobody(there), draft, id)).success(), first, 'without one');
      const own = await there.as('robin').all('incidents.list', {});
      expectEqual(own, [], 'what is listed as reported by whose token it was');
      (await there.as('robin').ask('incidents.read', { incident: id })).refused('not-found');
    },
  },
  {
    id: 'claims/once',
    title: 'The same id is one report, and a code opens one',
    requirements: ['CLM-5', 'CLM-6', 'PRB-4'],
    writes: true,
    async run(t) {
      const there = await t.namespace(desk());
      const anyone = nobody(there);
      const [draft, id] = [claiming(), randomUUID()];
      const first = (await claim(anyone, draft, id)).success();
      expectEqual((await claim(anyone, draft, id)).success(), first, 'the same again');
      (await claim(anyone, { ...draft, noticed: 'Else' }, id)).refused('message-reused');
      (await claim(anyone, { ...draft, code: newCode() }, id)).refused('message-reused');
      const taken = (await claim(anyone, claiming({ code: draft.code }))).refused('invalid');
      expectEqual(
        taken.errors?.map(({ pointer }) => pointer),
        ['/code'],
        'where a code that is taken does not fit',
      );
      const named = (await report(there.as('robin'))).success().incident.id;
      (await claim(anyone, claiming(), named)).refused('not-found');
      (await report(there.as('robin'), reporting(), id)).refused('not-found');
      const all = await there.as(handler).all('incidents.list', { of: 'all' });
      expectEqual(all.length, 2, 'how many reports there are');
    },
  },
  {
    id: 'claims/receipt',
    title: 'The receipt verifies, and names nobody',
    requirements: ['CLM-7'],
    writes: true,
    async run(t) {
      const there = await t.namespace(desk());
      const anyone = nobody(there);
      const { code, ...draft } = claiming();
      const { incident, receipt } = (await claim(anyone, { ...draft, code })).success();
      const { record } = await verified(t, receipt, anyone);
      const { tenant, ...rest } = record;
      expect(typeof tenant === 'string', 'the record does not name the tenant');
      expectEqual(
        rest,
        {
          incident: { id: incident.id, privacy: 'anonymous' },
          ...{ reportHash: hashOf(draft), recordedAt: incident.reportedAt },
        },
        'the rest of the record',
      );
    },
  },
  {
    id: 'claims/answered',
    title: 'With the code, whoever reported answers, once',
    requirements: ['CLM-9', 'CLM-10', 'PRB-4'],
    writes: true,
    async run(t) {
      const there = await t.namespace(desk());
      const [anyone, hana] = [nobody(there), there.as(handler)];
      const [one, other] = [claiming(), claiming()];
      const { id: incident } = (await claim(anyone, one)).success().incident;
      (await claim(anyone, other)).success();
      const [id, text] = [randomUUID(), 'Ünïcödé 漢字 🦉\nand more'];
      const first = (await say(anyone, one.code, text, id)).success();
      expectEqual(
        first.answers.map((each) => [each.by, each.text]),
        [['reporter', text]],
        'what was said',
      );
      (await say(anyone, one.code, text, id)).success();
      (await say(anyone, one.code, 'Else', id)).refused('message-reused');
      (await say(anyone, other.code, text, id)).refused('not-found');
      expectEqual(
        (await repliesOf(hana, incident)).map((each) => [each.by, each.text, each.author]),
        [['reporter', text, undefined]],
        'what who handles it reads',
      );
    },
  },
);
