import type {
  Acknowledgement,
  AcknowledgementDraft,
  AnswerDraft,
  AnswerRecorded,
  Completion,
  CompletionDraft,
  IncidentDraft,
  IncidentRecorded,
  Message,
  MessageDraft,
  ReadingDraft,
  StepDraft,
  StepRecorded,
  TaskDraft,
} from '@heed/contract';
import { reviveError, type IsmsError, type StoredError } from '../errors/errors.js';

interface Common {
  /** `Idempotency-Key` of an acknowledgement, session of a reading, id of a message, a task, a step, a report or an answer; of a completion a name of its own. */
  key: string;
  /** Id of the person who did it; it is sent for nobody else. */
  person: string;
  /** RFC 3339 UTC, the clock of the device. */
  queuedAt: string;
  /** Sends that came to nothing. */
  attempts: number;
  /** Whether it is on the device; if not, it is lost when the page is closed before it is recorded. */
  durable: boolean;
  /** The recorded act with its receipt. */
  acknowledgement?: Acknowledgement;
  /** The recorded message, as the backend tells it. */
  message?: Message;
  /** The recorded completion with its receipt. */
  completion?: Completion;
  /** The recorded step of a task with its receipt. */
  step?: Pick<StepRecorded, 'step' | 'receipt'>;
  /** The recorded report with its receipt. */
  report?: IncidentRecorded;
  /** The recorded answer in a report with its receipt. */
  answer?: AnswerRecorded;
}

/** What waits to be sent, by kind. */
type Content =
  | { kind: 'acknowledgement'; body: AcknowledgementDraft }
  | { kind: 'reading'; body: ReadingDraft }
  | { kind: 'message'; body: MessageDraft }
  /** The body names the alert by its id, and what it said. */
  | { kind: 'completion'; body: { message: string } & CompletionDraft }
  | { kind: 'task'; body: TaskDraft }
  | { kind: 'step'; body: StepDraft }
  | { kind: 'report'; body: IncidentDraft }
  | { kind: 'answer'; body: AnswerDraft };

/** How a row is kept on the device. */
export type Row = Common &
  Content & {
    state: 'queued' | 'recorded' | 'rejected';
    error?: StoredError | undefined;
    /** Milliseconds since the epoch before which it is not sent again. */
    retryAt?: number | undefined;
  };

/** Something the person did, on its way to being recorded. */
export type OutboxEntry = Readonly<Common & Content> & {
  /**
   * `queued`: waits on this device. `sending`: under way. `recorded`: the backend committed it and
   * what it answered is here: of an act the receipt. `rejected`: the backend refused it for good; see `error`.
   */
  readonly state: 'queued' | 'sending' | 'recorded' | 'rejected';
  /** Why it is not recorded yet, or never will be. */
  readonly error?: IsmsError;
};

/** The row as others see it. */
export function view({ error, retryAt: _, ...row }: Row, sending = false): OutboxEntry {
  return {
    ...row,
    ...(sending && row.state === 'queued' && { state: 'sending' }),
    ...(error && { error: reviveError(error) }),
  };
}

/** An entry was queued, sent, recorded, rejected or dismissed, in this tab or another one. */
export class OutboxChangeEvent extends Event {
  constructor(readonly entry: OutboxEntry) {
    super('change');
  }
}
