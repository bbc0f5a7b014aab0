import { mediaTypes, type Endpoint, type Input, type Output } from '@heed/contract';
import { Answer } from './answer.js';
import { Skip, Unmet } from './check.js';
import { endpointOf, requestOf, type EndpointName, type EndpointOf } from './endpoints.js';
import { exchange, listen, type Exchange } from './exchange.js';
import type { EventStream } from './stream.js';

type InputOf<N extends EndpointName> =
  EndpointOf<N> extends infer E extends Endpoint ? Input<E> : never;
type OutputOf<N extends EndpointName> =
  EndpointOf<N> extends infer E extends Endpoint ? Output<E> : never;

/** Headers besides those that every request has; undefined leaves one of those out. */
export type Extra = Readonly<Record<string, string | undefined>>;

/** Somebody who talks to the backend, or nobody. */
export class Session {
  constructor(
    readonly baseUrl: string,
    readonly token: string | undefined,
    private readonly witness: (exchange: Exchange) => void,
    private readonly readOnly = false,
  ) {}

  /** Asks an endpoint of the contract. */
  async ask<N extends EndpointName>(
    name: N,
    input: InputOf<N>,
    headers: Extra = {},
  ): Promise<Answer<OutputOf<N>>> {
    return this.try(name, input as Record<string, unknown>, headers) as Promise<
      Answer<OutputOf<N>>
    >;
  }

  /** Asks an endpoint with what may not fit it. */
  async try(
    name: EndpointName,
    input: Readonly<Record<string, unknown>>,
    headers: Extra = {},
    method?: string,
  ): Promise<Answer<unknown>> {
    const endpoint = endpointOf(name);
    const { path, body } = requestOf(endpoint, input);
    const { revision } = input;
    const guard = endpoint.guarded && revision !== undefined;
    const all = { ...(guard && { 'If-Match': `"${String(revision)}"` }), ...headers };
    return this.send(method ?? endpoint.method, path, body, all, endpoint);
  }

  /** Sends anything. */
  async send(
    method: string,
    path: string,
    body?: string | Uint8Array,
    extra: Extra = {},
    endpoint?: Endpoint,
  ): Promise<Answer<unknown>> {
    if (this.readOnly && !['GET', 'HEAD'].includes(method)) {
      throw new Skip(`It sends ${method}, and the run is read-only.`);
    }
    const all: Extra = {
      Authorization: this.token && `Bearer ${this.token}`,
      'Content-Type':
        body === undefined ? undefined : endpoint?.bytes ? mediaTypes.bytes : 'application/json',
      ...extra,
    };
    const headers = Object.fromEntries(
      Object.entries(all).filter((each): each is [string, string] => each[1] !== undefined),
    );
    const url = this.baseUrl + path;
    const streams = endpoint?.answers[200] === 'events';
    const found = await exchange({
      ...{ method, url, headers, streams },
      ...(body !== undefined && { body }),
    });
    this.witness(found);
    return new Answer(found, endpoint);
  }

  /** Opens the stream of events, from the event of that id on. Fails the check when it does not open. */
  async listen(lastEventId?: string): Promise<EventStream> {
    const url = this.baseUrl + endpointOf('events.stream').path;
    const { head, stream } = await listen(url, {
      Accept: 'text/event-stream',
      ...(this.token !== undefined && { Authorization: `Bearer ${this.token}` }),
      ...(lastEventId !== undefined && { 'Last-Event-ID': lastEventId }),
    });
    this.witness(head);
    const answer = new Answer(head, endpointOf('events.stream'));
    answer.success();
    if (stream) return stream;
    throw new Unmet(`${answer.said} with a body that is no stream of events`);
  }

  /** Every item of a list, page after page. Fails the check when it does not end. */
  async all<N extends EndpointName>(
    name: N,
    input: InputOf<N>,
  ): Promise<OutputOf<N> extends { items: (infer I)[] } ? I[] : never> {
    const items: unknown[] = [];
    let cursor: string | undefined;
    for (let pages = 0; pages < 200; pages++) {
      const more = { limit: 200, ...(input as object), ...(cursor !== undefined && { cursor }) };
      const page = (await this.try(name, more)).success() as { items: unknown[]; next?: string };
      items.push(...page.items);
      cursor = page.next;
      if (cursor === undefined) break;
    }
    return items as never;
  }
}
