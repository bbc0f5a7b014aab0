import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { accountOf } from '../import/account.js';
import { DISTRIBUTED, type Colleague } from '../import/distribution.js';
import { NothingToImport, readFolder } from '../import/folder.js';
import type { ContentReport, PeopleReport } from '../import/types.js';
import type { LogWriter } from '../log/writer.js';
import { activePeople } from '../people/records.js';
import type { Database, Queryable } from '../storage/database.js';
import { lastImports, publish, type LastImport, type Part } from './publish.js';

/** Where the starter content is, and the name of its organisation. */
export const starter = {
  folder: fileURLToPath(new URL('../../starter/', import.meta.url)),
  organisation: 'Lindenquay',
};

/** The folders that the operator named; the starter may stand in for a missing one. */
export interface Folders {
  content?: string | undefined;
  people?: string | undefined;
  /** IANA name of the zone in which registers tell the time; UTC when absent. */
  timeZone?: string | undefined;
}

/** Takes one line for the operator. */
export type Say = (line: string) => void;

export { NothingToImport };

/** A folder to import, and the name under which the operator knows it. */
interface Source {
  folder: string;
  name: string;
}

function sourceOf(named: string | undefined, starterInstead: boolean): Source | undefined {
  if (named !== undefined) return { folder: named, name: named };
  return starterInstead ? { folder: starter.folder, name: 'starter' } : undefined;
}

/** Whether what was imported is the starter, by whatever path it was named. */
export function isStarter(last: LastImport | undefined): boolean {
  return last !== undefined && ['starter', resolve(starter.folder)].includes(last.source);
}

async function peopleOf(source: Source | undefined): Promise<PeopleReport | undefined> {
  if (!source) return undefined;
  // Loaded when needed only: a start without news need not wait for the readers of every format.
  const { readPeople } = await import('../import/people.js');
  return readPeople(source.folder);
}

async function contentOf(
  source: Source | undefined,
  people: readonly Colleague[],
  timeZone: string | undefined,
): Promise<ContentReport | undefined> {
  if (!source) return undefined;
  const { readContent } = await import('../import/content.js');
  return readContent(source.folder, { people, ...(timeZone !== undefined && { timeZone }) });
}

/** Says what the folders hold, and stores nothing. */
export async function dryRun(folders: Folders, say: Say): Promise<void> {
  const both = folders.content === undefined && folders.people === undefined;
  const [peopleSource, contentSource] = [
    sourceOf(folders.people, both),
    sourceOf(folders.content, both),
  ];
  const people = await peopleOf(peopleSource);
  const content = await contentOf(contentSource, people?.understood.people ?? [], folders.timeZone);
  if (people && peopleSource) accountOf(peopleSource.name, people, true).forEach(say);
  if (content && contentSource) accountOf(contentSource.name, content, true).forEach(say);
  if (!people && content?.understood.packs.some(({ id }) => id.startsWith(DISTRIBUTED))) {
    say(
      'Without --people the distribution lists reached nobody here. A start matches them against whom it stored.',
    );
  }
  say('Nothing was stored.');
}

/**
 * Refuses an import that would empty what is published: a wrong folder is likelier than an organisation
 * without policies or people.
 */
function refuseNothing(content: ContentReport | undefined, people: PeopleReport | undefined): void {
  const empty =
    (content?.understood.policies.length === 0 && content.folder) ||
    (people?.understood.people.length === 0 && people.folder);
  if (!empty) return;
  throw new NothingToImport(
    `Nothing to import was found in ${empty}, and what is published stays as it is. Name another folder, or see with --dry-run what became of each file.`,
  );
}

/** What the distribution lists of a register need to know of the people who are stored. */
async function storedColleagues(db: Queryable, tenant: string): Promise<Colleague[]> {
  const people = await activePeople(db, tenant);
  return people.map(({ userName, department, title }) => ({ userName, department, title }));
}

/**
 * Hash over everything an import is made of, every file of the folders among it, and over what reads them: as long
 * as it stays, there is nothing to import.
 */
async function digestOf(
  ...sources: (Source | readonly Colleague[] | undefined)[]
): Promise<string> {
  const program = await readFile(new URL('../../package.json', import.meta.url), 'utf8');
  const hash = createHash('sha256').update(program);
  for (const source of sources) {
    const parts = source && 'folder' in source ? await readFolder(source.folder) : source;
    for (const part of parts ?? []) {
      const { bytes, ...said } = 'bytes' in part ? part : { ...part, bytes: undefined };
      hash.update(JSON.stringify(said));
      if (bytes) hash.update(bytes);
    }
  }
  return hash.digest('hex');
}

/** A part as it is published; the starter is known by its name wherever it lies. */
function partOf<R extends ContentReport | PeopleReport>(
  report: R | undefined,
  source: Source | undefined,
  digest: string,
): Part<R['understood']> | undefined {
  if (!report || !source) return undefined;
  const { understood, incomplete } = report;
  const path = source.name === 'starter' ? source.name : resolve(source.folder);
  return { understood, incomplete, source: path, digest };
}

/**
 * Publishes what is new in the folders. Without a folder the starter is published, unless something else was before;
 * its invented people are for development only, and never enter a directory that an issuer signs in.
 */
export async function publishFolders(
  db: Database,
  log: LogWriter,
  { tenant, dev, ...folders }: Folders & { tenant: string; dev: boolean },
  say: Say,
): Promise<void> {
  const before = await lastImports(db, tenant);
  const mayStart = (last: LastImport | undefined) => !last || last.source === 'starter';
  const peopleSource = sourceOf(folders.people, dev && mayStart(before.people));
  const contentSource = sourceOf(folders.content, mayStart(before.content));
  const stored = await storedColleagues(db, tenant);
  const digests = {
    people: await digestOf(peopleSource),
    content: await digestOf(contentSource, peopleSource ?? stored),
  };
  const newPeople = peopleSource && before.people?.digest !== digests.people;
  const newContent = contentSource && before.content?.digest !== digests.content;
  if (!newPeople && !newContent) return;
  const people = await peopleOf(peopleSource);
  // Whoever stands in a file that could not be read stays, and so does the name of their department.
  const staying = people && people.incomplete.length === 0 ? [] : stored;
  const colleagues = [...(people?.understood.people ?? []), ...staying];
  const content = await contentOf(contentSource, colleagues, folders.timeZone);
  if (people && newPeople) accountOf(peopleSource.name, people, false).forEach(say);
  if (content && newContent) accountOf(contentSource.name, content, false).forEach(say);
  refuseNothing(content, people);
  const { notes } = await publish(db, log, tenant, {
    people: partOf(people, peopleSource, digests.people),
    content: partOf(content, contentSource, digests.content),
  });
  notes.forEach(say);
}
