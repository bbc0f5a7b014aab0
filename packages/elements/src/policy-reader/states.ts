import type { IsmsError } from '@heed/sdk';
import { html, type TemplateResult } from 'lit';
import type { Connection } from '../connection.js';
import { inLanguage } from '../language.js';
import { notice, sessionNotice } from '../session-notice/session-notice.js';
import { strings as sessionStrings } from '../session-notice/session-notice.strings.js';
import { inTrouble } from '../session.js';
import { strings } from './policy-reader.strings.js';

/** What the reader shows. */
export type ReaderState = 'loading' | 'failed' | 'missing' | 'ready';

/** The state in words, where there is no text to show; nothing when the loading itself has failed. */
export function says(
  connection: Connection,
  state: ReaderState,
  named: boolean,
): TemplateResult | undefined {
  const { session, language } = connection;
  const words = inLanguage(strings, language);
  const common = inLanguage(sessionStrings, language);
  const muted = (said: string): TemplateResult => html`<p class="muted">${said}</p>`;
  if (connection.absent) return muted(named ? words.absent : common.absent);
  if (session && inTrouble(session)) {
    if (!session.attended) return sessionNotice(session, language);
    const elsewhere = session.client.device.asOf && state === 'failed';
    return muted(elsewhere ? `${words.elsewhere} ${common.waiting}` : common.waiting);
  }
  if (state === 'loading') return muted(common.loading);
  return state === 'missing' ? html`<p>${words.missing}</p>` : undefined;
}

/** That it could not be loaded, and the way out. */
export function failure(
  { language }: Connection,
  error: IsmsError | undefined,
  again: () => void,
): TemplateResult {
  const words = inLanguage(strings, language);
  const why = error?.kind === 'network' ? words.offline : '';
  return notice(`${why} ${words.failed}`.trim(), inLanguage(sessionStrings, language).again, again);
}
