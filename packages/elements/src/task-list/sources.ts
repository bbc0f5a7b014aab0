import type { Client, IsmsError, Task } from '@heed/sdk';

/** What was found: the tasks that are asked of the person, and what went wrong. */
export interface Found {
  /** What is open, by due date. */
  readonly open: readonly Task[];
  /** Tasks that are not asked any more, of which something that was done on this device is not recorded. */
  readonly kept: readonly Task[];
  /** Why it could not be asked for. */
  readonly error?: IsmsError;
  /** The backend has no tasks. */
  readonly isAbsent?: boolean;
}

/** Asks for what is open, and for tasks by name that are not. What cannot be asked for is what it was before. */
export async function findTasks(
  client: Client,
  named: ReadonlySet<string>,
  before: Found | undefined,
  signal: AbortSignal,
): Promise<Found> {
  const open: Task[] = [];
  try {
    for await (const one of client.tasks.list({}, { signal })) open.push(one);
  } catch (error) {
    return { open: [], kept: [], ...before, error: error as IsmsError };
  }
  const known = [...(before?.open ?? []), ...(before?.kept ?? [])];
  const rest = [...named].filter((id) => !open.some((one) => one.id === id));
  const kept = await Promise.all(
    rest.map((task) =>
      client.tasks.read({ task }, { signal }).catch(() => known.find(({ id }) => id === task)),
    ),
  );
  return { open, kept: kept.filter((one) => one !== undefined) };
}
