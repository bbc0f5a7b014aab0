import type { Step, Task } from '@heed/sdk';
import type { Acts, WaitingStep } from './acts.js';
import type { Reply } from './reply.js';
import type { Texts } from './texts.js';
import type { Words } from './task-list.strings.js';
import type { Written } from './written.js';

/** What happened with the task that is open, as far as it is known. */
export interface History {
  /** Id of the task. */
  readonly task: string;
  readonly steps?: readonly Step[];
  /** It could not be loaded. */
  readonly isMissing?: boolean;
}

/** What the views of tasks draw from. */
export interface Scene {
  readonly words: Words;
  /** Id of the person who is signed in. */
  readonly me: string | undefined;
  /** BCP 47, for dates. */
  readonly dates: string;
  readonly texts: Texts;
  readonly acts: Acts;
  /** Id of the task that is open. */
  readonly opened: string | undefined;
  readonly history: History | undefined;
  /** What was done with a task here, is not recorded, and is shown in its history. */
  waiting(task: string): readonly WaitingStep[];
  /** Takes back what was refused, to go on with it. */
  edit(entry: WaitingStep): void;
  /** A row was opened or closed. */
  toggled(task: Task, isOpen: boolean): void;
  /** Asks again for what happened. */
  again(): void;
  /** Sets the focus into a part of the open task. */
  focus(what: string): void;
}

/** The same of the tasks that are asked of the person. */
export interface OwnScene extends Scene {
  readonly written: Written<Reply>;
}

/** A moment as it is said in a sentence. */
export const momentOf = (time: string, dates: string): string =>
  new Intl.DateTimeFormat(dates, { dateStyle: 'long', timeStyle: 'short' }).format(new Date(time));
