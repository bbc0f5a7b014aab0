import { readSeldom, type Wire } from '@heed/contract/wire';
import type { UploadOptions } from './attachments/upload.js';
import { prepare, type CallOptions } from './calls.js';
import { loaded } from './loaded.js';
import type { Transport } from './transport.js';

/** Calls an endpoint that few pages ask for. */
export async function ask(
  transport: Transport,
  baseUrl: string,
  [noun, verb]: readonly [noun: string, verb: string],
  input?: object,
  options?: CallOptions & UploadOptions,
): Promise<unknown> {
  const files = () => loaded(import('./attachments/upload.js'));
  const call = (other: string, of: string, given?: object, more?: CallOptions) =>
    ask(transport, baseUrl, [other, of], given, more);
  if (verb === 'upload') return (await files()).upload(call, input as Blob, options);
  const rest = await loaded(readSeldom());
  const wire = (rest as unknown as Record<string, Record<string, Wire>>)[noun]?.[verb];
  if (!wire) {
    const reporting = await loaded(import('./reporting.js'));
    return reporting.ask(transport, baseUrl, [noun, verb], input, options);
  }
  const made = prepare(baseUrl, wire, input, options);
  const isFile = wire.bytes || wire.answers[200] === 'bytes';
  return isFile ? (await files()).carry(transport, made) : transport.request(made);
}
