/** The words of a part of an element that is loaded when it is asked for, with their other languages. */
export interface ToolWords<T> {
  readonly en: T;
  readonly others: Readonly<Record<string, () => Promise<T>>>;
}

/** Loads the words of such a part; English when there are none, or no connection. */
export async function learnTool<T>({ en, others }: ToolWords<T>, wanted: string): Promise<T> {
  const load = others[wanted.toLowerCase().split(/[-_]/)[0]!];
  return load ? load().catch(() => en) : en;
}
