import type { EndpointName } from '../kit/endpoints.js';
import type { Asker, Whose } from '../kit/things.js';
import type { Trial } from '../kit/trial.js';

/** `yes`: answered. `none`: answered with an empty list. Otherwise the refusal. */
export type Cell =
  'yes' | 'none' | 'not-found' | 'forbidden' | 'statement-mismatch' | 'not-open-for-this';

/** What an endpoint answers to each role, in the order of {@link columns}, by whose the thing is. */
export interface Row<T> {
  name: EndpointName;
  requirements: readonly [string, ...string[]];
  /** What there is, by who asks and whose it is. */
  things(t: Trial): Promise<(role: Asker, whose: Whose) => T>;
  /** What is asked for, made from what there is. */
  input(things: T): Record<string, unknown>;
  cells: Partial<Record<Whose, readonly [Cell, Cell, Cell, Cell]>>;
}

/** Who asks. */
export const columns = ['staff', 'supplier', 'isms-manager', 'auditor'] as const;

/** The words of a cell. */
export const [yes, none, lost, shut] = ['yes', 'none', 'not-found', 'forbidden'] as const;
/** Not there, whoever asks. */
export const nobody = [lost, lost, lost, lost] as const;
/** There for who oversees alone. */
export const overseers = [lost, lost, yes, yes] as const;
/** There for everybody. */
export const everybody = [yes, yes, yes, yes] as const;
/** For who oversees, and said to be. */
export const managed = [shut, shut, yes, yes] as const;
