import type { Part, Step, StepDraft, Task, TaskDraft } from '@heed/sdk';
import type { ModelChannels } from './channels.js';

const json = (body: unknown, status = 200): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });

const refused = (status: number, code: string): Response => {
  const problem = { type: `urn:heed:problem:${code}`, title: code, status, code, requestId: 'r-1' };
  return new Response(JSON.stringify(problem), {
    status,
    headers: { 'content-type': 'application/problem+json' },
  });
};

/** Tasks inside the page, as the contract says, beside the channels of a model backend. */
export class ModelTasks {
  readonly tasks: Task[] = [];
  readonly steps: Step[] = [];
  /** How it stands with others, by id of the task. */
  readonly parts = new Map<string, Part[]>();
  /** What every step and task that is sent is refused with; nothing lets them through. */
  refusal: { status: number; code: string } | undefined;
  #count = 0;

  constructor(private readonly model: ModelChannels) {
    const { backend } = model;
    backend.discovery.profiles = [...backend.discovery.profiles, 'tasks'];
    model.others = this;
  }

  get #me(): { id: string; displayName: string } {
    const { id, displayName } = this.model.backend.me;
    return { id, displayName };
  }

  /** Somebody asks the person to do something. */
  ask(title: string, more: Partial<Task> = {}): Task {
    const text = more.text ?? '';
    const task: Task = {
      ...{ id: `t-${++this.#count}`, title, text, html: text && `<p>${text}</p>`, language: 'en' },
      author: { id: 'p-9', displayName: 'Mara Okafor' },
      ...{ askedAt: '2026-11-20T08:00:00.000Z', state: 'open', mayManage: false, comments: 0 },
      mine: { person: this.#me, state: 'open' },
      ...more,
    };
    this.tasks.push(task);
    this.model.tell('task', { id: task.id });
    return task;
  }

  /** Something happens with a task. */
  take(draft: StepDraft, id = `s-${this.steps.length + 1}`, author = this.#me): Step {
    const { task: of, kind, text, dueAt, person } = draft;
    const recordedAt = '2026-11-20T10:00:00.000Z';
    const task = this.tasks.find((one) => one.id === of)!;
    const step: Step = {
      ...{ id, task: of, kind, author, recordedAt },
      ...(text !== undefined && { text }),
      ...(dueAt !== undefined && { dueAt }),
      ...(person !== undefined && { person: { id: person, displayName: `Person ${person}` } }),
    };
    this.steps.push(step);
    if (text !== undefined) task.comments += 1;
    if (kind === 'done' || kind === 'declined') {
      task.mine = { person: this.#me, state: kind, at: recordedAt, ...(text && { text }) };
    }
    if (kind === 'closed') Object.assign(task, { state: 'closed', closedAt: recordedAt });
    if (kind === 'rescheduled') {
      if (dueAt) task.dueAt = dueAt;
      else delete task.dueAt;
    }
    if (kind === 'reopened') {
      const part = this.parts.get(of)?.find((one) => one.person.id === person);
      if (part) Object.assign(part, { state: 'open', at: recordedAt, text });
    }
    this.model.tell('task', { id: of });
    return step;
  }

  /** Stands in for the backend, which answers to the rest. */
  readonly fetch: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    const { pathname, searchParams } = new URL(request.url);
    const at = pathname.split('/').slice(2).map(decodeURIComponent);
    const { method } = request;
    if (at[0] === 'steps') {
      const draft = (await request.json()) as StepDraft;
      if (this.refusal) return refused(this.refusal.status, this.refusal.code);
      const step = this.steps.find(({ id }) => id === at[1]) ?? this.take(draft, at[1]);
      return json({ step, task: this.tasks.find(({ id }) => id === draft.task), ...proof(step) });
    }
    if (at[0] !== 'tasks') return this.model.backend.fetch(request);
    if (!at[1]) return json({ items: this.#list(searchParams) });
    if (method === 'PUT') {
      const draft = (await request.json()) as TaskDraft;
      if (this.refusal) return refused(this.refusal.status, this.refusal.code);
      const { title, text = '', language, dueAt } = draft;
      const { mine: _, ...task } = this.ask(title, {
        ...{ id: at[1], text, language, author: this.#me, mayManage: true },
        ...{ progress: { done: 0, declined: 0, of: 2 }, ...(dueAt && { dueAt }) },
      });
      delete this.tasks.at(-1)!.mine;
      return json(task);
    }
    const task = this.tasks.find(({ id }) => id === at[1]);
    if (!task) return refused(404, 'not-found');
    if (at[2] === 'steps') return json({ items: this.steps.filter((one) => one.task === at[1]) });
    if (at[2] === 'parts') return json({ items: this.parts.get(at[1]) ?? [] });
    return json(task);
  };

  #list(asked: URLSearchParams): Task[] {
    const of = asked.get('of') ?? 'me';
    const isMine = of === 'me';
    const isOpen = asked.get('state') !== 'ended';
    const due = ({ dueAt }: Task): string => dueAt ?? '9999';
    return this.tasks
      .filter(({ mine, author }) => (isMine ? mine : of === 'all' || author.id === this.#me.id))
      .filter(
        ({ state, mine }) => isOpen === (state === 'open' && (!isMine || mine?.state === 'open')),
      )
      .sort((a, b) => (due(a) < due(b) ? -1 : 1));
  }
}

/** A receipt that says what was done. */
function proof({ id, kind, task, author }: Step): { receipt: string } {
  const record = { person: { id: author.id }, step: { id, kind }, task: { id: task } };
  return { receipt: JSON.stringify({ record: JSON.stringify(record) }) };
}
