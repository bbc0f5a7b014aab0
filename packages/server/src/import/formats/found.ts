import type { SourceFile } from '../folder.js';
import type { Ledger } from '../ledger.js';
import type { RawPerson } from '../person.js';
import type { ScimGroup } from '../scim.js';

/** What one recogniser found; it has accounted for the files it took. */
export interface Found {
  people: RawPerson[];
  groups: (ScimGroup & { file: string })[];
}

/** Recognises one way of laying out people, takes its files and leaves the others alone. */
export type PeopleFormat = (files: readonly SourceFile[], ledger: Ledger) => Found;
