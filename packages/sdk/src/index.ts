/**
 * The typed client for any backend that implements the Heed contract.
 *
 * @packageDocumentation
 */
export type * from '@heed/contract';
export type { Verification, VerifyOptions } from '@heed/evidence';
export type { Upload, UploadOptions } from './attachments/upload.js';
export type { CallOptions, Given } from './calls.js';
export { createClaimCode } from './claim-code.js';
export { createClient, type Client, type ClientOptions, type Method } from './client.js';
export type { Copies } from './device/copies.js';
export type { Device } from './device/device.js';
export { AuthError } from './errors/auth-error.js';
export { ContractError } from './errors/contract-error.js';
export type { IsmsError } from './errors/errors.js';
export { NetworkError } from './errors/network-error.js';
export { NotIsmsError } from './errors/not-isms-error.js';
export { ProblemError } from './errors/problem-error.js';
export { StorageError } from './errors/storage-error.js';
export type { LiveEvent, Stream, StreamOptions } from './events/live-event.js';
export type { Hooks } from './hooks.js';
export type { List } from './lists.js';
export { OutboxChangeEvent, type OutboxEntry } from './outbox/entry.js';
export { Outbox } from './outbox/outbox.js';
export { verifyReceipt } from './receipts.js';
export type { GetToken } from './tokens.js';
