import type {
  Acknowledgement,
  AcknowledgementDraft,
  Assignment,
  CheckAttemptDraft,
  Discovery,
  Document,
  Image,
  Person,
  Policy,
  PolicyVersion,
  Reading,
  ReadingDraft,
  Term,
} from '@heed/sdk';
import { ModelChecks, type ModelCheck } from './checks.js';
import { canonical, createLog, hashOf } from './receipts.js';

/** A request the model backend received. */
export interface Received {
  method: string;
  /** Path with query, for example `/v1/assignments?policy=acceptable-use`. */
  path: string;
  key: string | null;
  body: unknown;
}

/** Answers in place of the model: return a response, throw a TypeError (network), or nothing to let it through. */
export type Fault = (request: Received) => Response | Promise<Response> | undefined;

/** What a policy needs to be added. Texts are by language. */
export interface Draft {
  id: string;
  version?: number;
  change?: string;
  material?: boolean;
  documents: Record<string, Pick<Document, 'title' | 'sections'>>;
  /** Absent: nothing is asked. */
  asks?: Pick<Assignment, 'asks'> &
    Partial<Pick<Assignment, 'dueAt' | 'state' | 'acknowledgedVersion' | 'everySection'>>;
  statement?: Record<string, string>;
  /** Comes before the acknowledgement. */
  check?: ModelCheck;
}

const problem = (status: number, code: string, detail?: string): Response =>
  new Response(
    JSON.stringify({
      type: `urn:heed:problem:${code}`,
      title: code,
      status,
      code,
      detail,
      requestId: 'req-1',
    }),
    { status, headers: { 'content-type': 'application/problem+json', 'x-request-id': 'req-1' } },
  );

const json = (body: unknown, status = 200): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });

const isOpen = (state: string): boolean => ['pending', 'started', 'overdue'].includes(state);

/** A backend inside the page that answers like the contract says, for tests. */
export class ModelBackend {
  readonly baseUrl = 'https://isms.test';
  readonly received: Received[] = [];
  readonly policies = new Map<string, Policy>();
  readonly versions = new Map<string, PolicyVersion[]>();
  /** By content hash. */
  readonly documents = new Map<string, Document>();
  /** By content hash. */
  readonly images = new Map<string, Image>();
  readonly assignments: Assignment[] = [];
  readonly acknowledgements: Acknowledgement[] = [];
  readonly checks = new ModelChecks();
  /** Absent: a backend from before there was a glossary. */
  terms: Term[] | undefined;
  /** By session id. */
  readonly readings = new Map<string, ReadingDraft>();
  fault: Fault | undefined;
  me: Person = {
    id: 'p-1',
    userName: 'erika',
    displayName: 'Erika Muster',
    emails: ['erika@isms.test'],
    groups: [],
    products: [],
    relation: 'employee',
    roles: [],
    active: true,
  };
  discovery: Discovery;

  constructor(private readonly log: Awaited<ReturnType<typeof createLog>>) {
    const { origin, key } = log;
    this.discovery = {
      contract: ['1.0'],
      profiles: ['core', 'evidence'],
      organisation: 'Muster AG',
      log: { origin, key },
    };
  }

  /** Publishes a version of a policy and assigns it when something is asked. */
  async publish(draft: Draft): Promise<Policy> {
    const { id, asks } = draft;
    const number = draft.version ?? 1;
    const documents = await Promise.all(
      Object.entries(draft.documents).map(async ([language, text]) => {
        const document: Document = { policy: id, version: number, language, ...text };
        const contentHash = await hashOf(document);
        this.documents.set(contentHash, document);
        const words = text.sections.reduce((sum, section) => sum + section.words, 0);
        return { language, title: text.title, contentHash, words };
      }),
    );
    const title = documents[0]!.title;
    const policy: Policy = {
      id,
      title,
      kind: 'policy',
      classification: 'internal',
      controls: ['A.5.10'],
      version: number,
      documents,
    };
    this.policies.set(id, policy);
    const earlier = (this.versions.get(id) ?? []).map((v) => ({ ...v, status: 'superseded' }));
    const version: PolicyVersion = {
      policy: id,
      number,
      status: 'published',
      material: draft.material ?? true,
      publishedAt: '2026-11-02T08:00:00.000Z',
      documents,
      ...(draft.change && { change: draft.change }),
    };
    this.versions.set(id, [version, ...earlier]);
    for (const old of this.assignments.filter((a) => a.policy.id === id && isOpen(a.state))) {
      this.assignments.splice(this.assignments.indexOf(old), 1);
    }
    if (asks) {
      const texts = draft.statement ?? { en: 'I will keep to this policy.' };
      this.assignments.push({
        id: `a-${id}-${number}`,
        person: this.me.id,
        policy: { id, title, kind: 'policy' },
        version: number,
        ...(draft.change && { change: draft.change }),
        pack: { id: 'everyone', title: 'Everyone' },
        documents,
        state: 'pending',
        since: '2026-11-02T08:00:00.000Z',
        ...(asks.asks !== 'display' && { statement: { hash: await hashOf(texts), texts } }),
        ...(draft.check && { check: { questions: draft.check.questions.length } }),
        ...asks,
      });
      if (draft.check) this.checks.ask(`a-${id}-${number}`, draft.check);
    }
    return policy;
  }

  /** Adds a picture; gives the name by which a text shows it. */
  async addImage(image: Image): Promise<string> {
    const contentHash = await hashOf(image);
    this.images.set(contentHash, image);
    return contentHash;
  }

  /** Records as the contract says, without HTTP. */
  async acknowledge(draft: AcknowledgementDraft): Promise<Acknowledgement> {
    const same = this.acknowledgements.find(
      (a) =>
        a.policy === draft.policy &&
        a.version === draft.version &&
        a.statementHash === draft.statementHash,
    );
    if (same) return same;
    const { policy, version, contentHash, language, statementHash, clientTime, method } = draft;
    const recordedAt = new Date().toISOString();
    const id = `ack-${this.acknowledgements.length + 1}`;
    const { id: person, userName, displayName } = this.me;
    const assignment = this.assignments.find((a) => a.policy.id === policy);
    const receipt = await this.log.receipt({
      id,
      tenant: 'test',
      person: { id: person, userName, displayName },
      policy: { id: policy, title: assignment?.policy.title ?? policy },
      version,
      contentHash,
      language,
      statement: { text: assignment?.statement?.texts[language] ?? '', hash: statementHash },
      recordedAt,
      clientTime,
      method,
    });
    const made = {
      id,
      person,
      policy,
      version,
      contentHash,
      language,
      statementHash,
      recordedAt,
      receipt,
    };
    this.acknowledgements.unshift(made);
    if (assignment)
      Object.assign(assignment, { state: 'acknowledged', since: recordedAt, acknowledgement: id });
    return made;
  }

  /** Give this to `createClient` as `fetch`. */
  readonly fetch: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    request.signal.throwIfAborted();
    const url = new URL(request.url);
    const text = await request.text();
    const received: Received = {
      method: request.method,
      path: url.pathname + url.search,
      key: request.headers.get('idempotency-key'),
      body: text ? (JSON.parse(text) as unknown) : undefined,
    };
    this.received.push(received);
    return (await this.fault?.(received)) ?? this.#answer(received, url);
  };

  async #answer({ method, body }: Received, url: URL): Promise<Response> {
    const at = url.pathname.split('/').slice(1).map(decodeURIComponent);
    const asked = url.searchParams;
    if (url.pathname === '/.well-known/isms') {
      return json({ ...(this.terms?.length && { terms: true }), ...this.discovery });
    }
    if (url.pathname === '/v1/me') return json(this.me);
    if (at[1] === 'assignments' && at[3] === 'check') {
      const check = this.checks.read(at[2]!);
      return check ? json(check) : problem(404, 'not-found');
    }
    if (at[1] === 'attempts') {
      const made = this.checks.record(at[2]!, body as CheckAttemptDraft);
      if (made?.passed) delete this.assignments.find(({ id }) => id === made.assignment)!.check;
      return made ? json(made) : problem(409, 'no-try-left');
    }
    if (at[1] === 'assignments') {
      const [policy, state] = [asked.get('policy'), asked.get('state')];
      return json({
        items: this.assignments
          .filter((a) => !policy || a.policy.id === policy)
          .filter((a) => !state || (state === 'open' ? isOpen(a.state) : a.state === state)),
      });
    }
    if (at[1] === 'acknowledgements') return this.#acknowledgements(method, at[2], body);
    if (at[1] === 'readings') {
      const draft = body as ReadingDraft;
      const known = this.readings.get(at[2]!);
      if (!known || known.sequence < draft.sequence) this.readings.set(at[2]!, draft);
      return json(this.#reading(draft.policy, draft.version));
    }
    if (at[1] === 'terms' && this.terms) return json({ items: this.terms });
    if (at[1] !== 'policies') return problem(404, 'not-found');
    const policy = this.policies.get(at[2] ?? '');
    if (!at[2]) return json({ items: [...this.policies.values()] });
    if (!policy) return problem(404, 'not-found');
    if (!at[3]) return json(policy);
    const versions = this.versions.get(policy.id)!;
    if (!at[4]) return json({ items: versions });
    const version = versions.find((v) => v.number === Number(at[4]));
    if (!version) return problem(404, 'not-found');
    if (!at[5]) return json(version);
    if (at[5] === 'reading') return json(this.#reading(policy.id, version.number));
    const stored = at[5] === 'images' ? this.images : this.documents;
    const found = stored.get(at[6] ?? '');
    if (!found) return problem(404, 'not-found');
    const headers = { 'content-type': 'application/json' };
    return new Response(canonical(found), { headers });
  }

  async #acknowledgements(
    method: string,
    id: string | undefined,
    body: unknown,
  ): Promise<Response> {
    if (method === 'GET' && !id) return json({ items: this.acknowledgements });
    if (method === 'GET') {
      const found = this.acknowledgements.find((a) => a.id === id);
      return found ? json(found) : problem(404, 'not-found');
    }
    const draft = body as AcknowledgementDraft;
    const policy = this.policies.get(draft.policy);
    if (!policy) return problem(404, 'not-found');
    if (policy.version !== draft.version) return problem(409, 'version-not-current');
    if (!policy.documents.some((d) => d.contentHash === draft.contentHash)) {
      return problem(409, 'content-mismatch');
    }
    return json(await this.acknowledge(draft), 201);
  }

  #reading(policy: string, version: number): Reading {
    const sittings = [...this.readings.values()].filter(
      (r) => r.policy === policy && r.version === version,
    );
    const seconds = new Map<string, number>();
    for (const { id, seconds: s } of sittings.flatMap((r) => r.sections)) {
      seconds.set(id, (seconds.get(id) ?? 0) + s);
    }
    const last = sittings.at(-1);
    return {
      policy,
      version,
      sections: [...seconds].map(([id, s]) => ({ id, seconds: s })),
      seconds: [...seconds.values()].reduce((a, b) => a + b, 0),
      methods: [...new Set(sittings.map((r) => r.method))],
      ...(last?.last && { last: { ...last.last, at: '2026-11-20T10:00:00.000Z' } }),
      ...(last?.furthest && { furthest: last.furthest }),
    };
  }
}

/** A model backend with an empty register. */
export const createBackend = async (): Promise<ModelBackend> => new ModelBackend(await createLog());

/** The page cannot be reached: what `fetch` does without a network. */
export const cut: Fault = () => {
  throw new TypeError('Failed to fetch');
};

/** A sign-in page answers in place of the backend, with 200. */
export const signInPage: Fault = () =>
  new Response('<!doctype html><title>Sign in</title>', {
    headers: { 'content-type': 'text/html' },
  });

/** The backend answers with a problem. */
export const answers =
  (status: number, code: string): Fault =>
  () =>
    problem(status, code);
