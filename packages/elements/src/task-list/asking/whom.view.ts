import type { Channel, Member } from '@heed/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from './asking.strings.js';

/** Who is to be asked. */
export interface Whom {
  readonly groups: readonly Channel[];
  /** The one whose people are asked, or found by name. */
  readonly group: Channel;
  readonly isAll: boolean;
  /** Those who are asked by name. */
  readonly people: readonly Member[];
  /** It was to be sent without a name. */
  readonly lacksName: boolean;
  type(event: Event): void;
  suggest(event: Event): void;
  remove(member: Member): void;
}

/** The group, and whether all of it is asked or some people are. */
export function whomView(whom: Whom, words: Words): TemplateResult {
  const { groups, group, isAll } = whom;
  const choice = (value: 'all' | 'some', label: string): TemplateResult =>
    html`<label class="choice"
      ><input
        type="radio"
        name="whom"
        .value=${value}
        .checked=${(value === 'all') === isAll}
        @change=${whom.type}
      /><bdi>${label}</bdi></label
    >`;
  return html`<label for="asking-group">${words.group}</label>
    <select id="asking-group" name="group" part="field" @change=${whom.type}>
      ${groups.map(
        ({ id, audience }) =>
          html`<option value=${id} ?selected=${id === group.id}>${audience.title}</option>`,
      )}
    </select>
    <fieldset>
      <legend>${words.whom}</legend>
      ${choice('all', words.everybody(group.people))} ${choice('some', words.some)}
    </fieldset>
    ${isAll ? nothing : namesView(whom, words)}`;
}

function namesView({ people, lacksName, suggest, remove }: Whom, words: Words): TemplateResult {
  return html`<label for="asking-name">${words.name}</label>
    <input
      id="asking-name"
      part="field"
      dir="auto"
      autocomplete="off"
      aria-invalid=${String(lacksName)}
      aria-describedby="asking-note"
      @input=${suggest}
      @keydown=${stay}
    />
    ${
      people.length
        ? html`<ul class="chosen" aria-label=${words.chosen}>
            ${people.map(
              (one) =>
                html`<li>
                  <bdi>${one.displayName}</bdi>
                  <button
                    part="button"
                    type="button"
                    aria-label=${words.remove(one.displayName)}
                    @click=${() => remove(one)}
                  >
                    ×
                  </button>
                </li>`,
            )}
          </ul>`
        : nothing
    }`;
}

/** Nothing is sent by naming somebody. */
const stay = (event: KeyboardEvent): void => {
  if (event.key === 'Enter') event.preventDefault();
};
