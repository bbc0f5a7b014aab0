// A company whose policies and people change while others read: a folder, as an operator would edit it.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const policies = ['conduct', 'devices', 'phishing'];

/** What the one pack of the company asks people to put their name to. */
const packs = `- id: basics
  title: Basics
  policies: [${policies.join(', ')}]
  audience: staff
  asks: acknowledge
  statement:
    en: I have taken note of this policy and will follow it.
    de: Ich habe diese Richtlinie zur Kenntnis genommen und halte mich daran.
  due: { days: 14 }
`;
const audiences = `- id: staff
  title: Staff
  kind: internal
  rule: { attribute: relation, in: [employee] }
`;

const text = (policy, version, language) => `---
id: ${policy}
title: ${policy} (${language})
language: ${language}
version: ${version}
material: true
change: Change ${version}
---

# ${policy} (${language})

## Aim

What we want with ${policy}, in version ${version}.

## Rules

Do what is right, and ask when you are not sure.
`;

/**
 * Writes the folder.
 *
 * @param {number} size How many people work there, besides the auditor.
 */
export function createCompany(size) {
  const folder = mkdtempSync(join(tmpdir(), 'heed-company-'));
  const relation = new Map([['auditor', 'employee']]);
  for (let i = 0; i < size; i++) relation.set(`p${i}`, 'employee');
  const versions = new Map(policies.map((policy) => [policy, 1]));
  const withdrawn = new Set();

  const writePeople = () => {
    const rows = [...relation].map(([name, how]) =>
      [name, name, `${name}@example.test`, how, name === 'auditor' ? 'auditor' : ''].join(','),
    );
    const csv = ['userName,displayName,email,relation,roles', ...rows].join('\n');
    writeFileSync(join(folder, 'people.csv'), `${csv}\n`);
  };
  const writePolicy = (policy) => {
    for (const language of ['en', 'de']) {
      const file = join(folder, `${policy}${language === 'en' ? '' : '.de'}.md`);
      writeFileSync(file, text(policy, versions.get(policy), language));
    }
  };
  writeFileSync(join(folder, 'packs.yaml'), packs);
  writeFileSync(join(folder, 'audiences.yaml'), audiences);
  policies.forEach(writePolicy);
  writePeople();

  const revise = (policy) => {
    withdrawn.delete(policy);
    versions.set(policy, versions.get(policy) + 1);
    writePolicy(policy);
  };

  return {
    folder,
    policies,
    /** A new version of a policy, with another text. */
    revise,
    /** Notes that the current version is withdrawn. */
    withdraw: (policy) => withdrawn.add(policy),
    /** New versions of what is withdrawn, so that the next one finds everything; false when nothing is. */
    restore() {
      const gone = [...withdrawn];
      gone.forEach(revise);
      return gone.length > 0;
    },
    /** Somebody leaves the audience, or comes back. */
    move(userName) {
      relation.set(userName, relation.get(userName) === 'employee' ? 'supplier' : 'employee');
      writePeople();
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
