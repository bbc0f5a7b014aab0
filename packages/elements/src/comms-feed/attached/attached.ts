import type { Attached, Client, IsmsError } from '@heed/sdk';
import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { learnTool } from '../../tool-words.js';
import { strings, type Words } from './attached.strings.js';
import { styles } from './attached.styles.js';
import { sizeOf } from './size.js';

/** The files in messages, and saving them. */
export class AttachedFiles {
  /** What became of those that somebody asked for, by id. */
  readonly #states = new Map<string, 'saving' | 'failed' | 'gone'>();

  constructor(
    private readonly host: LitElement,
    private readonly client: Client,
    private readonly words: Words,
    private readonly language: string,
  ) {}

  /** The files of one message. */
  render(files: readonly Attached[]): TemplateResult {
    const { words } = this;
    return html`<ul class="attached" aria-label=${words.files}>
      ${files.map((file) => {
        const state = this.#states.get(file.id);
        const about = `${this.#kindOf(file)}, ${sizeOf(file.size, this.language)}`;
        return html`<li>
          <button
            part="button"
            type="button"
            aria-label="${file.name} ${about}: ${words.save}"
            aria-disabled=${String(state === 'saving')}
            @click=${() => void this.#save(file)}
          >
            <bdi>${file.name}</bdi> <span class="muted">${about}</span>
          </button>
          <span role="status" class=${state === 'saving' ? 'muted' : 'stuck'}
            >${state ? words[state] : nothing}</span
          >
        </li>`;
      })}
    </ul>`;
  }

  #kindOf({ mediaType }: Attached): string {
    const { words } = this;
    if (mediaType.startsWith('image/')) return words.picture;
    if (mediaType === 'application/pdf') return words.pdf;
    if (/csv|spreadsheet/.test(mediaType)) return words.table;
    if (mediaType.startsWith('text/')) return words.text;
    if (mediaType.includes('presentation')) return words.slides;
    return mediaType.includes('wordprocessing') ? words.document : words.file;
  }

  async #save({ id, name }: Attached): Promise<void> {
    if (this.#states.get(id) === 'saving') return;
    this.#become(id, 'saving');
    try {
      save(await this.client.attachments.read({ attachment: id }), name);
      this.#become(id);
    } catch (error) {
      this.#become(id, (error as IsmsError).status === 404 ? 'gone' : 'failed');
    }
  }

  #become(id: string, state?: 'saving' | 'failed' | 'gone'): void {
    if (state) this.#states.set(id, state);
    else this.#states.delete(id);
    this.host.requestUpdate();
  }
}

/** Gives bytes to the browser to be saved. No type is said of them: nothing opens them here. */
function save(bytes: Uint8Array<ArrayBuffer>, name: string): void {
  const href = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }));
  const link = document.createElement('a');
  link.href = href;
  link.download = name;
  link.click();
  // Firefox begins to read it after the click.
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
}

/** Loads what files in messages are shown and saved with. */
export async function openAttached(
  host: LitElement,
  client: Client,
  language: string,
): Promise<AttachedFiles> {
  const words = await learnTool(strings, language);
  const root = host.renderRoot as ShadowRoot;
  const sheet = styles.styleSheet!;
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
  return new AttachedFiles(host, client, words, language);
}
