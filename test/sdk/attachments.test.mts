// A file sent over lines that break, to the real backend.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { createClient, ProblemError } from '@heed/sdk';
import { openBackend, type InProcessBackend } from '@heed/server/testing';

const partSize = 256 * 1024;
const fileOf = (bytes: number) => randomBytes(bytes / 2).toString('hex');

describe('upload', () => {
  let backend: InProcessBackend;
  before(async () => {
    backend = await openBackend();
  });
  after(() => backend.close());

  const client = (through: typeof fetch = backend.fetch) =>
    createClient({
      ...{ baseUrl: backend.baseUrl, fetch: through, storage: 'memory' },
      getToken: () => backend.token('ann'),
    });

  it('tells how much has arrived, and gives back what was sent', async () => {
    const text = fileOf(2 * partSize + 10);
    const told: number[] = [];
    const isms = client();
    const sent = await isms.attachments.upload(new File([text], 'all.txt'), {
      onProgress: (received) => told.push(received),
    });
    assert.deepEqual([sent.name, sent.size, sent.ready], ['all.txt', text.length, true]);
    assert.deepEqual(told, [0, partSize, 2 * partSize, text.length]);
    const bytes = await isms.attachments.read({ attachment: sent.id });
    assert.equal(new TextDecoder().decode(bytes), text);
  });

  it('goes on where it was interrupted, byte for byte, wherever that was', async () => {
    const text = fileOf(4 * partSize);
    // Before and after every request: what was lost may have arrived.
    for (let lost = 0; lost < 10; lost++) {
      let requests = 0;
      const attachment = `interrupted-${lost}`;
      const broken = new Error('The line is dead.');
      const gone = new AbortController();
      const breaking = client(async (...given: Parameters<typeof fetch>) => {
        const isHere = Math.floor(lost / 2) === requests++;
        if (isHere && lost % 2 === 0) gone.abort(broken);
        gone.signal.throwIfAborted();
        const answer = await backend.fetch(...given);
        if (isHere) gone.abort(broken);
        gone.signal.throwIfAborted();
        return answer;
      });
      const file = new Blob([text]);
      await assert.rejects(
        breaking.attachments.upload(file, { attachment, name: 'a.txt', signal: gone.signal }),
        broken,
      );
      let parts = 0;
      const whole = client((...given: Parameters<typeof fetch>) => {
        parts += Number((given[0] as Request).url.includes('/parts/'));
        return backend.fetch(...given);
      });
      const sent = await whole.attachments.upload(file, { attachment, name: 'a.txt' });
      assert.ok(parts <= 4 - Math.max(0, Math.floor((lost - 1) / 2)), `${lost}: ${parts} parts`);
      const bytes = await whole.attachments.read({ attachment: sent.id });
      assert.equal(new TextDecoder().decode(bytes), text);
    }
  });

  it('says why a file is not taken, and that there is no such file', async () => {
    const isms = client();
    const refused = (code: string) => (error: unknown) =>
      error instanceof ProblemError && error.code === code;
    const svg = new File(['<svg/>'], 'logo.svg');
    await assert.rejects(isms.attachments.upload(svg), refused('file-refused'));
    await assert.rejects(isms.attachments.upload(new Blob([])), refused('invalid'));
    await assert.rejects(isms.attachments.read({ attachment: 'none' }), refused('not-found'));
  });

  it('takes a name of any length', async () => {
    const sent = await client().attachments.upload(new File(['x'], `${'🦉'.repeat(300)}.txt`));
    assert.match(sent.name, /^(🦉)+\.txt$/u);
  });
});
