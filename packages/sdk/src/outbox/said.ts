import type { Completion, Message, StepRecorded, Task } from '@heed/contract';
import { readSeldom } from '@heed/contract/wire';
import { prepare } from '../calls.js';
import { ContractError } from '../errors/contract-error.js';
import { loaded } from '../loaded.js';
import type { Call } from '../transport.js';
import type { Row } from './entry.js';
import type { Rows } from './rows.js';

/** What somebody says in a channel, of an alert, of a task or of what they noticed: as it is sent, and what its answer records. */
export interface Said {
  call: Call;
  /**
   * What is kept of the answer.
   *
   * @throws ContractError when it records something else than what was said here.
   */
  recorded(answer: unknown): Pick<Row, 'message' | 'completion' | 'step' | 'report' | 'answer'>;
}

/** What waits to be said. */
export type SaidRow = Exclude<Row, { kind: 'acknowledgement' | 'reading' }>;

/** What an alert says, as it was displayed. */
export type DisplayedAlert = Pick<Message, 'id' | 'title' | 'text' | 'action'>;

/** Keeps what somebody says, and once; what is kept under its key by then stays. Of an alert it is given the alert. */
export async function take(rows: Rows, given: Row): Promise<Row> {
  let row = given;
  if (row.kind === 'completion') {
    const alert = row.body as object as DisplayedAlert;
    row = { ...row, body: { message: alert.id, textHash: await textHashOf(alert) } };
  }
  const act = actOf(row);
  // Said of one alert by one person it is one act, whatever the device calls it.
  const known = row.kind === 'completion' ? { ...row, key: act } : row;
  const kept = await rows.change(known, (now) =>
    actOf(now) === act && now.state === 'rejected' ? known : now,
  );
  if (kept && actOf(kept) === act) return kept;
  throw new RangeError(
    `Something else was said under the id ${row.key}. Give this an id of its own, or dismiss the other.`,
  );
}

/** Hash of what an alert says, as a completion names it. */
async function textHashOf({ title, text, action }: DisplayedAlert): Promise<string> {
  const said = { ...(title !== undefined && { title }), text, ...(action && { action }) };
  // Whoever posts does not pay for it.
  const { hashOf } = await loaded(import('../content-hash.js'));
  // With its members in order, JSON of texts is canonical.
  return hashOf(new TextEncoder().encode(JSON.stringify(said, sorted)));
}

/** What is said, and who says it. That an alert is done is one act, in whichever words it was displayed. */
const actOf = ({ person, kind, body }: Row): string =>
  JSON.stringify([kind, person, kind === 'completion' ? body.message : body], sorted);

const sorted = (_: string, value: unknown): unknown =>
  value && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/** The request for what is said. Rejects when its address cannot be loaded. */
export async function saidOf(baseUrl: string, row: SaidRow): Promise<Said> {
  const { messages, completions, tasks, steps } = await loaded(readSeldom());
  const { key, person } = row;
  if (row.kind === 'message') {
    const { body } = row;
    return {
      call: prepare(baseUrl, messages.record, { message: key, ...body }),
      recorded(answer) {
        const message = answer as Message;
        const { id, channel, author } = message;
        const isOurs = id === key && channel === body.channel && author.id === person;
        return isOurs ? { message } : elsewhere();
      },
    };
  }
  if (row.kind === 'task') {
    return {
      call: prepare(baseUrl, tasks.record, { task: key, ...row.body }),
      recorded(answer) {
        const { id, author } = answer as Task;
        return id === key && author.id === person ? {} : elsewhere();
      },
    };
  }
  if (row.kind === 'step') {
    const { body } = row;
    return {
      call: prepare(baseUrl, steps.record, { step: key, ...body }),
      recorded(answer) {
        const { step, receipt } = answer as StepRecorded;
        const record = recordOf(receipt);
        const told = [step.id, step.task, step.kind, step.author.id];
        const proven = [record?.step?.id, record?.task?.id, record?.step?.kind, record?.person?.id];
        const wanted = JSON.stringify([key, body.task, body.kind, person]);
        const isOurs = JSON.stringify(told) === wanted && JSON.stringify(proven) === wanted;
        return isOurs ? { step: { step, receipt } } : elsewhere();
      },
    };
  }
  if (row.kind === 'report' || row.kind === 'answer') {
    const { reportedOf } = await loaded(import('./reported.js'));
    return reportedOf(baseUrl, row);
  }
  const { message, textHash } = row.body;
  return {
    call: prepare(baseUrl, completions.record, { message, textHash }),
    recorded(answer) {
      const completion = answer as Completion;
      const record = recordOf(completion.receipt);
      const told = [completion.person, completion.message, record?.person?.id, record?.message?.id];
      // One string each: lists are equal when their JSON is.
      const isOurs = JSON.stringify(told) === JSON.stringify([person, message, person, message]);
      return isOurs ? { completion } : elsewhere();
    },
  };
}

type Named = { id?: unknown; kind?: unknown; privacy?: unknown };
/** The members of a record that say what was done, and by whom. */
type Proven = Partial<
  Record<'person' | 'message' | 'task' | 'step' | 'incident' | 'answer', Named>
>;

/** The record that a receipt says it proves; undefined of what is no receipt. */
export function recordOf(receipt: string): Proven | null | undefined {
  try {
    const { record } = JSON.parse(receipt) as { record: string };
    return JSON.parse(record) as Proven | null;
  } catch {
    return undefined;
  }
}

/** @throws ContractError always: the answer is about something else. */
export function elsewhere(): never {
  throw new ContractError({
    message:
      'The answer does not record what was said here, so it is not counted as recorded. It stays on this device; tell those who run the backend.',
  });
}
