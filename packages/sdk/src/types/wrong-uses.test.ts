// What does not compile: for each endpoint a call that would come to nothing.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AcknowledgementDraft, CheckAttemptDraft, Client, ReadingDraft } from '../index.js';

/** Never runs: the compiler is the test. */
async function refused(isms: Client): Promise<void> {
  const act = {} as AcknowledgementDraft;
  const sitting = {} as ReadingDraft;
  const answers = {} as CheckAttemptDraft;

  // @ts-expect-error it takes nothing
  await isms.discovery.read({ contract: '1.0' });
  // @ts-expect-error there is no such member of the answer
  void (await isms.health.read()).uptime;
  // @ts-expect-error whoever is signed in, and nobody else
  await isms.me.read({ person: 'p-1' });
  // @ts-expect-error a misspelt member
  isms.people.list({ username: 'ann' });
  // @ts-expect-error whose record?
  await isms.people.read();
  // @ts-expect-error a list is not waited for; its pages are
  void (await isms.policies.list()).items;
  // @ts-expect-error a misspelt member
  await isms.policies.read({ polciy: 'x' });
  // @ts-expect-error of which policy?
  isms.versions.list({ limit: 5 });
  // @ts-expect-error a version is a number
  await isms.versions.read({ policy: 'x', version: '1' });
  // @ts-expect-error a text is asked for by its hash
  await isms.documents.read({ policy: 'x', version: 1 });
  // @ts-expect-error a picture is, too
  await isms.images.read({ policy: 'x', version: 1 });
  // @ts-expect-error a limit is a number
  isms.packs.list({ limit: '5' });
  // @ts-expect-error an id is a string
  await isms.packs.read({ pack: 7 });
  // @ts-expect-error not a state
  isms.assignments.list({ state: 'closed' });
  // @ts-expect-error nor does a page take it
  await isms.assignments.list.page({ state: 'closed' });
  // @ts-expect-error of which assignment?
  await isms.checks.read({});
  // @ts-expect-error an attempt has an id
  await isms.attempts.record(answers);
  // @ts-expect-error of which version?
  await isms.readings.read({ policy: 'x' });
  // @ts-expect-error a sitting has an id
  await isms.readings.record(sitting);
  // @ts-expect-error not a way of reading
  await isms.readings.record({ ...sitting, session: 's', method: 'telepathy' });
  // @ts-expect-error a draft needs more
  await isms.acknowledgements.create({ policy: 'x' });
  // @ts-expect-error a key is an option, not a part of the act
  await isms.acknowledgements.create({ ...act, key: 'k' });
  // @ts-expect-error a key is text
  await isms.acknowledgements.create(act, { key: 1 });
  // @ts-expect-error a list is a loop, not an array
  isms.acknowledgements.list().map(() => 0);
  // @ts-expect-error which one?
  await isms.acknowledgements.read();
  // @ts-expect-error a checkpoint is text
  void (await isms.log.checkpoint()).size;
  // @ts-expect-error under which size?
  await isms.log.inclusion({ index: 1 });
  // @ts-expect-error between which sizes?
  await isms.log.consistency({ from: 1 });
  // @ts-expect-error a cursor is text
  isms.log.entries({ cursor: 5 });

  // @ts-expect-error no such noun
  void isms.risks;
  // @ts-expect-error no such verb
  await isms.policies.remove({ policy: 'x' });
  // @ts-expect-error nothing of a client is replaced
  isms.policies = undefined;
  // @ts-expect-error an abort is a signal, not its controller
  await isms.me.read({}, { signal: new AbortController() });
}

test('wrong uses do not compile (checked by tsc)', () => assert.equal(typeof refused, 'function'));
