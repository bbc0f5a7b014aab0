import type { Attachment } from '@heed/contract';
import { createKey, type CallOptions } from '../calls.js';
import { ContractError } from '../errors/contract-error.js';

export { carry } from './carry.js';

/** What an upload takes beside the file. */
export interface UploadOptions {
  /** Id of the attachment; a new one when absent. With that of an upload that was interrupted it goes on from there. */
  attachment?: string | undefined;
  /** The name, where the file has none of its own. */
  name?: string | undefined;
  /** Interrupts the upload; it then throws the reason of the signal. What has arrived stays with the backend for a while. */
  signal?: AbortSignal | undefined;
  /** Hears how many bytes have arrived, of how many. */
  onProgress?: ((received: number, size: number) => void) | undefined;
}

/**
 * Sends a file; resolves when it is ready to be named. Rejects as every call does: the problem file-refused says why it is
 * not taken.
 */
export type Upload = (file: Blob, options?: UploadOptions) => Promise<Attachment>;

type Ask = (noun: string, verb: string, input: object, options: CallOptions) => Promise<unknown>;

/** Sends a file in parts, one after the other, from the first that the backend does not have. */
export async function upload(
  ask: Ask,
  file: Blob & { name?: string },
  { attachment = createKey(), name = file.name || 'file', signal, onProgress }: UploadOptions = {},
): Promise<Attachment> {
  const { size } = file;
  const record = async (noun: string, input: object): Promise<Attachment> => {
    const now = (await ask(noun, 'record', { attachment, ...input }, { signal })) as Attachment;
    onProgress?.(now.ready ? size : now.received, size);
    return now;
  };
  let now = await record('attachments', { name: shortened(name), size });
  while (!now.ready) {
    const { received, partSize } = now;
    const part = Math.floor(received / partSize);
    const piece = file.slice(part * partSize, (part + 1) * partSize);
    const bytes = new Uint8Array(await piece.arrayBuffer());
    signal?.throwIfAborted();
    now = await record('uploads', { part, bytes });
    if (!now.ready && now.received <= received) {
      throw new ContractError({ message: 'The backend takes parts of the file and keeps none.' });
    }
  }
  return now;
}

/** A longer name than the contract takes, without its middle: its ending says what it is. */
function shortened(name: string): string {
  const points = [...name];
  return name.length > 255 ? [...points.slice(0, 100), ...points.slice(-25)].join('') : name;
}
