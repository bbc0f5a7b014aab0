import type { ReadingDraft } from '@heed/contract';
import type { Session } from './session.js';
import type { Newcomer, Trial } from './trial.js';

/** Somebody new with a text before them. */
export interface Sitting extends Newcomer {
  /** Ids of the sections of the text. */
  sections: string[];
  /** A report of it. */
  report(sequence: number, more?: Partial<ReadingDraft>): ReadingDraft;
  read(): ReturnType<typeof readingOf>;
}

/** What was displayed of a version. */
export async function readingOf(session: Session, policy: string, version: number) {
  return (await session.ask('readings.read', { policy, version })).success();
}

/** Puts a text before somebody new. */
export async function sit(t: Trial): Promise<Sitting> {
  const newcomer = await t.newcomer();
  const { session, draft } = newcomer;
  const { policy, version, contentHash, language } = draft;
  const text = (await session.ask('documents.read', { policy, version, contentHash })).success();
  const sections = text.sections.map(({ id }) => id);
  return {
    ...newcomer,
    sections,
    report: (sequence, more) => ({
      ...{ policy, version, contentHash, language, sequence, method: 'visual' },
      startedAt: new Date().toISOString(),
      sections: [{ id: sections[0] ?? '', seconds: 3 * (sequence + 1) }],
      ...more,
    }),
    read: () => readingOf(session, policy, version),
  };
}
