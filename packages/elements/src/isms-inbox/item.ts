import type { Assignment, Message, Task } from '@heed/sdk';

/** Something that is asked of the person, and where it comes from. */
export type InboxItem = {
  /** Its kind with the id of what it is, once in a list. */
  readonly id: string;
  /** RFC 3339 UTC, until when; absent where there is time. */
  readonly dueAt?: string | undefined;
} & (
  | { readonly kind: 'policy'; readonly assignment: Assignment }
  | { readonly kind: 'alert'; readonly message: Message }
  | { readonly kind: 'task'; readonly task: Task }
);

/** A policy that is still asked. */
export const ofAssignment = (assignment: Assignment): InboxItem => ({
  ...{ kind: 'policy', id: `policy ${assignment.policy.id}` },
  ...{ dueAt: assignment.dueAt, assignment },
});

/** An alert that is not done. */
export const ofAlert = (message: Message): InboxItem => ({
  ...{ kind: 'alert', id: `alert ${message.id}`, dueAt: message.action?.dueAt, message },
});

/** A task that is open. */
export const ofTask = (task: Task): InboxItem => ({
  ...{ kind: 'task', id: `task ${task.id}`, dueAt: task.dueAt, task },
});

const never = Infinity;
const first = ['alert', 'task', 'policy'];

/** What is due first comes first, what has time last; among equals an alert before a task before a policy. */
export const byUrgency = (a: InboxItem, b: InboxItem): number => {
  const [x, y] = [a, b].map(({ dueAt }) => (dueAt ? Date.parse(dueAt) : never)) as [number, number];
  return x === y ? first.indexOf(a.kind) - first.indexOf(b.kind) : x < y ? -1 : 1;
};
