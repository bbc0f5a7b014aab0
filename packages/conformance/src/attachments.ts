import { randomUUID } from 'node:crypto';
import { checks, expect, expectEqual } from './kit/check.js';
import { bytesOf, contentOf, hashOfBytes, send, sendPart, upload } from './kit/files.js';
import { pictures, refusedFiles, secret } from './kit/pictures.js';
import type { Session } from './kit/session.js';
import { channel, office } from './kit/world.js';

const team = () => office(channel('team', ['robin', 'kim']));

const declare = (session: Session, attachment: string, name: string, size: number) =>
  session.ask('attachments.record', { attachment, name, size });

/** Lines that are all different, of this many bytes. */
const lines = (bytes: number) =>
  bytesOf(Array.from({ length: bytes / 8 }, (_, at) => `${String(at).padStart(7)}\n`).join(''));

/** Sending files: in parts, once, and what is taken. */
export const attachmentChecks = checks(
  {
    id: 'attachments/once',
    title: 'The same id with the same body declares once, and tells how much is there',
    requirements: ['ATT-1'],
    writes: true,
    async run(t) {
      const robin = (await t.namespace(team())).as('robin');
      const [id, file] = [randomUUID(), bytesOf('Said once.')];
      const first = (await declare(robin, id, 'a.txt', file.length)).success();
      expectEqual([first.id, first.received, first.ready], [id, 0, false], 'what was declared');
      const again = (await declare(robin, id, 'a.txt', file.length)).success();
      expectEqual(again, first, 'the same declared again');
      const sent = (await sendPart(robin, id, file, { part: 0, ...first })).success();
      const later = (await declare(robin, id, 'a.txt', file.length)).success();
      expectEqual(later, sent, 'the same declared again, when everything is there');
      expectEqual([later.received, later.ready], [file.length, true], 'received and ready');
    },
  },
  {
    id: 'attachments/reused',
    title: 'An id is one person’s, for one file',
    requirements: ['ATT-2', 'PRB-4'],
    writes: true,
    async run(t) {
      const there = await t.namespace(team());
      const [robin, kim] = [there.as('robin'), there.as('kim')];
      const sent = await upload(robin, 'one');
      (await declare(kim, sent.id, 'notes.txt', 3)).refused('not-found');
      for (const [name, size] of [
        ['notes.txt', 4],
        ['other.txt', 3],
      ] as const) {
        (await declare(robin, sent.id, name, size)).refused('attachment-reused');
      }
      const now = (await declare(robin, sent.id, 'notes.txt', 3)).success();
      expectEqual(now, sent, 'the attachment after refusals');
    },
  },
  {
    id: 'attachments/names',
    title: 'A name stays in its folder, reads as it is, and ends as its content does',
    requirements: ['ATT-3'],
    writes: true,
    async run(t) {
      const robin = (await t.namespace(team())).as('robin');
      for (const declared of [
        '../../etc/plan.txt',
        'C:\\Users\\robin\\plan.txt',
        'pl\r\na\u0007n.txt',
        'pl\u202ea\u2066n.txt',
      ]) {
        const { name } = await upload(robin, 'text', declared);
        expectEqual(name, 'plan.txt', `the name of ${JSON.stringify(declared)}`);
      }
      const { name } = await upload(robin, pictures.png.bare, 'Grüße 漢字.jpg');
      expect(/^Grüße 漢字.*\.png$/.test(name), `a PNG picture is called ${name}`);
    },
  },
  {
    id: 'attachments/resumed',
    title: 'Parts in any order, and more than once, make the file that was sent',
    requirements: ['ATT-4'],
    writes: true,
    async run(t) {
      const robin = (await t.namespace(team())).as('robin');
      const file = lines(800_000);
      const id = randomUUID();
      const { partSize } = (await declare(robin, id, 'all.txt', file.length)).success();
      const last = Math.ceil(file.length / partSize) - 1;
      const take = async (part: number) =>
        (await sendPart(robin, id, file, { part, partSize })).success();
      expectEqual((await take(last)).received, 0, 'received with the last part alone');
      expectEqual((await take(0)).received, partSize, 'received with the first part, too');
      expectEqual((await take(0)).received, partSize, 'received with the first part once more');
      for (let part = last - 1; part > 0; part--) {
        const told = (await declare(robin, id, 'all.txt', file.length)).success();
        expectEqual(
          [told.received, told.ready],
          [partSize, false],
          'received where one is missing',
        );
        await take(part);
      }
      const now = (await declare(robin, id, 'all.txt', file.length)).success();
      expectEqual([now.received, now.ready], [file.length, true], 'received and ready at the end');
      const content = await contentOf(robin, id);
      expectEqual(hashOfBytes(content), hashOfBytes(file), 'the hash of what is read');
    },
  },
  {
    id: 'attachments/misfits',
    title: 'A part that does not fit its place, or is of somebody else’s file, is refused',
    requirements: ['ATT-5', 'PRB-4'],
    writes: true,
    async run(t) {
      const there = await t.namespace(team());
      const robin = there.as('robin');
      const file = lines(400_000);
      const id = randomUUID();
      const { partSize } = (await declare(robin, id, 'all.txt', file.length)).success();
      const ask = (session: Session, attachment: string, part: number, bytes: Uint8Array) =>
        session.ask('uploads.record', { attachment, part, bytes: new Uint8Array(bytes) });
      const whole = file.slice(0, partSize);
      const last = Math.ceil(file.length / partSize) - 1;
      for (const [part, bytes] of [
        [0, whole.slice(1)],
        [0, new Uint8Array()],
        [last, file.slice(last * partSize, -1)],
        [last + 1, file.slice(0, 1)],
      ] as const) {
        (await ask(robin, id, part, bytes)).refused('invalid');
      }
      (await ask(there.as('kim'), id, 0, whole)).refused('not-found');
      (await ask(robin, randomUUID(), 0, whole)).refused('not-found');
      const now = (await declare(robin, id, 'all.txt', file.length)).success();
      expectEqual([now.received, now.ready], [0, false], 'what is there after refusals');
    },
  },
  {
    id: 'attachments/refused',
    title: 'What a file is, its content says; what is not taken is refused for good',
    requirements: ['ATT-6'],
    writes: true,
    async run(t) {
      const robin = (await t.namespace(team())).as('robin');
      for (const [name, file] of refusedFiles) {
        const id = randomUUID();
        (await send(robin, file, name, id)).refused('file-refused');
        (await declare(robin, id, name, file.length)).refused('file-refused');
        (await robin.ask('attachments.read', { attachment: id })).refused('not-found');
      }
    },
  },
  {
    id: 'attachments/taken',
    title: 'Pictures, PDF and text are taken, whatever their name says',
    requirements: ['ATT-6', 'ATT-8'],
    writes: true,
    async run(t) {
      const robin = (await t.namespace(team())).as('robin');
      for (const [file, mediaType] of [
        [bytesOf('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n'), 'application/pdf'],
        [bytesOf('a < b, Grüße, 漢字 🦉\n'), 'text/plain'],
        ...Object.values(pictures).map(({ bare, mediaType }) => [bare, mediaType] as const),
      ] as const) {
        const sent = await upload(robin, file, 'whatever.bin');
        expectEqual(sent.mediaType, mediaType, 'the media type');
      }
    },
  },
  {
    id: 'attachments/silent',
    title: 'A picture is kept without what was said in it and behind it, and shows the same',
    requirements: ['ATT-7'],
    writes: true,
    async run(t) {
      const robin = (await t.namespace(team())).as('robin');
      for (const [kind, { said, mediaType }] of Object.entries(pictures)) {
        const sent = await upload(robin, said, `said.${kind}`);
        expectEqual(sent.mediaType, mediaType, 'the media type');
        const content = Buffer.from(await contentOf(robin, sent.id));
        expect(!content.includes(secret), `the ${kind} still says what was said in it`);
      }
    },
  },
  {
    id: 'attachments/whole',
    title: 'The content has the size and the hash that the attachment says',
    requirements: ['ATT-8'],
    writes: true,
    async run(t) {
      const robin = (await t.namespace(team())).as('robin');
      for (const file of [lines(600_000), pictures.png.said]) {
        const { id, size, hash } = await upload(robin, file);
        const content = await contentOf(robin, id);
        expectEqual([content.length, hashOfBytes(content)], [size, hash], 'size and hash');
      }
    },
  },
  {
    id: 'attachments/saved',
    title: 'The content is to be saved under its name, and nothing else',
    requirements: ['ATT-9'],
    writes: true,
    async run(t) {
      const robin = (await t.namespace(team())).as('robin');
      const { id } = await upload(robin, 'text', 'Grüße "100%", \'v2\'.txt');
      const answer = await robin.ask('attachments.read', { attachment: id });
      answer.success();
      const header = (name: string) => answer.headers.get(name) ?? 'absent';
      expectEqual(header('Content-Type'), 'application/octet-stream', 'Content-Type');
      expectEqual(header('X-Content-Type-Options'), 'nosniff', 'X-Content-Type-Options');
      const policy = header('Content-Security-Policy');
      expect(/(^|;)\s*sandbox\s*(;|$)/.test(policy), `Content-Security-Policy is ${policy}`);
      const saved = header('Content-Disposition');
      const named = /^attachment;.*filename\*=UTF-8''([^;\s"']+)/i.exec(saved)?.[1] ?? '';
      expect(decodeURIComponent(named).startsWith('Grüße'), `Content-Disposition is ${saved}`);
    },
  },
);
