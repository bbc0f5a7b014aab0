import type { AcknowledgementDraft, Assignment } from '@heed/contract';
import type { Setup } from '@heed/contract/setup';
import { Skip } from './check.js';
import type { Exchange } from './exchange.js';
import { Session } from './session.js';
import type { Namespace, Role, Stage } from './stage.js';
import type { EventStream } from './stream.js';
import { beginTalk, type Talk } from './talk.js';

/** Somebody who has not done yet what is asked of them. */
export interface Newcomer {
  session: Session;
  /** One of the things, without a knowledge check. */
  assignment: Assignment;
  /** With which they would acknowledge it. */
  draft: AcknowledgementDraft;
}

/** The draft with which a person would acknowledge an assignment. */
export function draftFor(assignment: Assignment, language?: string): AcknowledgementDraft {
  const { documents, policy, version, statement } = assignment;
  const document = documents.find((each) => each.language === language) ?? documents[0];
  return {
    ...{ policy: policy.id, version, method: 'visual', clientTime: new Date().toISOString() },
    contentHash: document?.contentHash ?? '',
    language: document?.language ?? '',
    statementHash: statement?.hash ?? '',
  };
}

/** What a check works with; it writes down what was sent and what came. */
export class Trial {
  readonly exchanges: Exchange[] = [];
  readonly #streams: EventStream[] = [];
  readonly #witness = (one: Exchange) => void this.exchanges.push(one);

  constructor(private readonly stage: Stage) {}

  /** Nobody: no token. */
  get anyone(): Session {
    return this.bearing(undefined);
  }

  /** Whoever has this token. */
  bearing(token: string | undefined): Session {
    return this.stage.bearing(token, this.#witness);
  }

  /** Somebody with a part; the check is skipped where nobody has it. */
  as(role: Role): Session {
    return this.stage.session(role, this.#witness);
  }

  /** The token of somebody with a part. */
  token(role: Role): string {
    return this.as(role).token ?? '';
  }

  /** Somebody whom no other check has met; the check is skipped where all have been met. */
  async newcomer(): Promise<Newcomer> {
    for (const token of this.stage.newcomers()) {
      const session = this.bearing(token);
      const { items } = (await session.ask('assignments.list', { state: 'open' })).success();
      const assignment = items.find(({ statement, check }) => statement && !check);
      if (assignment) return { session, assignment, draft: draftFor(assignment) };
    }
    throw new Skip('Nobody is left who has something to acknowledge: give more people.newcomers.');
  }

  /** Lets somebody listen to the stream of events, from the event of that id on, until the check is over. */
  async listen(session: Session, lastEventId?: string): Promise<EventStream> {
    const stream = await session.listen(lastEventId);
    this.#streams.push(stream);
    return stream;
  }

  /** Closes what is still open. */
  async end(): Promise<void> {
    await Promise.all(this.#streams.map((stream) => stream.close()));
  }

  /** Whoever of the shared tenant, by userName, where the set-up profile made it. */
  named(userName: string): Session {
    const { baseUrl } = this.stage.namespace;
    return new Session(baseUrl, this.stage.namespace.token(userName), this.#witness);
  }

  /** What was said in both tenants, once for all checks. Fails the check where it could not be said. */
  talk(): Promise<Talk> {
    return this.stage.once('talk', () => beginTalk(this));
  }

  /** What is prepared when a check first needs it, and shared by those that come after. */
  once<T>(name: string, prepare: () => Promise<T>): Promise<T> {
    return this.stage.once(name, prepare);
  }

  /** The other tenant that the set-up profile made. */
  get elsewhere(): Namespace {
    return this.stage.stranger;
  }

  /** A tenant of this check’s own. */
  async namespace(content: Setup): Promise<Namespace> {
    return this.stage.make(content, this.#witness);
  }
}
