import type { Endpoint } from '@heed/contract';
import {
  decisions,
  insiders,
  outsiders,
  type EndpointName,
  type Outcome,
  type Whose,
} from './decisions.js';

/** One request by one person, and what the answer has to be. */
export interface Cell {
  name: EndpointName;
  endpoint: Endpoint;
  whose: Whose;
  caller: string;
  expected: Outcome;
}

/** Everybody who asks, in the order of the columns. */
export const callers: readonly string[] = [...Object.keys(outsiders), ...insiders];

function expectedOf(endpoint: Endpoint, row: readonly Outcome[], caller: string): Outcome {
  const column = insiders.findIndex((each) => each === caller);
  if (column >= 0) return row[column] as Outcome;
  return endpoint.access.who === 'anyone' ? 'sees' : outsiders[caller as keyof typeof outsiders];
}

/** All cells of an endpoint, row by row. */
export function cellsOf([name, endpoint]: readonly [EndpointName, Endpoint]): Cell[] {
  return Object.entries(decisions[name]).flatMap(([whose, row]) =>
    callers.map((caller) => ({
      name,
      endpoint,
      whose: whose as Whose,
      caller,
      expected: expectedOf(endpoint, row, caller),
    })),
  );
}
