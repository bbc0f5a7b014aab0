import type { Channel, Client, IsmsError, Task } from '@heed/sdk';
import type { Session } from '../../session.js';
import { findGroups } from './groups.js';

/** What is open of what the person looks after, and whom they may ask. */
export class Managed {
  /** What is open, by due date; nothing before the first answer. */
  open: readonly Task[] | undefined;
  groups: readonly Channel[] = [];
  error: IsmsError | undefined;
  /** What was ever listed here, by id: that something is closed may be known before it is told that this was recorded. */
  readonly titles = new Map<string, string>();
  /** Counts the answers: a late one is not shown over a newer one. */
  #turn = 0;

  constructor(
    private readonly client: Client,
    private readonly session: Session,
    private readonly of: 'by-me' | 'all',
    private readonly changed: () => void,
  ) {}

  async ask(): Promise<void> {
    const turn = ++this.#turn;
    const found = await Promise.all([this.#find(), findGroups(this.client, this.session)]).then(
      ([open, groups]) => ({ open, groups, error: undefined }),
      (error) => ({ error: error as IsmsError }),
    );
    if (turn !== this.#turn) return;
    Object.assign(this, found);
    for (const { id, title } of this.open ?? []) this.titles.set(id, title);
    this.changed();
  }

  async #find(): Promise<Task[]> {
    const open: Task[] = [];
    for await (const one of this.client.tasks.list({ of: this.of })) open.push(one);
    return open;
  }
}
