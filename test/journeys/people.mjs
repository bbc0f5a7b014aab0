// The people of the starter content, straight from its SCIM file.
import { readFileSync } from 'node:fs';

const urn = 'urn:heed:params:scim:schemas:extension:2.0:User';
const { Resources: all } = JSON.parse(
  readFileSync(new URL('../../packages/server/starter/people.json', import.meta.url), 'utf8'),
);
const staff = all.filter(
  (p) => p.active !== false && (p[urn]?.relation ?? 'employee') === 'employee',
);
const plain = staff.filter((p) => !p[urn]?.roles?.length).map((p) => p.userName);
let next = 0;

/** What the portal's switcher shows. */
export const personas = () =>
  all
    .filter((p) => p.active !== false)
    .map(({ userName, displayName, title, preferredLanguage }) => ({
      userName,
      displayName,
      title,
      preferredLanguage,
    }));

/** Somebody nobody in this test run has been yet. */
export function unusedPerson() {
  const person = plain[next++];
  if (!person) throw new Error('the starter company has no more people');
  return person;
}

/** The auditor. */
export const auditor = () => staff.find((p) => p[urn]?.roles?.includes('auditor')).userName;
