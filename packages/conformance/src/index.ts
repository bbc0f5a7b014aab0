/**
 * The conformance kit: tries a backend over HTTP and tells which requirements of the contract hold.
 *
 * @packageDocumentation
 */
export { all } from './all.js';
export { Config, ConfigError, People, readConfig } from './config.js';
export type { Check } from './kit/check.js';
export type { Exchange } from './kit/exchange.js';
export { requirements, type Stated } from './kit/requirements.js';
export { count, type Outcome, type Run, type Status } from './kit/result.js';
export { run, type Progress } from './kit/runner.js';
