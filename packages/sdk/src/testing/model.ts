import type {
  AcknowledgementDraft,
  AnswerDraft,
  IncidentDraft,
  CompletionDraft,
  MessageDraft,
  ReadingDraft,
  StepDraft,
  TaskDraft,
} from '@heed/contract';
import { person } from './fixtures.js';

/** What happens to one request of the model backend. */
export type Fault =
  | { status: number; code: string; retryAfter?: number }
  /** The backend does its work and the answer never arrives. */
  | 'answer lost'
  /** The request never arrives. */
  | 'no network'
  /** A login page answers with status 200. */
  | 'login page';

const never = new Promise<never>(() => {});

/**
 * A tab that dies at its nth step towards the outside: each request before it arrives, each answer
 * before it is received, each use of the storage. Between two steps nothing is observable.
 */
export class Tab {
  steps = 0;
  #dead = false;

  constructor(readonly diesAt = Infinity) {}

  get dead(): boolean {
    return this.#dead;
  }

  /** Whether the tab lives to take the step. */
  step(): boolean {
    this.steps += 1;
    if (this.steps >= this.diesAt) this.#dead = true;
    return !this.#dead;
  }
}

/**
 * A backend that knows acknowledgements by their key alone: an act that is sent under a second key
 * is recorded twice, so that tests see it.
 */
export class Model {
  /** Faults by `<method> <path>`, used up one by one. */
  faults: { [request: string]: Fault[] } = {};
  requests: { line: string; token: string; key: string | null; body: unknown }[] = [];
  records = new Map<string, { person: string; body: AcknowledgementDraft }>();
  readings = new Map<string, { person: string; body: ReadingDraft }>();
  /** In the order in which they came. */
  messages = new Map<string, { person: string; body: MessageDraft }>();
  /** Who said so, by the id of the alert. */
  completions = new Map<string, string[]>();
  /** What alerts say now, by id, where that was changed: completions of other words are refused. */
  textHashes = new Map<string, string>();
  /** Everything that was asked, and every step, in the order in which they came. */
  asked: { id: string; body: TaskDraft | StepDraft }[] = [];
  /** Every report and answer, in the order in which they came. */
  reported: { id: string; body: IncidentDraft | AnswerDraft }[] = [];
  /** Changes the record before it is put into a receipt. */
  forge: (record: Record<string, unknown>) => object = (record) => record;

  /** The fetch of a tab. A token `alice.2` belongs to `alice`. */
  fetch(tab = new Tab()): typeof fetch {
    return async (input, init) => {
      if (!tab.step()) return never;
      const request = new Request(input, init);
      const answer = await this.#answer(request);
      if (!tab.step()) return never;
      if (!answer) throw new TypeError('fetch failed');
      return answer;
    };
  }

  /** Everything recorded for a person. */
  of(id: string): AcknowledgementDraft[] {
    return [...this.records.values()].filter((r) => r.person === id).map(({ body }) => body);
  }

  async #answer(request: Request): Promise<Response | undefined> {
    const path = new URL(request.url).pathname;
    const line = `${request.method} ${path}`;
    const token = request.headers.get('authorization')?.slice(7) ?? '';
    const key = request.headers.get('idempotency-key');
    const body = request.method === 'GET' ? undefined : ((await request.json()) as unknown);
    const fault = this.faults[line]?.shift();
    if (fault === 'no network') return undefined;
    this.requests.push({ line, token, key, body });
    if (fault === 'login page') {
      return new Response('<form>', { headers: { 'content-type': 'text/html' } });
    }
    if (typeof fault === 'object') return problem(fault);
    const who = token.split('.')[0] ?? '';
    if (!who) return problem({ status: 401, code: 'not-signed-in' });
    const answer = this.#work(line, who, key ?? path, body);
    return fault === 'answer lost' ? undefined : answer;
  }

  #work(line: string, who: string, key: string, body: unknown): Response {
    if (line === 'GET /v1/me') return Response.json(person(who));
    if (line.startsWith('PUT /v1/readings/')) return this.#read(who, key, body as ReadingDraft);
    const [, message, isDone] = /^PUT \/v1\/messages\/([^/]+)(\/completion)?$/.exec(line) ?? [];
    if (message && isDone) {
      return this.#complete(who, message, (body as CompletionDraft).textHash);
    }
    const [, noun, id] = /^PUT \/v1\/(tasks|steps)\/([^/]+)$/.exec(line) ?? [];
    if (id && noun === 'tasks') return this.#ask(who, id, body as TaskDraft);
    if (id) return this.#step(who, id, body as StepDraft);
    const [, about, of] = /^PUT \/v1\/(incidents|answers)\/([^/]+)$/.exec(line) ?? [];
    if (of && about === 'incidents') return this.#report(who, of, body as IncidentDraft);
    if (of) return this.#reply(who, of, body as AnswerDraft);
    if (message) return this.#post(who, message, body as MessageDraft);
    if (!this.records.has(key)) {
      this.records.set(key, { person: who, body: body as AcknowledgementDraft });
    }
    const { person: by, body: draft } = this.records.get(key)!;
    const { policy, version, contentHash, language, statementHash } = draft;
    const record = this.forge({
      person: { id: by },
      policy: { id: policy },
      version,
      contentHash,
      language,
      statement: { hash: statementHash },
    });
    return Response.json({
      id: `ack-${key}`,
      person: by,
      policy,
      version,
      contentHash,
      language,
      statementHash,
      recordedAt: '2026-11-24T09:30:01.000Z',
      receipt: JSON.stringify({ format: 'heed-receipt/1', record: JSON.stringify(record) }),
    });
  }

  #post(who: string, id: string, body: MessageDraft): Response {
    const known = this.messages.get(id);
    if (known && JSON.stringify(known.body) !== JSON.stringify(body)) {
      return problem({ status: 422, code: 'message-reused' });
    }
    this.messages.set(id, { person: who, body });
    const author = { id: who, displayName: who };
    const postedAt = '2026-11-24T09:30:01.000Z';
    return Response.json(
      this.forge({ ...body, id, author, postedAt, html: `<p>${body.text}</p>`, replies: 0 }),
    );
  }

  #complete(who: string, id: string, textHash: string): Response {
    if (textHash !== (this.textHashes.get(id) ?? textHash)) {
      return problem({ status: 409, code: 'text-mismatch' });
    }
    const said = this.completions.get(id) ?? [];
    this.completions.set(id, [...said, who]);
    const recordedAt = '2026-11-24T09:30:01.000Z';
    const record = this.forge({
      ...{ tenant: 'model', person: { id: who, userName: who, displayName: who } },
      ...{ message: { id, channel: 'security' }, textHash, recordedAt },
    });
    const receipt = JSON.stringify({ format: 'heed-receipt/1', record: JSON.stringify(record) });
    return Response.json({ message: id, person: who, recordedAt, receipt });
  }

  #ask(who: string, id: string, { title, language }: TaskDraft): Response {
    this.asked.push({ id, body: { title, language } });
    return Response.json(this.forge(task(who, id, title)));
  }

  #step(who: string, id: string, body: StepDraft): Response {
    this.asked.push({ id, body });
    const { task: of, kind, text } = body;
    const recordedAt = '2026-11-24T09:30:01.000Z';
    const record = this.forge({
      ...{ tenant: 'model', person: { id: who }, task: { id: of }, step: { id, kind, text } },
      recordedAt,
    });
    const receipt = JSON.stringify({ format: 'heed-receipt/1', record: JSON.stringify(record) });
    const author = { id: who, displayName: who };
    const step = { id, task: of, kind, person: author, author, recordedAt, text };
    return Response.json({ step, task: task('mona', of, 'A task'), receipt });
  }

  #report(who: string, id: string, body: IncidentDraft): Response {
    this.reported.push({ id, body });
    const { language, noticed, confidential } = body;
    const privacy = confidential ? 'confidential' : 'named';
    const reportedAt = '2026-11-24T09:30:01.000Z';
    const record = this.forge({ person: { id: who }, incident: { id, privacy } });
    const receipt = JSON.stringify({ format: 'heed-receipt/1', record: JSON.stringify(record) });
    const incident = {
      ...{ id, language, noticed, privacy, reporter: { id: who, displayName: who }, reportedAt },
      ...{ state: 'received', history: [{ state: 'received', at: reportedAt }] },
      ...{ answers: 0, mine: true, mayHandle: false },
    };
    return Response.json({ incident, receipt });
  }

  #reply(who: string, id: string, body: AnswerDraft): Response {
    this.reported.push({ id, body });
    const { incident, text } = body;
    const record = this.forge({ person: { id: who }, incident: { id: incident }, answer: { id } });
    const receipt = JSON.stringify({ format: 'heed-receipt/1', record: JSON.stringify(record) });
    const author = { id: who, displayName: who };
    const recordedAt = '2026-11-24T09:30:01.000Z';
    return Response.json({
      ...{ answer: { id, incident, by: 'reporter', author, recordedAt, text }, receipt },
    });
  }

  #read(who: string, path: string, body: ReadingDraft): Response {
    const known = this.readings.get(path);
    if (!known || known.body.sequence < body.sequence) {
      this.readings.set(path, { person: who, body });
    }
    const { policy, version } = body;
    return Response.json({ policy, version, sections: [], seconds: 0, methods: [] });
  }
}

const task = (who: string, id: string, title: string) => ({
  ...{ id, title, text: '', html: '', language: 'en', author: { id: who, displayName: who } },
  ...{ askedAt: '2026-11-24T09:30:00.000Z', state: 'open', mayManage: false, comments: 0 },
});

function problem({ status, code, retryAfter }: Exclude<Fault, string>): Response {
  const body = { type: `urn:heed:problem:${code}`, title: code, status, code };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'content-type': 'application/problem+json',
      ...(retryAfter && { 'retry-after': String(retryAfter) }),
    },
  });
}

/** An act, as an element would ask for it. */
export const draft = (policy = 'acceptable-use'): AcknowledgementDraft => ({
  policy,
  version: 1,
  contentHash: 'sha256:aa',
  language: 'en',
  statementHash: 'sha256:bb',
  clientTime: '2026-11-24T09:30:00.000Z',
  method: 'visual',
});

/** A message, as an element would post it. */
export const saying = (text: string, channel = 'security'): MessageDraft => ({
  ...{ channel, kind: 'discussion', language: 'en', text },
});

/** A state of a sitting. */
export const sitting = (sequence: number): ReadingDraft => ({
  policy: 'acceptable-use',
  version: 1,
  language: 'en',
  contentHash: 'sha256:aa',
  sequence,
  startedAt: '2026-11-24T09:30:00.000Z',
  method: 'visual',
  sections: [{ id: 'one', seconds: sequence }],
});
