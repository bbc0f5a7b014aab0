import { MANY, ONE } from '../person.js';
import { plainWords } from '../titles.js';

/** What a column of a table of people may hold: an attribute, or a part of the name that is shown. */
export type Held =
  (typeof ONE)[number] | (typeof MANY)[number] | 'active' | 'givenName' | 'familyName';

/** Other names of columns, in English and German and as directories export them, without case and punctuation. */
const OTHER_NAMES: Partial<Record<Held, string>> = {
  userName:
    'upn userprincipalname samaccountname login loginname logonname userid benutzername anmeldename benutzerkennung',
  displayName: 'name fullname vollstaendigername anzeigename',
  givenName: 'firstname forename vorname rufname',
  familyName: 'lastname surname sn nachname familienname',
  emails:
    'email mail emailaddress mailaddress workemail primarysmtpaddress emailadresse mailadresse',
  department: 'dept abteilung',
  division: 'businessunit bereich geschaeftsbereich',
  title: 'jobtitle position funktion stelle stellenbezeichnung',
  costCenter: 'costcentre kostenstelle',
  organization: 'organisation company companyname firma unternehmen gesellschaft',
  location:
    'office officelocation physicaldeliveryofficename site standort niederlassung arbeitsort',
  manager:
    'managerupn manageremail linemanager supervisor reportsto vorgesetzter vorgesetzte fuehrungskraft',
  preferredLanguage: 'language sprache bevorzugtesprache',
  joined: 'hiredate employeehiredate startdate joindate eintritt eintrittsdatum',
  left: 'leavedate employeeleavedatetime enddate terminationdate austritt austrittsdatum',
  groups: 'gruppen',
  products: 'produkte',
  active: 'isactive enabled accountenabled aktiv aktiviert kontoaktiviert',
};

const ALL: readonly Held[] = [...ONE, ...MANY, 'active', 'givenName', 'familyName'];
const fold = (header: string): string => plainWords(header).join('');

/** The columns of an attribute: those of its own name before those of another one. */
function columnsOf(held: Held, names: readonly string[]): number[] {
  const others = OTHER_NAMES[held]?.split(' ') ?? [];
  const where = (is: (name: string) => boolean): number[] =>
    names.flatMap((name, index) => (is(name) ? [index] : []));
  return [...where((name) => name === held.toLowerCase()), ...where((n) => others.includes(n))];
}

/** The columns of a table of people. */
export interface Columns {
  /** What is taken, with its column. */
  taken: Map<Held, number>;
  /** Headers that name the mail address. */
  mails: string[];
}

/** Recognises the columns of a header row; of several for one attribute the first is taken. */
export function columnsOfHeaders(headers: readonly string[]): Columns {
  const names = headers.map(fold);
  const taken = new Map<Held, number>();
  for (const held of ALL) {
    const [column] = columnsOf(held, names);
    if (column !== undefined) taken.set(held, column);
  }
  const name = taken.get('displayName');
  if (taken.has('givenName') && !taken.has('familyName') && name !== undefined) {
    // “Name, Vorname”: beside a first name, the name is the last one.
    if (names[name] === 'name') taken.set('familyName', name).delete('displayName');
  }
  return { taken, mails: columnsOf('emails', names).flatMap((index) => headers[index] ?? []) };
}
