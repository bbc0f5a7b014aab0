/** Folders of files for the tests of the importer and of publishing; deleted when the test process ends. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { temporaryFolder } from '../../../../test/setup/engines.mjs';
import { readContent } from './content.js';
import { readPeople } from './people.js';
import type { ContentReport, PeopleReport } from './types.js';

/** Files by their path, as text or as bytes. */
export type Files = Record<string, string | Uint8Array>;

/** Replaces what is in the folder. */
export function fill(folder: string, files: Files): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** A new folder with the files. */
export function folderOf(files: Files): string {
  const folder = temporaryFolder();
  fill(folder, files);
  return folder;
}

/** What the importer understands of these files as content. */
export const contentOf = (files: Files): Promise<ContentReport> => readContent(folderOf(files));

/** What the importer understands of these files as people. */
export const peopleOf = (files: Files): Promise<PeopleReport> => readPeople(folderOf(files));

/** The problems of a report as `file:line message`. */
export const problems = ({ findings }: ContentReport | PeopleReport): string[] =>
  findings
    .filter(({ severity }) => severity === 'problem')
    .map(({ file, line, message }) => `${file}${line === undefined ? '' : `:${line}`} ${message}`);

/** An English page with the lines of a front matter. */
export const page = (title: string, ...fields: string[]): string =>
  ['---', 'language: en', ...fields, '---', `# ${title}`, '', `The text of ${title}.`, ''].join(
    '\n',
  );
