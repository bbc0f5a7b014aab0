import { html, nothing, type TemplateResult } from 'lit';
import { fillScreen, fillsScreen } from './full-screen.js';
import type { Settings } from '../settings.js';
import type { Words } from './panels.strings.js';

/** The choices of each setting in the order they are shown. */
const choices = {
  view: ['scrolled', 'paged'],
  size: [0, 1, 2, 3, 4, 5, 6],
  spacing: ['tight', 'normal', 'loose'],
  width: ['narrow', 'normal', 'wide'],
  font: ['host', 'serif', 'sans'],
  theme: ['host', 'light', 'sepia', 'dark'],
  line: ['off', 'one', 'three'],
} as const satisfies { [K in keyof Settings]: readonly Settings[K][] };

/** View, size, spacing, width, typeface and colours; and the way to have it read aloud. */
export function typePanel(
  words: Words,
  reader: Element,
  settings: Settings,
  choose: (chosen: Partial<Settings>) => void,
  listen: () => void,
  /** Why nothing is read aloud though it was asked for, in words. */
  trouble: string | undefined,
): TemplateResult {
  const group = <K extends Exclude<keyof Settings, 'size'>>(name: K): TemplateResult =>
    html`<fieldset>
      <legend>${words[name]}</legend>
      <div class="choices">
        ${choices[name].map(
          (value) =>
            html`<label>
              <input
                type="radio"
                name=${name}
                .checked=${settings[name] === value}
                @change=${() => choose({ [name]: value })}
              />${words[value]}
            </label>`,
        )}
      </div>
    </fieldset>`;
  const step = (label: string, by: number): TemplateResult => {
    const size = choices.size.find((one) => one === settings.size + by) ?? settings.size;
    return html`<button
      type="button"
      aria-disabled=${String(size === settings.size)}
      @click=${() => choose({ size })}
    >
      ${label}
    </button>`;
  };
  return html`${group('view')}
    <fieldset>
      <legend>${words.size}</legend>
      <div class="choices">${step(words.smaller, -1)} ${step(words.larger, 1)}</div>
    </fieldset>
    ${group('theme')} ${group('font')} ${group('spacing')} ${group('width')} ${group('line')}
    <p class="choices">
      ${
        'speechSynthesis' in window
          ? html`<button type="button" class="listen" @click=${listen}>
              ${trouble ?? words.listen}
            </button>`
          : nothing
      }
      ${
        document.fullscreenEnabled
          ? html`<button type="button" class="fill" @click=${() => void fillScreen(reader)}>
              ${fillsScreen(reader) ? words.leave : words.fill}
            </button>`
          : nothing
      }
    </p>
    <p class="muted">${words.keys}</p>`;
}
