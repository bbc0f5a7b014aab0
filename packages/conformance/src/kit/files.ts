import { createHash, randomUUID } from 'node:crypto';
import type { Attachment } from '@heed/contract';
import type { Answer } from './answer.js';
import { expect, expectEqual } from './check.js';
import type { Session } from './session.js';

/** `sha256:` and the hash of bytes. */
export const hashOfBytes = (bytes: Uint8Array): string =>
  `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

/** A text as bytes. */
export const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

/** Sends one part of a file; what comes is not looked at. */
export function sendPart(
  session: Session,
  attachment: string,
  file: Uint8Array,
  { part, partSize }: { part: number; partSize: number },
): Promise<Answer<Attachment>> {
  const bytes = new Uint8Array(file.slice(part * partSize, (part + 1) * partSize));
  return session.ask('uploads.record', { attachment, part, bytes });
}

/** Sends a file, all parts in order; what comes for the last one is not looked at. */
export async function send(
  session: Session,
  file: Uint8Array,
  name = 'notes.txt',
  attachment: string = randomUUID(),
): Promise<Answer<Attachment>> {
  const declared = { attachment, name, size: file.length };
  const { partSize } = (await session.ask('attachments.record', declared)).success();
  expect(partSize >= 1 && partSize <= 262_144, `partSize is ${partSize}`);
  const last = Math.ceil(file.length / partSize) - 1;
  for (let part = 0; part < last; part++) {
    (await sendPart(session, attachment, file, { part, partSize })).success();
  }
  return sendPart(session, attachment, file, { part: last, partSize });
}

/** Sends a file. Fails the check when it is not ready then. */
export async function upload(
  session: Session,
  file: Uint8Array | string,
  name?: string,
): Promise<Attachment> {
  const bytes = typeof file === 'string' ? bytesOf(file) : file;
  const sent = (await send(session, bytes, name)).success();
  expectEqual(sent.ready, true, 'ready, when every part is there');
  return sent;
}

/** The content of an attachment. Fails the check when it is not answered. */
export async function contentOf(session: Session, attachment: string): Promise<Uint8Array> {
  return (await session.ask('attachments.read', { attachment })).success();
}
