import { createClient, verifyReceipt, type AcknowledgementDraft, type Client } from '../index.js';
import { equal } from '../testing/equal.js';
import type { Handler } from './answers.js';
import { faulty, type FaultyNetwork } from './faulty.js';

/**
 * A real backend with an office in which everybody is asked to acknowledge `clean-desk`, in which there are two policies,
 * and where each check has a person of its own.
 */
export interface Backend {
  baseUrl: string;
  handler: Handler;
  token(userName: string): Promise<string>;
}

/** One person at one page, with a network that can go wrong. */
export interface Page {
  isms: Client;
  network: FaultyNetwork;
  /** How often the host was asked for another token. */
  refreshed(): number;
  draft: AcknowledgementDraft;
}

/** Opens the page in fair weather. */
export async function openPage(backend: Backend, userName: string): Promise<Page> {
  const network = faulty(backend.handler);
  let refreshed = 0;
  const isms = createClient({
    baseUrl: backend.baseUrl,
    fetch: network.fetch,
    getToken: ({ refresh }) => {
      refreshed += Number(refresh);
      return backend.token(userName);
    },
  });
  const { items } = await isms.assignments.list.page({ state: 'open' });
  const { policy, version, documents, statement } = items.find(
    (one) => one.policy.id === 'clean-desk',
  )!;
  const draft: AcknowledgementDraft = {
    policy: policy.id,
    version,
    contentHash: documents[0]!.contentHash,
    language: documents[0]!.language,
    statementHash: statement!.hash,
    clientTime: new Date().toISOString(),
    method: 'visual',
  };
  return { isms, network, refreshed: () => refreshed, draft };
}

/** A kind of call: what of it is hit, how it is made, and what holds when all is well again. */
export interface Call {
  hits(request: Request): boolean;
  make(page: Page): Promise<unknown>;
  /** Throws when something is missing or there twice. */
  check(page: Page, value: unknown): Promise<void>;
}

const path = (request: Request) => new URL(request.url).pathname;

async function recordedOnce({ isms, draft }: Page): Promise<void> {
  const found = [];
  for await (const one of isms.acknowledgements.list()) found.push(one);
  equal(found.length, 1, 'acknowledgements');
  const { record } = await verifyReceipt(found[0]!.receipt);
  equal(record['contentHash'], draft.contentHash, 'text in the receipt');
}

const session = (page: Page) => page.draft.clientTime.replace(/\W/g, '-');

const report = (page: Page, sequence: number, seconds: number) =>
  page.isms.readings.record({
    session: session(page),
    policy: page.draft.policy,
    version: page.draft.version,
    language: page.draft.language,
    contentHash: page.draft.contentHash,
    sequence,
    startedAt: new Date(Date.parse(page.draft.clientTime) - 60_000).toISOString(),
    method: 'visual',
    sections: [{ id: 'aim', seconds }],
  });

/** Each kind of call that a page makes. */
export const calls: { readonly [kind: string]: Call } = {
  read: {
    hits: (request) => path(request).endsWith('/policies/travel'),
    make: ({ isms }) => isms.policies.read({ policy: 'travel' }),
    check: async (_, value) => equal((value as { id: string }).id, 'travel'),
  },
  'list, at its second page': {
    hits: (request) => request.url.includes('cursor='),
    make: async ({ isms }) => {
      const ids = [];
      for await (const { id } of isms.policies.list({ limit: 1 })) ids.push(id);
      return ids.sort();
    },
    check: async (_, ids) => equal(ids, ['clean-desk', 'travel']),
  },
  'keyed act': {
    hits: (request) => request.method === 'POST',
    make: ({ isms, draft }) => isms.acknowledgements.create(draft, { key: draft.clientTime }),
    check: async (page) => {
      await recordedOnce(page);
      equal(new Set(page.network.sent.map(({ key }) => key).filter(Boolean)).size, 1, 'keys');
    },
  },
  'repeated report': {
    hits: (request) => request.method === 'PUT',
    make: async (page) => {
      await report(page, 1, 5);
      return report(page, 2, 9);
    },
    check: async ({ isms, draft }) => {
      const { sections } = await isms.readings.read(draft);
      equal(sections, [{ id: 'aim', seconds: 9 }], 'reading');
    },
  },
};

/** The act in the outbox, whose repetitions are its own. */
export const queued = {
  hits: calls['keyed act']!.hits,
  check: recordedOnce,
};
