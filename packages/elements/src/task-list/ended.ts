import type { Client, IsmsError, Task } from '@heed/sdk';
import { html, type TemplateResult } from 'lit';

/** Ended tasks that are shown. */
const few = 20;

/** What an {@link Ended} shows in words. */
interface Said {
  readonly ended: string;
  readonly noneEnded: string;
  readonly loading: string;
}

/** What is done and what has ended, folded away, and asked for when somebody unfolds it. */
export class Ended {
  tasks: readonly Task[] | undefined;
  #isShown = false;

  constructor(
    private readonly client: Client,
    /** Whose they are. */
    private readonly of: 'me' | 'by-me' | 'all',
    /** They came, or could not be asked for. */
    private readonly changed: (error?: IsmsError) => void,
  ) {}

  /** Asks again, where somebody looks at them. */
  refresh(): void {
    if (this.#isShown) void this.#ask();
  }

  /** @param isNeeded whether there is something that a link leads to. */
  view(words: Said, count: number, name: string, isNeeded = false): TemplateResult {
    const toggle = ({ target }: Event): void => {
      const { open } = target as HTMLDetailsElement;
      if (open === this.#isShown) return;
      this.#isShown = open;
      this.refresh();
    };
    return html`<details
      class="ended"
      part="ended"
      ?open=${this.#isShown || isNeeded}
      @toggle=${toggle}
    >
      <summary>${words.ended}</summary>
      ${
        count
          ? html`<ul class=${name} aria-label=${words.ended}></ul>`
          : html`<p class="muted"><bdi>${this.tasks ? words.noneEnded : words.loading}</bdi></p>`
      }
    </details>`;
  }

  async #ask(): Promise<void> {
    const { of } = this;
    try {
      this.tasks = (await this.client.tasks.list.page({ of, state: 'ended', limit: few })).items;
      this.changed();
    } catch (error) {
      this.changed(error as IsmsError);
    }
  }
}
