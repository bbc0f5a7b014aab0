import type { ServerResponse } from 'node:http';
import { contract, type Endpoint, type ProblemCode } from '@heed/contract';
import { Hono } from 'hono';
import { holds, type Caller } from '../identity/caller.js';
import type { Opens } from '../events/feed.js';
import { successAnswer, type Success } from './answer.js';
import { eventHeaders } from './event-answer.js';
import { Failure } from './failure.js';
import type { Handlers } from './handlers.js';
import { readInput } from './input.js';
import type { Limits } from './limits.js';

/** What travels with a request through the app. */
export interface Env {
  Variables: {
    requestId: string;
    /** The network address that the request counts for. */
    address: string | undefined;
    /** The endpoint that was found, by its name in the contract and its path with placeholders. */
    endpoint?: { name: string; route: string };
    /** What the answer goes on with when its head is complete. */
    opens?: Opens;
    /** Code of the problem that is the answer. */
    problem?: ProblemCode;
  };
  /** From the Node adapter; absent elsewhere. */
  Bindings: {
    incoming?: { socket: { remoteAddress?: string | undefined } };
    outgoing?: ServerResponse;
  };
}

/** The caller whom the bearer token names. Fails with not-signed-in, unknown-person or unavailable. */
export type Identify = (request: Request) => Promise<Caller>;

/** A handler as the binder sees it: the contract has already tied its types together. */
type Loose = (call: unknown) => Promise<Success | { status: number; opens: Opens }>;

/** An endpoint of the contract with its name (`acknowledgements.create`) and handler. */
interface Bound {
  name: string;
  endpoint: Endpoint;
  handler: Loose;
}

function boundEndpoints(handlers: Handlers): Bound[] {
  const loose = handlers as unknown as Record<string, Record<string, Loose>>;
  return Object.entries(contract).flatMap(([noun, verbs]) =>
    Object.entries<Endpoint>(verbs).map(([verb, endpoint]) => {
      const handler = loose[noun]?.[verb];
      if (!handler) throw new Error(`The contract's ${noun}.${verb} has no handler.`);
      return { name: `${noun}.${verb}`, endpoint, handler };
    }),
  );
}

const nobody: readonly ProblemCode[] = ['not-signed-in', 'unknown-person'];

function admit(endpoint: Endpoint, caller: Caller): void {
  const { who } = endpoint.access;
  if (typeof who === 'string' || holds(caller, who)) return;
  throw new Failure('forbidden', `This is for the roles ${who.join(' and ')}; you hold neither.`);
}

function idempotencyKey(endpoint: Endpoint, request: Request): string {
  const key = request.headers.get('Idempotency-Key') ?? '';
  if (!endpoint.keyed || /^[\x21-\x7e]{1,255}$/.test(key)) return key;
  throw new Failure(
    'idempotency-key-missing',
    'Send an Idempotency-Key header of 1 to 255 visible characters, new for every act and the same for every retry.',
  );
}

/** The revision that `If-Match` names: empty where it names none, which is never the one that is there. */
function revisionOf(endpoint: Endpoint, request: Request): string {
  if (!endpoint.guarded) return '';
  const header = request.headers.get('If-Match');
  if (header !== null) return /^\s*"([^"]+)"\s*$/.exec(header)?.[1] ?? '';
  throw new Failure(
    'precondition-required',
    'Send If-Match with the ETag of what you change, so that nobody’s change is lost. Nothing was changed.',
  );
}

/** Recognises the caller and counts the request: for the person, or for the address when there is none. */
async function recognise(
  endpoint: Endpoint,
  request: Request,
  address: string | undefined,
  { identify, limits }: { identify: Identify; limits: Limits },
): Promise<Caller | undefined> {
  if (endpoint.access.who === 'anyone') {
    limits.unsigned(address);
    if (endpoint.anonymous) limits.code(address);
    return undefined;
  }
  try {
    const caller = await identify(request);
    const kind = endpoint.method === 'GET' ? 'reads' : 'acts';
    limits.person(`${caller.tenant} ${caller.person.id}`, kind);
    return caller;
  } catch (error) {
    const isNobody = error instanceof Failure && nobody.includes(error.code);
    if (isNobody) limits.unsigned(address);
    throw error;
  }
}

/** Mounts every endpoint of the contract; an address answers other methods with 405 and `Allow`. */
export function bind(
  app: Hono<Env>,
  handlers: Handlers,
  gate: { identify: Identify; limits: Limits },
): void {
  const all = boundEndpoints(handlers);
  const paths = new Set(all.map(({ endpoint }) => endpoint.path));
  for (const path of paths) {
    const bounds = all.filter(({ endpoint }) => endpoint.path === path);
    app.all(path.replaceAll(/\{(\w+)\}/g, ':$1'), async (c) => {
      const request = c.req.raw;
      const method = request.method === 'HEAD' ? 'GET' : request.method;
      const bound = bounds.find(({ endpoint }) => endpoint.method === method);
      if (!bound) {
        const allow = bounds.map(({ endpoint }) => endpoint.method).join(', ');
        throw new Failure('method-not-allowed', `Use ${allow} at this address.`, {
          headers: { Allow: allow },
        });
      }
      const { name, endpoint, handler } = bound;
      c.set('endpoint', { name, route: path });
      const caller = await recognise(endpoint, request, c.get('address'), gate);
      if (caller) admit(endpoint, caller);
      const key = idempotencyKey(endpoint, request);
      const revision = revisionOf(endpoint, request);
      const input = await readInput(endpoint, request, c.req.param());
      const after = request.headers.get('Last-Event-ID') ?? undefined;
      const requestId = c.get('requestId');
      const answer = await handler({ ...input, caller, key, revision, after, requestId });
      if ('opens' in answer) {
        if (request.method !== 'HEAD') c.set('opens', answer.opens);
        return new Response(null, { status: answer.status, headers: eventHeaders });
      }
      return successAnswer(endpoint, answer, request);
    });
  }
}
