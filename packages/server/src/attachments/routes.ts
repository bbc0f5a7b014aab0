import type { Attachment } from '@heed/contract';
import type { Backend } from '../backend.js';
import type { Routes } from '../http/handlers.js';
import { openAttachment } from './open.js';
import { declare, take, type Received } from './receive.js';
import { readPiece } from './records.js';
import { noAttachment, partSize, partsIn, savedAs } from './rules.js';

function body({ attachment, received }: Received): Attachment {
  const { id, name, size, state, mediaType, hash } = attachment;
  return {
    ...{ id, name, size, partSize, received, ready: state === 'ready' },
    ...(mediaType !== null && { mediaType }),
    ...(hash !== null && { hash }),
  };
}

/** `PUT /v1/attachments/{attachment}`, and its content. */
export function attachmentRoutes(backend: Backend): Routes<'attachments'> {
  const { db } = backend;
  return {
    async record({ caller, params, body: draft }) {
      return { status: 200, body: body(await declare(backend, caller, params.attachment, draft)) };
    },
    async read({ caller, params }) {
      const { id, name, size, hash } = await openAttachment(backend, caller, params.attachment);
      let number = 0;
      const piece = async () => {
        if (number >= partsIn(size)) return undefined;
        const bytes = await readPiece(db, caller.tenant, id, number++);
        // Withdrawn while it was read: an answer that ends as if it were whole would be worse.
        if (!bytes) throw noAttachment();
        return bytes;
      };
      return { status: 200, pieces: piece, size, etag: `"${hash}"`, headers: savedAs(name) };
    },
  };
}

/** `PUT /v1/attachments/{attachment}/parts/{part}` */
export function uploadRoutes(backend: Backend): Routes<'uploads'> {
  return {
    async record({ caller, params: { attachment, part }, body: bytes }) {
      return { status: 200, body: body(await take(backend, caller, attachment, { part, bytes })) };
    },
  };
}
