import type { Changes, Reading } from './changes/changes.js';
import { findChanges } from './changes/since.js';
import { hasMarks } from './marked.js';
import type { ReadingSession } from './reading-session.js';
import type { Tools } from './tools.js';

const bring = (loading: Promise<unknown>): void => void loading.catch(() => undefined);

/**
 * What comes to a text once it is on display: its pictures, what the person marked in it, the terms of the organisation,
 * and the offer of what changed since the version that they acknowledged. Each is loaded only where there is something of
 * it; without it the text is there all the same.
 */
export async function beside(
  reading: Reading,
  tools: Tools,
  { ended, session }: ReadingSession,
): Promise<Changes | undefined> {
  const { host, layout, loaded } = reading;
  const { version, sections } = loaded.document;
  if (tools.marks) tools.marks.begun();
  else if (hasMarks()) void tools.mark();
  if (!host.renderRoot.querySelector('[data-line=off]')) {
    bring(
      import('./focus-line/focus-line.js').then(({ FocusLine }) => FocusLine.watch(host, layout)),
    );
  }
  if (sections.some(({ html }) => html.includes('data-image'))) {
    bring(import('./pictures/pictures.js').then(({ Pictures }) => Pictures.open(reading, ended)));
  }
  const terms = (): void => {
    const { discovery } = session;
    // A text may be on display before it is known what there is.
    if (!discovery) session.addEventListener('change', terms, { once: true, signal: ended });
    else if (discovery.terms) {
      bring(import('./terms/terms.js').then(({ Terms }) => Terms.open(reading, tools, ended)));
    }
  };
  terms();
  return version < 2 ? undefined : findChanges(reading);
}
