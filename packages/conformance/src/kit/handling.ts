import { randomUUID } from 'node:crypto';
import type {
  Clock,
  Clocks,
  NotificationDraft,
  NotificationRecorded,
  Triage,
  TriageDraft,
} from '@heed/contract';
import type { Setup } from '@heed/contract/setup';
import type { Answer } from './answer.js';
import { desk, report } from './reported.js';
import type { Session } from './session.js';

/** Every law that has clocks. */
export const everyLaw = ['nis2', 'gdpr', 'dora', 'cra', 'whistleblowing'] as const;

/** A small tenant under these laws, in which hana handles reports. */
export const deskUnder = (...laws: (typeof everyLaw)[number][]): Setup => ({
  ...desk(),
  laws: laws.map((id) => ({ id })),
});

/** Reports something. Gives its id. */
export const reportedBy = async (session: Session): Promise<string> =>
  (await report(session)).success().incident.id;

/** Triages a report, from whatever it is now; what comes is not looked at. */
export async function triage(
  session: Session,
  incident: string,
  draft: Partial<TriageDraft>,
): Promise<Answer<Triage>> {
  const { revision } = (await session.ask('triage.read', { incident })).success();
  const asked = { incident, revision, state: 'handling' as const, ...draft };
  return session.ask('triage.record', asked);
}

/** The clocks of a report as somebody is told them now. */
export async function clocksOf(session: Session, incident: string): Promise<Clocks> {
  return (await session.ask('clocks.read', { incident })).success();
}

/** One of them. */
export async function clockOf(
  session: Session,
  incident: string,
  clock: string,
): Promise<Partial<Clock>> {
  const { clocks } = await clocksOf(session, incident);
  return clocks.find(({ id }) => id === clock) ?? {};
}

/** Records that something was sent; what comes is not looked at. */
export function notify(
  session: Session,
  draft: Pick<NotificationDraft, 'incident' | 'clock'> & Partial<NotificationDraft>,
  notification: string = randomUUID(),
): Promise<Answer<NotificationRecorded>> {
  const sentAt = new Date().toISOString();
  const body = { authority: 'An authority', sentAt, ...draft };
  return session.ask('notifications.record', { notification, ...body });
}

/** Records that it was sent then. Fails the check when it is refused. */
export async function sent(
  session: Session,
  incident: string,
  clock: string,
  sentAt: string,
): Promise<void> {
  (await notify(session, { incident, clock, sentAt })).success();
}
