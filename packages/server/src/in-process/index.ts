/**
 * For the tests of those who use a backend: the real one, within the process of the test.
 *
 * @packageDocumentation
 */
export type { Setup } from '@heed/contract/setup';
export { office } from './office.js';
export { openBackend, type InProcessBackend, type InProcessOptions } from './open.js';
