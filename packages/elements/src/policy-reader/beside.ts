import type { Changes, Reading } from './changes/changes.js';
import { findChanges } from './changes/since.js';
import { hasMarks } from './marked.js';
import type { ReadingSession } from './reading-session.js';
import type { Tools } from './tools.js';

/**
 * What comes to a text once it is on display: its pictures, what the person marked in it, and the offer of what changed
 * since the version that they acknowledged. Each is loaded only where there is something of it; without it the text is
 * there all the same.
 */
export async function beside(
  reading: Reading,
  tools: Tools,
  { ended }: ReadingSession,
): Promise<Changes | undefined> {
  const { host, layout, client, loaded, language } = reading;
  const { policy, version, sections } = loaded.document;
  if (tools.marks) tools.marks.begun();
  else if (hasMarks()) void tools.mark();
  const reader = host.renderRoot.querySelector('.reader');
  if (!reader?.matches('[data-line=off]')) {
    void import('./focus-line/focus-line.js').then(
      ({ FocusLine }) => FocusLine.watch(host, layout),
      () => undefined,
    );
  }
  if (sections.some(({ html }) => html.includes('data-image'))) {
    const place = { policy, version };
    void import('./pictures/pictures.js')
      .then(async ({ Pictures }) => {
        if (!ended.aborted) await Pictures.open(host, layout, client, place, language, ended);
      })
      .catch(() => undefined);
  }
  return version < 2 ? undefined : findChanges(reading);
}
