import type { Person } from '@heed/contract';
import type { StoredLaw } from '../clocks/records.js';
import type { Standing } from '../clocks/rules.js';
import { mailOf } from './mail.js';
import type { Mail } from './mailer.js';
import { languageOf, type MailStyle } from './page.js';
import type { ClockWords } from './words/words.js';
import { deClock } from './words/de.js';
import { enClock } from './words/en.js';
import { esClock } from './words/es.js';
import { frClock } from './words/fr.js';
import { itClock } from './words/it.js';
import { nlClock } from './words/nl.js';

const spoken: Readonly<Record<string, ClockWords>> = {
  ...{ de: deClock, en: enClock, es: esClock, fr: frClock, it: itClock, nl: nlClock },
};

/** What a warning tells of. */
export interface Due {
  /** Id of the notice. */
  id: string;
  incident: string;
  due: Standing;
  laws: readonly StoredLaw[];
}

/**
 * The mail that warns a person before something is due, in their language; nothing where no page shows reports. It says
 * nothing of the report: mail is read in more places than the report may be.
 */
export function clockMailOf(
  { id, incident, due, laws }: Due,
  person: Person,
  { incidentLink, timeZone }: MailStyle,
): Mail | undefined {
  const { clock, dueAt } = due;
  const words = spoken[languageOf(person, spoken)];
  if (incidentLink === undefined || !words || !dueAt) return undefined;
  const stage = words.stages[clock.id.split('-').at(-1) as keyof ClockWords['stages']];
  const title = `${words.laws[clock.law]}, ${clock.article}: ${stage}`;
  const authority = laws.find((law) => law.id === clock.law)?.authority;
  const text = clock.law === 'whistleblowing' ? words.answer : words.send(stage, authority);
  const action = { text, dueAt: dueAt.toISOString() };
  const message = { id, title, text: '', html: '', authorName: '', action, channel: '' };
  const link = incidentLink.replaceAll('{incident}', encodeURIComponent(incident));
  return mailOf({ message, channel: '', audience: '' }, person, { link, timeZone }, spoken);
}
