import type { OutboxEntry } from '@heed/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { isStuck, reasonOf } from './acts.js';
import type { Words } from './task-list.strings.js';

/** What can be done with what waits. */
interface Waiting {
  retry(key: string): void;
  dismiss(key: string): Promise<void>;
}

/**
 * What becomes of something that waits, and the way out where it has not gone through.
 *
 * @param edit takes a text that was refused back into its field; absent where there is none.
 */
export function waitingView(
  entry: OutboxEntry,
  { words, acts }: { readonly words: Words; readonly acts: Waiting },
  edit?: () => void,
): TemplateResult {
  const { key, state } = entry;
  const isRefused = state === 'rejected';
  const takeBack = async (): Promise<void> => {
    await acts.dismiss(key);
    edit!();
  };
  const button = (label: string, press: () => void): TemplateResult =>
    html`<button part="button" type="button" @click=${press}>${label}</button>`;
  return html`<div class="acts">
    <div role="status" part="status" class=${isStuck(entry) ? 'stuck' : ''}>
      <bdi>${reasonOf(entry, words)}</bdi>
    </div>
    ${
      !isStuck(entry)
        ? nothing
        : !isRefused
          ? button(words.sendNow, () => acts.retry(key))
          : html`${edit ? button(words.takeBack, () => void takeBack()) : nothing}
            ${button(words.discard, () => void acts.dismiss(key))}`
    }
  </div>`;
}
