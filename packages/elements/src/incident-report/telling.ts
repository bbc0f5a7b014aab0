import type { IncidentDraft } from '@heed/sdk';

/** What something may seem to be, in the order in which it is offered: what is most often seen first. */
export const kinds = [
  'phishing',
  'lost-device',
  'wrong-recipient',
  'malware',
  'access',
  'weakness',
  'other',
] as const satisfies readonly IncidentDraft['seems'][];

/** Whom the name of who reports is told to. */
export const privacies = ['named', 'confidential', 'anonymous'] as const;

/** What somebody is telling, as the fields have it. */
export interface Telling {
  readonly noticed: string;
  readonly seems: (typeof kinds)[number] | '';
  readonly safe: 'yes' | 'no' | 'unsure' | '';
  readonly when: 'now' | 'earlier';
  /** When it was, if earlier, as the field for it has it: local time, or empty. */
  readonly at: string;
  readonly did: string;
  readonly privacy: (typeof privacies)[number];
  /** RFC 3339 UTC, when they began to tell it: that is the moment which they call now. */
  readonly begunAt: string;
}

/** Nothing told yet. */
export const nothingTold: Telling = {
  ...{ noticed: '', seems: '', safe: '', when: 'now', at: '', did: '' },
  ...{ privacy: 'named', begunAt: '' },
};

/** Whether there is anything that could be lost. */
export const isTold = ({ noticed, did }: Telling): boolean => !!(noticed.trim() || did.trim());

/** What is sent of it. */
export function reportOf(
  { noticed, seems, safe, when, at, did, privacy, begunAt }: Telling,
  language: string,
  attachments: readonly string[],
): IncidentDraft {
  const noticedAt = when === 'now' ? begunAt : at && new Date(at).toISOString();
  return {
    ...{ language, noticed: noticed.trim() },
    ...(seems && { seems }),
    ...(noticedAt && { noticedAt }),
    ...(safe && { safe }),
    ...(did.trim() && { did: did.trim() }),
    ...(attachments.length > 0 && { attachments: [...attachments] }),
    ...(privacy === 'confidential' && { confidential: true }),
  };
}

/** The fields for what was sent before, to go on with it. */
export function tellingOf({
  noticed,
  seems,
  safe,
  noticedAt,
  did,
  confidential,
}: IncidentDraft): Telling {
  return {
    ...nothingTold,
    ...{ noticed, seems: seems ?? '', safe: safe ?? '', did: did ?? '' },
    ...(noticedAt ? { begunAt: noticedAt } : { when: 'earlier' }),
    ...(confidential && { privacy: 'confidential' }),
  };
}
