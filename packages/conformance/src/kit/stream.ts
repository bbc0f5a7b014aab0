/** What came on a stream up to an empty line (WHATWG HTML, 9.2). */
export interface Told {
  /** As it came. */
  text: string;
  /** Absent where it has none. */
  id?: string;
  /** Name of the event; absent where it has none. */
  name?: string;
  /** Lines of data; a comment has none. */
  data: string[];
}

/** Whether the body of an answer is a stream of events. */
export function isStream({ headers }: { headers: Headers }): boolean {
  return /^text\/event-stream\b/i.test(headers.get('Content-Type') ?? '');
}

function toldBy(text: string): Told {
  const told: Told = { text, data: [] };
  for (const line of text.split(/\r\n|\n|\r/)) {
    const [, field, value = ''] = /^([^:]+)(?:: ?(.*))?$/s.exec(line) ?? [];
    if (field === 'id') told.id = value;
    else if (field === 'event') told.name = value;
    else if (field === 'data') told.data.push(value);
  }
  return told;
}

/** A stream of events that is listened to until it is closed. */
export class EventStream {
  /** Whether no more comes, because the other side ended it. */
  ended = false;
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  readonly #waiting: Told[] = [];
  #bytes = 0;
  #stirred: () => void = () => undefined;

  constructor(body: ReadableStream<Uint8Array>) {
    this.#reader = body.getReader();
    void this.#listen();
  }

  /** The next event. Resolves with undefined when none comes within the time, or any more. */
  async next(ms: number): Promise<Told | undefined> {
    const until = performance.now() + ms;
    for (;;) {
      for (let told = this.#waiting.shift(); told; told = this.#waiting.shift()) {
        if (told.data.length > 0) return told;
      }
      if (this.ended || !(await this.stirs(until - performance.now()))) return undefined;
    }
  }

  /** Whether anything comes within the time, be it a comment or the end. */
  async stirs(ms: number): Promise<boolean> {
    const before = this.#bytes;
    if (this.ended) return true;
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      timer = setTimeout(resolve, Math.max(0, ms));
      this.#stirred = resolve;
    });
    clearTimeout(timer);
    return this.ended || this.#bytes > before;
  }

  /** Listens no longer. */
  async close(): Promise<void> {
    await this.#reader.cancel().catch(() => undefined);
  }

  async #listen(): Promise<void> {
    const decoder = new TextDecoder();
    let rest = '';
    try {
      for (;;) {
        const { done, value } = await this.#reader.read();
        if (done) break;
        this.#bytes += value.length;
        const blocks = (rest + decoder.decode(value, { stream: true })).split(/\r\n\r\n|\n\n|\r\r/);
        rest = blocks.pop() ?? '';
        this.#waiting.push(...blocks.map(toldBy));
        this.#stirred();
      }
    } catch {
      // A connection that breaks has ended.
    }
    this.ended = true;
    this.#stirred();
  }
}

/** The first event of a stream as it came, or nothing where none comes within five seconds. */
export async function firstEvent({ body }: Response): Promise<string> {
  if (!body) return '';
  const stream = new EventStream(body);
  const first = await stream.next(5000);
  await stream.close();
  return first ? `${first.text}\n\n` : '';
}
