import type { Asked, Client, Message } from '@heed/sdk';
import { html, nothing, type LitElement } from 'lit';
import { openPeople } from '../../dialog/people.js';
import { learnTool } from '../../tool-words.js';
import { momentOf } from '../scene.js';
import { strings } from './asked.strings.js';

/** Shows who was asked by an alert in a dialog over the page: first those who have not said that it is done. */
export async function openAsked(
  host: LitElement,
  client: Client,
  alert: Message,
  language: string,
  dates: string,
): Promise<void> {
  const words = await learnTool(strings, language);
  await openPeople<Asked>(host.renderRoot as ShadowRoot, {
    words,
    all: () => client.completions.list({ message: alert.id, limit: 200 }),
    groups(all) {
      const open = all.filter(({ doneAt }) => !doneAt);
      const done = all.filter(({ doneAt }) => doneAt);
      return [
        { label: words.open(open.length), people: open },
        { label: words.done(done.length), people: done },
      ];
    },
    rowView: ({ person, doneAt }) =>
      html`<bdi>${person.displayName}</bdi>
        ${doneAt ? html`<span class="muted">${words.at(momentOf(doneAt, dates))}</span>` : nothing}`,
  });
}
