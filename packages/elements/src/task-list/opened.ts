import type { Client, IsmsError, Step, Task } from '@heed/sdk';
import type { History } from './scene.js';

/** What is known about the one task that is open. */
export class Opened {
  /** Id of it. */
  task: string | undefined;
  history: History | undefined;
  /** As it is, where it is in no list. */
  linked: Task | undefined;
  /** It is not there, or neither asked of the person nor theirs to look after. */
  isGone = false;

  constructor(private readonly changed: () => void) {}

  close(): void {
    const nothing = { task: undefined, history: undefined, linked: undefined };
    Object.assign(this, { ...nothing, isGone: false });
  }

  /** Asks for what happened with a task, and for the task where it is in no list. */
  async open(client: Client, task: string, known: Task | undefined): Promise<void> {
    if (this.linked?.id !== task) this.linked = undefined;
    Object.assign(this, { task, isGone: false });
    const steps: Step[] = [];
    try {
      if (!known || known === this.linked) {
        const linked = await client.tasks.read({ task });
        if (this.task !== task) return;
        if (linked.mine || linked.progress) this.linked = linked;
        else this.isGone = true;
        if (this.isGone) return this.changed();
      }
      for await (const one of client.steps.list({ task })) steps.push(one);
      if (this.task === task) this.history = { task, steps };
    } catch (error) {
      if (this.task !== task) return;
      this.isGone = !known && (error as IsmsError & { status?: number }).status === 404;
      if (this.history?.task !== task) this.history = { task, isMissing: true };
    }
    this.changed();
  }

  /** Something happened with it: it is shown before it is asked for again. */
  happened(step: Step): void {
    const { history } = this;
    if (!history?.steps || history.task !== step.task) return;
    const isNew = !history.steps.some(({ id }) => id === step.id);
    if (isNew) this.history = { ...history, steps: [...history.steps, step] };
  }
}
