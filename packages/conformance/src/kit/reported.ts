import { randomUUID } from 'node:crypto';
import type {
  AnswerDraft,
  AnswerRecorded,
  Answer as Said,
  Incident,
  IncidentDraft,
  IncidentRecorded,
  Triage,
  TriageDraft,
} from '@heed/contract';
import type { Setup } from '@heed/contract/setup';
import type { Answer } from './answer.js';
import { asFarAsItGoes, type Inputs } from './spoken.js';
import type { Session } from './session.js';
import type { Trial } from './trial.js';
import { canaries, cast, office } from './world.js';

/** Who handles reports in {@link desk}. */
export const handler = 'hana';

/** A small tenant in which hana handles reports and mona runs the ISMS. */
export function desk(): Setup {
  const { people, ...content } = office();
  const [first] = people;
  const roled = people.map((one) =>
    one.userName === cast['isms-manager'] ? { ...one, roles: ['isms-manager' as const] } : one,
  );
  const hana = { userName: handler, displayName: 'Hana Example', roles: ['incident-handler'] };
  return { ...content, people: [...roled, { ...first, ...hana } as (typeof people)[number]] };
}

/** What somebody reports. */
export const reporting = (more: Partial<IncidentDraft> = {}): IncidentDraft => ({
  ...{ language: 'en', noticed: `Seen ${randomUUID()}` },
  ...more,
});

/** Reports; what comes is not looked at. */
export function report(
  session: Session,
  draft: IncidentDraft = reporting(),
  incident: string = randomUUID(),
): Promise<Answer<IncidentRecorded>> {
  return session.ask('incidents.record', { incident, ...draft });
}

/** Answers in a report; what comes is not looked at. */
export function reply(
  session: Session,
  draft: AnswerDraft,
  answer: string = randomUUID(),
): Promise<Answer<AnswerRecorded>> {
  return session.ask('answers.record', { answer, ...draft });
}

/** A report as somebody is told it now. */
export async function incidentOf(session: Session, incident: string): Promise<Incident> {
  return (await session.ask('incidents.read', { incident })).success();
}

/** What was said in a report, as somebody is told it. */
export async function repliesOf(session: Session, incident: string): Promise<Said[]> {
  return session.all('answers.list', { incident });
}

/** Everything that can be said of a report that is not closed, but to whom it is assigned. */
export const wholeTriage: Readonly<TriageDraft> = {
  ...{ state: 'handling', kind: 'incident', class: 'fraud:phishing', severity: 'high' },
  ...{ outcome: 'confirmed', assets: ['mailbox', 'Ünïcödé 漢字 🦉'], tlp: 'amber' },
  ...{ awareAt: '2026-11-24T08:05:00.000Z', classifiedAt: '2026-11-24T09:00:00.000Z' },
  ...{ personalData: false, duties: ['significant'], measureAt: '2026-11-24T10:00:00.000Z' },
};

/** The triage of a report as somebody is told it now. */
export async function triageOf(session: Session, incident: string): Promise<Triage> {
  return (await session.ask('triage.read', { incident })).success();
}

/** Changes the triage; what comes is not looked at. */
export function classify(
  session: Session,
  incident: string,
  revision: string,
  draft: Readonly<TriageDraft>,
): Promise<Answer<Triage>> {
  return session.ask('triage.record', { incident, revision, ...draft });
}

/** Ids of what was reported in the two tenants that most checks share, by userName. */
export interface Reported {
  /** By whom of the tenant. */
  own: ReadonlyMap<string, string>;
  /** By the colleague of the other tenant. */
  foreign: string;
}

async function beginReporting(t: Trial): Promise<Reported> {
  const own = new Map<string, string>();
  const roles = ['staff', 'supplier', 'isms-manager', 'auditor', 'colleague'] as const;
  for (const role of roles) {
    const session = t.named(cast[role]);
    const noticed = role === 'colleague' ? `Seen in the ${canaries.own} room` : 'Seen';
    const { incident } = (await report(session, reporting({ noticed }))).success();
    own.set(cast[role], incident.id);
    for (const text of ['More', 'And more']) {
      (await reply(session, { incident: incident.id, text })).success();
    }
  }
  const noticed = `Seen in the ${canaries.foreign} room`;
  const strange = await report(t.elsewhere.as(cast.colleague), reporting({ noticed }));
  (await report(t.named(cast.staff))).success();
  return { own, foreign: strange.success().incident.id };
}

/** The same, once for all checks. */
export const reportedOnce = (t: Trial): Promise<Reported> =>
  t.once('reported', () => beginReporting(t));

/** Good requests about what somebody reported. */
export async function reportedOf(t: Trial, staff: Session): Promise<Inputs> {
  const inputs: Inputs = { 'incidents.list': {} };
  await asFarAsItGoes({}, async () => void (await reportedOnce(t)));
  return asFarAsItGoes(inputs, async () => {
    const { items } = (await staff.ask('incidents.list', {})).success();
    const incident = (items.find(({ answers }) => answers > 1) ?? items[0])?.id;
    if (incident === undefined) return;
    inputs['incidents.read'] = { incident };
    inputs['answers.list'] = { incident };
    const by = t.as('auditor');
    inputs['triage.read'] = { by, incident };
    inputs['changes.list'] = { by, incident };
    inputs['clocks.read'] = { by, incident };
    inputs['notifications.list'] = { by, incident };
    inputs['unlocks.list'] = { incident };
  });
}

/** What somebody new may report. */
export async function reports(session: Session): Promise<Inputs> {
  const draft = { by: session, incident: randomUUID(), ...reporting() };
  const inputs: Inputs = { 'incidents.record': draft };
  return asFarAsItGoes(inputs, async () => {
    const { incident } = (await report(session)).success();
    const said = { incident: incident.id, text: 'More' };
    inputs['answers.record'] = { by: session, answer: randomUUID(), ...said };
  });
}
