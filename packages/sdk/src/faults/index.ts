/**
 * For the tests of those who use the SDK: a network on which things go wrong when they are asked to.
 *
 * @packageDocumentation
 */
export type { Handler } from './answers.js';
export type { Aim, Fault } from './fault.js';
export { faulty, type FaultyNetwork, type Sent } from './faulty.js';
