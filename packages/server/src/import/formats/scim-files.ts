import { byCode } from '../folder.js';
import { notTaken, personFromScim, readScim } from '../scim.js';
import type { Found, PeopleFormat } from './found.js';

const SCHEMA = 'urn:ietf:params:scim:schemas:';

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

const isSchema = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  'attributes' in value &&
  'id' in value &&
  String(value.id).startsWith(SCHEMA);

/** JSON files with SCIM 2.0 users and groups: list responses, lists, or one resource a file. */
export const scimFiles: PeopleFormat = (files, ledger) => {
  const found: Found = { people: [], groups: [] };
  for (const { path: file, text = '' } of files) {
    if (!/\.(json|scim)$/i.test(file)) continue;
    const value = parseJson(text);
    if (value instanceof Error) {
      ledger.leaveOut(file, 'not JSON');
      ledger.problem(file, undefined, `The file is not JSON: ${value.message}.`);
      ledger.doubt(file);
      continue;
    }
    const content = readScim(value);
    if (content === undefined) {
      const schema = isSchema(value);
      ledger.leaveOut(file, schema ? 'the definition of a SCIM schema' : 'JSON without SCIM users');
      continue;
    }
    found.people.push(...content.users.map((user) => personFromScim(user, file)));
    if (content.others > 0) {
      const message = `${content.others} resources are neither users nor groups by their schemas`;
      ledger.problem(file, undefined, `${message}; they were left out.`);
      ledger.lose(file);
      ledger.doubt(file);
    }
    found.groups.push(...content.groups.map((group) => ({ ...group, file })));
    ledger.take(file, `SCIM: ${content.users.length} users, ${content.groups.length} groups`);
    const names = [...new Set(content.users.flatMap(notTaken))].sort(byCode);
    if (names.length > 0)
      ledger.note(file, undefined, `Attributes not taken: ${names.join(', ')}.`);
  }
  return found;
};
