import type { Attachment, Client, IsmsError } from '@heed/sdk';

/** The largest file that every backend takes, in bytes. */
const largest = 25 * 1024 * 1024;

/** Where a file is on its way. */
export type SendingState =
  | 'waiting'
  | 'sending'
  /** The person has stopped it. */
  | 'stopped'
  /** The line has, or the backend for now. */
  | 'interrupted'
  | 'empty'
  | 'large'
  /** The backend does not take it. */
  | 'refused'
  | 'ready';

/** One file on its way to the backend; it goes on where it was. */
export class Sending {
  /** Chosen here at random; `crypto.randomUUID` is missing on plain http. */
  readonly id = crypto.getRandomValues(new Uint32Array(4)).join('-');
  readonly name: string;
  readonly size: number;
  state: SendingState;
  /** Bytes that have arrived. */
  received = 0;
  /** Why it is not taken, as the backend says. */
  detail = '';
  #stop: AbortController | undefined;

  constructor(
    private readonly client: Client,
    private readonly file: File,
    private readonly changed: () => void,
  ) {
    this.name = file.name;
    this.size = file.size;
    this.state = file.size === 0 ? 'empty' : file.size > largest ? 'large' : 'waiting';
  }

  /** Whether it may still arrive. */
  get isOpen(): boolean {
    return ['waiting', 'sending', 'stopped', 'interrupted'].includes(this.state);
  }

  /** Sends it, or what is missing of it. */
  async send(): Promise<void> {
    const stop = (this.#stop = new AbortController());
    this.#become('sending');
    try {
      const sent: Attachment = await this.client.attachments.upload(this.file, {
        ...{ attachment: this.id, signal: stop.signal },
        onProgress: (received) => {
          this.received = received;
          this.changed();
        },
      });
      this.#become(sent.ready ? 'ready' : 'interrupted');
    } catch (error) {
      if (stop.signal.aborted) return;
      const { kind, status, problem } = error as IsmsError;
      // What was refused is refused for good, but for what passes by itself.
      const isFinal = kind === 'problem' && [404, 409, 413, 422].includes(status ?? 0);
      if (isFinal) this.detail = problem?.detail ?? '';
      this.#become(isFinal ? 'refused' : 'interrupted');
    }
  }

  /** Stops it; what has arrived stays there for a while. */
  stop(): void {
    this.#stop?.abort();
    if (this.isOpen) this.#become('stopped');
  }

  /** Lets it go on in its turn. */
  again(): void {
    if (this.isOpen && this.state !== 'sending') this.#become('waiting');
  }

  #become(state: SendingState): void {
    this.state = state;
    this.changed();
  }
}
