import { checks, expect, expectEqual } from './kit/check.js';
import { canaries, company, hashOf, version } from './kit/world.js';

/** Versions of a policy, their texts and pictures. */
export const versionChecks = checks(
  {
    id: 'versions/order',
    title: 'Versions are listed newest first, and superseded ones stay',
    requirements: ['VER-1'],
    async run(t) {
      const found = await t.named('robin').all('versions.list', { policy: 'conduct' });
      expectEqual(
        found.map(({ number, status }) => [number, status]),
        [
          [2, 'published'],
          [1, 'superseded'],
        ],
        'the versions of a policy with two',
      );
    },
  },
  {
    id: 'versions/alone',
    title: 'A version reads the same alone as in the list',
    requirements: ['VER-1', 'VER-2'],
    async run(t) {
      const staff = t.as('staff');
      const [policy] = await staff.all('policies.list', {});
      expect(policy, 'an employee sees no policy at all, so nothing can be tried');
      const versions = await staff.all('versions.list', { policy: policy.id });
      expect(versions.length > 0, `${policy.id} has no versions`);
      for (const each of versions) {
        const alone = (
          await staff.ask('versions.read', { policy: policy.id, version: each.number })
        ).success();
        expectEqual(alone, each, `version ${each.number}, read alone,`);
      }
      (await staff.ask('versions.read', { policy: policy.id, version: 99_999 })).refused(
        'not-found',
      );
    },
  },
  {
    id: 'versions/immutable',
    title: 'A published version stays as it is when a newer one is published',
    requirements: ['VER-2'],
    writes: true,
    async run(t) {
      const content = company(canaries.own);
      const namespace = await t.namespace(content);
      const read = async () =>
        (
          await namespace.as('robin').ask('versions.read', { policy: 'drill', version: 1 })
        ).success();
      const before = await read();
      const policies = content.policies.map((one) =>
        one.id === 'drill'
          ? { ...one, versions: [...one.versions, version(2, 'Leave by the ladder')] }
          : one,
      );
      await namespace.change({ ...content, policies });
      const after = await read();
      expectEqual(after, { ...before, status: 'superseded' }, 'the version after a newer one');
      const { version: current } = (
        await namespace.as('robin').ask('policies.read', { policy: 'drill' })
      ).success();
      expectEqual(current, 2, 'the current version');
    },
  },
  {
    id: 'documents/bytes',
    title: 'A text is canonical JSON, and its hash is the one that names it',
    requirements: ['DOC-1'],
    async run(t) {
      const staff = t.as('staff');
      const policies = await staff.all('policies.list', {});
      for (const { id: policy, version: number, documents } of policies.slice(0, 3)) {
        for (const { contentHash, language, words, title } of documents) {
          const answer = await staff.ask('documents.read', {
            policy,
            version: number,
            contentHash,
          });
          const text = answer.success();
          expectEqual(hashOf(text), contentHash, `the hash of the text of ${policy}`);
          expectEqual(
            [text.policy, text.version, text.language, text.title],
            [policy, number, language, title],
            'what the text says that it is',
          );
          const counted = text.sections.reduce((sum, each) => sum + each.words, 0);
          expectEqual(words, counted, `words of ${policy} in ${language}`);
          const ids = text.sections.map(({ id }) => id);
          expect(new Set(ids).size === ids.length, `two sections of ${policy} have one id`);
        }
      }
    },
  },
  {
    id: 'documents/canonical',
    title: 'The bytes that are served are the canonical ones',
    requirements: ['DOC-1'],
    async run(t) {
      const staff = t.as('staff');
      const [policy] = await staff.all('policies.list', {});
      const [document] = policy?.documents ?? [];
      expect(policy && document, 'an employee sees no text at all, so nothing can be tried');
      const { contentHash } = document;
      const answer = await staff.ask('documents.read', {
        ...{ policy: policy.id, version: policy.version, contentHash },
      });
      answer.success();
      const { createHash } = await import('node:crypto');
      const found = createHash('sha256').update(answer.text).digest('hex');
      expectEqual(`sha256:${found}`, contentHash, 'the SHA-256 of the bytes');
    },
  },
  {
    id: 'documents/as-set-up',
    title: 'A text is served as it was given, every character of it',
    requirements: ['DOC-1', 'INP-6'],
    async run(t) {
      const given = company(canaries.own).policies.find(({ id }) => id === 'conduct');
      const { documents } = (
        await t.named('robin').ask('policies.read', { policy: 'conduct' })
      ).success();
      for (const { language, contentHash } of documents) {
        const answer = await t
          .named('robin')
          .ask('documents.read', { policy: 'conduct', version: 2, contentHash });
        const wanted = given?.versions[1]?.documents.find((each) => each.language === language);
        expectEqual(answer.success().sections, wanted?.sections, `the sections in ${language}`);
      }
    },
  },
  {
    id: 'documents/for-ever',
    title: 'A text may be kept for ever, by the caller alone',
    requirements: ['DOC-2', 'CCH-4'],
    async run(t) {
      const staff = t.as('staff');
      const [policy] = await staff.all('policies.list', {});
      const [document] = policy?.documents ?? [];
      expect(policy && document, 'an employee sees no text at all, so nothing can be tried');
      const answer = await staff.ask('documents.read', {
        ...{ policy: policy.id, version: policy.version, contentHash: document.contentHash },
      });
      const header = answer.headers.get('Cache-Control') ?? '';
      const age = Number(/max-age=(\d+)/.exec(header)?.[1] ?? 0);
      expect(
        /\bprivate\b/.test(header) && /\bimmutable\b/.test(header) && age >= 31_536_000,
        `Cache-Control is “${header}”, and has to be private, immutable, with a max-age of a year`,
      );
    },
  },
  {
    id: 'documents/hidden',
    title: 'The text of a policy that the caller may not see is not there',
    requirements: ['POL-3', 'ACC-5'],
    async run(t) {
      const [version] = await t.named('kim').all('versions.list', { policy: 'vault' });
      const [document] = version?.documents ?? [];
      expect(document, 'the person of whom it is asked does not see the text');
      const input = { policy: 'vault', version: 1, contentHash: document.contentHash };
      (await t.named('kim').ask('documents.read', input)).success();
      (await t.named('robin').ask('documents.read', input)).refused('not-found');
      (await t.named('robin').ask('versions.read', input)).refused('not-found');
      (await t.named('robin').ask('versions.list', { policy: 'vault' })).refused('not-found');
      // Under the name of a policy that the caller does see.
      (await t.named('robin').ask('documents.read', { ...input, policy: 'drill' })).refused(
        'not-found',
      );
    },
  },
  {
    id: 'images/bytes',
    title: 'A picture is canonical JSON, and its hash is the one that the text names',
    requirements: ['IMG-1', 'CCH-4'],
    async run(t) {
      const images = company(canaries.own).policies[0]?.versions[1]?.images ?? [];
      for (const image of images) {
        const contentHash = hashOf(image);
        const answer = await t
          .named('robin')
          .ask('images.read', { policy: 'conduct', version: 2, contentHash });
        expectEqual(answer.success(), image, 'the picture');
        expectEqual(hashOf(answer.success()), contentHash, 'its hash');
        expect(
          /immutable/.test(answer.headers.get('Cache-Control') ?? ''),
          'a picture may be kept for ever, and Cache-Control does not say so',
        );
      }
    },
  },
  {
    id: 'images/hidden',
    title: 'A picture in a text that the caller may not see is not there',
    requirements: ['IMG-2', 'ACC-5'],
    async run(t) {
      const image = company(canaries.own).policies[0]?.versions[0]?.images[0];
      expect(image, 'the company has no picture');
      const input = { policy: 'vault', version: 1, contentHash: hashOf(image) };
      (await t.named('kim').ask('images.read', input)).success();
      (await t.named('robin').ask('images.read', input)).refused('not-found');
      const none = { ...input, contentHash: `sha256:${'0'.repeat(64)}` };
      (await t.named('kim').ask('images.read', none)).refused('not-found');
    },
  },
);
