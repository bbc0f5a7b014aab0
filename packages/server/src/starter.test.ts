import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Document, Policy } from '@heed/contract';
import { temporaryFolder } from '../../../test/setup/engines.mjs';
import { readContent } from './import/content.js';
import { readPeople } from './import/people.js';
import type { ImportedPerson } from './import/types.js';
import { openOffice, type Office, type Session } from './testing/office.js';

const starter = fileURLToPath(new URL('../starter/', import.meta.url));

let office: Office;
let people: ImportedPerson[];
before(async () => {
  office = await openOffice({ folder: temporaryFolder() });
  people = (await readPeople(`${starter}/people.json`)).understood.people;
  const content = await readContent(starter, { people });
  await office.publish({ people, ...content.understood });
});
after(() => office.close());

/** Policies and sections that the texts of a policy link to, as `policy:ID#SECTION`. */
async function linksIn(session: Session, policy: Policy): Promise<string[]> {
  const found: string[] = [];
  for (const { language, contentHash } of policy.documents) {
    const place = `/v1/policies/${policy.id}/versions/${policy.version}/documents/${contentHash}`;
    const { status, body } = await session.get<Document>(place);
    assert.equal(status, 200, `${policy.id} in ${language}`);
    const html = body.sections.map((section) => section.html).join('');
    found.push(...[...html.matchAll(/href="policy:([^"#]+)/g)].map(([, id = '']) => id));
  }
  return found;
}

test('everybody can open what the texts that are open to them link to', async () => {
  const dead: string[] = [];
  let links = 0;
  for (const { userName } of people.filter(({ active }) => active)) {
    const session = await office.as(userName);
    const { body } = await session.get<{ items: Policy[] }>('/v1/policies?limit=200');
    for (const policy of body.items) {
      for (const id of new Set(await linksIn(session, policy))) {
        links += 1;
        const { status } = await session.get(`/v1/policies/${id}`);
        if (status !== 200) dead.push(`${userName}: ${policy.id} → ${id} answers ${status}`);
      }
    }
  }
  assert.deepEqual(dead, []);
  assert.ok(links > 100, `${links} links were followed`);
});
