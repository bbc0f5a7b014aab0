import { html, nothing, type TemplateResult } from 'lit';
import type { Connection } from '../connection.js';
import { inLanguage } from '../language.js';
import { notice, sessionNotice } from '../session-notice/session-notice.js';
import { strings as sessionStrings } from '../session-notice/session-notice.strings.js';
import { inTrouble } from '../session.js';
import type { Found } from './sources.js';
import type { Words } from './task-list.strings.js';

/** What there is to say about a list. */
export interface Standing {
  readonly state: string;
  readonly found: Found | undefined;
  readonly hasRows: boolean;
  /** The task that is open is not there, or not asked of the person. */
  readonly isGone: boolean;
  again(): void;
}

/** The state in words, where there is nothing else to show it. */
export function saysView(
  { state, found, hasRows, isGone, again }: Standing,
  { session, language, absent }: Connection,
  words: Words,
): TemplateResult | typeof nothing {
  const common = inLanguage(sessionStrings, language);
  const { error } = found ?? {};
  if (absent || state === 'absent') return html`<p class="muted"><bdi>${common.absent}</bdi></p>`;
  if (session && inTrouble(session)) {
    if (!session.attended) return sessionNotice(session, language) ?? nothing;
    return hasRows ? nothing : html`<p class="muted"><bdi>${common.waiting}</bdi></p>`;
  }
  if (state === 'loading') return html`<p class="unseen">${words.loading}</p>`;
  if (error) {
    const why = error.kind === 'network' ? words.offline : '';
    const what = hasRows ? words.stale : common.failed;
    return notice(`${why} ${what}`.trim(), common.again, again);
  }
  if (isGone) return html`<p class="muted"><bdi>${words.gone}</bdi></p>`;
  return hasRows ? nothing : html`<p><bdi>${words.empty}</bdi></p>`;
}
