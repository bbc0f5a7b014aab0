import type { Circumstance } from './laws.js';
import type { Facts } from './rules.js';

/** What clocks look at of a triage. */
export interface Triaged {
  state: string;
  outcome?: string | undefined;
  awareAt?: string | undefined;
  classifiedAt?: string | undefined;
  measureAt?: string | undefined;
  personalData?: boolean | undefined;
  duties?: readonly string[] | undefined;
}

const duties: readonly Circumstance[] = ['significant', 'major', 'exploited', 'severe'];

/** What the triage says that the report is to the laws (CLK-8). */
function judgedBy({ outcome, personalData, duties: said }: Triaged): Facts['judged'] {
  // What did not happen is notified to no authority; whoever reported a breach of law is heard all the same.
  const isNothing = outcome === 'false-positive' || outcome === 'near-miss';
  const isPersonal = isNothing ? false : personalData;
  const judged: Partial<Record<Circumstance, boolean>> = {};
  if (isPersonal !== undefined) judged['personal-data'] = isPersonal;
  if (said) {
    for (const duty of [...duties, 'breach-of-law' as const]) judged[duty] = said.includes(duty);
  } else if (isNothing) {
    for (const duty of duties) judged[duty] = false;
  }
  return judged;
}

/** What is known of a report that its clocks depend on. */
export function factsOf(
  incident: { reportedAt: string; closedAt: string | undefined },
  triage: Triaged,
  sent: Facts['sent'],
): Facts {
  const { awareAt, classifiedAt, measureAt } = triage;
  const { reportedAt, closedAt } = incident;
  return {
    moments: {
      reportedAt,
      ...(awareAt !== undefined && { awareAt }),
      ...(classifiedAt !== undefined && { classifiedAt }),
      ...(measureAt !== undefined && { measureAt }),
      ...(closedAt !== undefined && { handledAt: closedAt }),
    },
    judged: judgedBy(triage),
    sent,
  };
}
