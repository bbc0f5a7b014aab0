import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { contract, mediaTypes, type Endpoint } from '@heed/contract';
import type { Client } from '../index.js';

const folder = new URL('../../../contract/golden/', import.meta.url);

/** The text of a golden example. */
export const golden = (name: string): string => readFileSync(new URL(name, folder), 'utf8');

/** The value of a golden example. */
export const goldenJson = <T>(name: string): T => JSON.parse(golden(name)) as T;

/** An endpoint with its golden answer; every endpoint of the contract has one. */
export interface Example {
  noun: string;
  verb: string;
  endpoint: Endpoint;
  status: number;
  /** The golden answer: JSON as text, or the text. */
  text: string;
}

/** Every endpoint of the contract that answers at once; a stream of events has tests of its own. */
export const examples: readonly Example[] = Object.entries(contract).flatMap(([noun, verbs]) =>
  Object.entries<Endpoint>(verbs).flatMap(([verb, endpoint]) => {
    const [status, answer] = Object.entries(endpoint.answers).at(-1)!;
    if (answer === 'events') return [];
    const text = golden(`${noun}.${verb}.${status}.${typeof answer === 'string' ? 'txt' : 'json'}`);
    return [{ noun, verb, endpoint, status: Number(status), text }];
  }),
);

/** The media type of an answer. */
export const typeOf = ({ endpoint, status }: Example): string => {
  const answer = endpoint.answers[status]!;
  return typeof answer === 'string' ? mediaTypes[answer] : 'application/json';
};

/** What a method makes of the text of an answer. */
export const understood = ({ endpoint, status }: Example, text: string): unknown => {
  const answer = endpoint.answers[status];
  if (answer === 'bytes') return new TextEncoder().encode(text);
  return answer === 'text' ? text : JSON.parse(text);
};

/** What the method of an endpoint is given so that this text is its answer. */
export function inputOf({ noun, verb, endpoint }: Example, text: string): object {
  const hash = `sha256:${createHash('sha256').update(text).digest('hex')}`;
  const named = [...endpoint.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
  return {
    ...(endpoint.guarded && { revision: '1' }),
    ...(endpoint.bytes && { bytes: new TextEncoder().encode('hello') }),
    ...(endpoint.body && goldenJson<object>(`${noun}.${verb}.request.json`)),
    ...Object.fromEntries(named.map((name) => [name, name === 'contentHash' ? hash : '1'])),
  };
}

/** A method as a test calls it without knowing which: a list has pages. */
export type AnyMethod = ((input: object) => unknown) & {
  page?: (input: object) => Promise<unknown>;
};

/** The method of an endpoint. */
export function methodOf(isms: Client, noun: string, verb: string): AnyMethod {
  const method = (isms as unknown as Record<string, Record<string, AnyMethod>>)[noun]?.[verb];
  if (!method) throw new Error(`The client has no ${noun}.${verb}.`);
  return method;
}

/** The answer of a call, of a list its first page. */
export const callOf = async (isms: Client, example: Example, text: string): Promise<unknown> => {
  const method = methodOf(isms, example.noun, example.verb);
  return (method.page ?? method)(inputOf(example, text));
};
