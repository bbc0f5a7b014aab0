import { byCode, readFolder } from './folder.js';
import { csvTable } from './formats/csv-table.js';
import type { Found, PeopleFormat } from './formats/found.js';
import { hrDatabase } from './formats/hr-database.js';
import { scimFiles } from './formats/scim-files.js';
import { Ledger } from './ledger.js';
import { checkPerson, type RawPerson } from './person.js';
import type { ImportedGroup, ImportedPerson, PeopleReport } from './types.js';

// In this order: a dump is recognised by its files, before its tables are tried as tables with headers.
const FORMATS: readonly PeopleFormat[] = [hrDatabase, scimFiles, csvTable];

const LISTS = /\.(csv|json|scim)$/i;

/** Everyone once, by userName without case (RFC 7643, 4.1.1); the first wins. */
function everyoneOnce(raw: readonly RawPerson[], ledger: Ledger) {
  const people = new Map<string, ImportedPerson>();
  const externalIds = new Map<string, string>();
  /** References of a source → userName. */
  const refs = new Map<string, string>();
  for (const one of raw) {
    const complain = (message: string): void => ledger.problem(one.file, one.line, message);
    const person = checkPerson(one, complain);
    const key = person.userName.toLowerCase();
    const before = people.get(key);
    if (person.userName === '') {
      complain('A person without userName was left out.');
      ledger.lose(one.file);
      ledger.doubt(one.file);
    } else if (before !== undefined) {
      complain(`${person.userName} is already there, from ${before.file}; this one was left out.`);
      ledger.lose(one.file);
    } else {
      const { externalId } = person;
      const other = externalId && externalIds.get(externalId);
      if (other) {
        complain(`The externalId of ${person.userName} is that of ${other}; it was not taken.`);
        delete person.externalId;
      } else if (externalId) externalIds.set(externalId, person.userName);
      people.set(key, person);
      if (one.ref !== undefined) refs.set(one.ref, person.userName);
    }
  }
  return { people: [...people.values()], refs };
}

function resolveManagers(
  people: readonly ImportedPerson[],
  refs: ReadonlyMap<string, string>,
  ledger: Ledger,
): void {
  const names = new Map(people.map(({ userName }) => [userName.toLowerCase(), userName]));
  for (const person of people) {
    if (person.manager === undefined) continue;
    const manager = refs.get(person.manager) ?? names.get(person.manager.toLowerCase());
    if (manager !== undefined && manager !== person.userName) person.manager = manager;
    else {
      const message = `The manager “${person.manager}” of ${person.userName} is not among the people.`;
      ledger.problem(person.file, undefined, message);
      delete person.manager;
    }
  }
}

function resolveGroups(
  found: Found['groups'],
  people: readonly ImportedPerson[],
  refs: ReadonlyMap<string, string>,
  ledger: Ledger,
): ImportedGroup[] {
  const byName = new Map(people.map((person) => [person.userName, person]));
  return found.map(({ name, members, file }) => {
    const known = members.flatMap((member) => refs.get(member) ?? []);
    for (const userName of known) {
      const groups = byName.get(userName)?.groups;
      if (groups !== undefined && !groups.includes(name)) groups.push(name);
    }
    if (known.length < members.length) {
      const missing = `${members.length - known.length} of ${members.length} members`;
      ledger.problem(
        file,
        undefined,
        `${missing} of the group “${name}” are not among the people.`,
      );
    }
    return { name, members: known.sort(byCode), file };
  });
}

/**
 * Understands a folder (or one file) of people: SCIM 2.0 JSON, CSV with a header row, and the dump of
 * an HR database. Only attributes of an allow-list are picked; the report names the columns that were
 * not. Stores nothing.
 */
export async function readPeople(folder: string): Promise<PeopleReport> {
  const files = await readFolder(folder);
  const ledger = new Ledger(files, LISTS);
  const raw: RawPerson[] = [];
  const found: Found['groups'] = [];
  for (const format of FORMATS) {
    const part = format(ledger.open(), ledger);
    raw.push(...part.people);
    found.push(...part.groups);
  }
  const { people, refs } = everyoneOnce(raw, ledger);
  resolveManagers(people, refs, ledger);
  const groups = resolveGroups(found, people, refs, ledger);
  for (const person of people) person.groups.sort(byCode);
  return {
    folder,
    understood: { people: people.sort((a, b) => byCode(a.userName, b.userName)), groups },
    ...ledger.close('no list of people that this importer knows'),
  };
}
