import type { JsonObject } from '@heed/evidence';
import type { ImportedImage, ImportedPolicy, ImportedVersion } from '../import/types.js';
import type { LogEvent } from '../log/writer.js';
import type { Queryable } from '../storage/database.js';
import { canonicalText, fingerprint, hashOf, textHashes } from './hashes.js';

/** A stored version, as far as an import is compared with it. */
export interface StoredVersion {
  number: number;
  fingerprint: string;
}

/** A version that is to be stored, under the number it will have. */
export interface NewVersion {
  number: number;
  material: boolean;
  version: ImportedVersion;
}

function onlyAddsLanguages(version: ImportedVersion, stored: StoredVersion): boolean {
  const before = JSON.parse(stored.fingerprint) as [string, string][];
  const now = textHashes(version);
  return now.size > before.length && before.every(([tag, hash]) => now.get(tag) === hash);
}

function onlyLosesLanguages(version: ImportedVersion, stored: StoredVersion): boolean {
  const before = new Map(JSON.parse(stored.fingerprint) as [string, string][]);
  const now = [...textHashes(version)];
  return now.length < before.size && now.every(([tag, hash]) => before.get(tag) === hash);
}

const isThe = (version: ImportedVersion) => {
  const said = fingerprint(version);
  return (stored: StoredVersion): boolean => stored.fingerprint === said;
};

/**
 * Decides which versions of an imported policy are new. A published version never changes: another text under
 * its number becomes the next version, and an added translation an editorial one.
 *
 * @param whole whether all files could be read: if not, a text that seems to go back to an earlier one or to lose a
 *   language has more likely lost a file, and stays as it is
 */
export function newVersions(
  policy: ImportedPolicy,
  stored: readonly StoredVersion[],
  whole = true,
): { versions: NewVersion[]; notes: string[] } {
  const versions: NewVersion[] = [];
  const notes: string[] = [];
  const current = stored.reduce<StoredVersion | undefined>(
    (a, b) => (a && a.number > b.number ? a : b),
    undefined,
  );
  const last = policy.versions.at(-1);
  for (const version of policy.versions) {
    if (version === last) continue;
    if (stored.some(isThe(version))) continue;
    if (stored.some(({ number }) => number >= version.number)) {
      notes.push(
        `${policy.id}: version ${version.number} was left out, since history is not rewritten.`,
      );
    } else versions.push({ number: version.number, material: version.material, version });
  }
  if (!last || current?.fingerprint === fingerprint(last)) return { versions, notes };
  if (!current || last.number > current.number) {
    versions.push({ number: last.number, material: last.material, version: last });
    return { versions, notes };
  }
  if (!whole && (stored.some(isThe(last)) || onlyLosesLanguages(last, current))) {
    notes.push(`${policy.id}: the text stays as it is, because some of it may not have been read.`);
    return { versions, notes };
  }
  const number = current.number + 1;
  const editorial = onlyAddsLanguages(last, current);
  versions.push({ number, material: editorial ? false : last.material, version: last });
  notes.push(
    editorial
      ? `${policy.id}: a translation was added, so it became version ${number}, which asks nothing again.`
      : `${policy.id}: the text changed under the number ${last.number}, which is published and stays as it is, so it became version ${number}.`,
  );
  return { versions, notes };
}

async function insertDocuments(
  tx: Queryable,
  tenant: string,
  { number, version }: NewVersion,
): Promise<{ language: string; contentHash: string }[]> {
  const rows = version.documents.map(({ document }) => {
    const body = canonicalText({ ...document, version: number });
    return {
      policy: document.policy,
      language: document.language,
      content_hash: hashOf(body),
      title: document.title,
      words: document.sections.reduce((sum, { words }) => sum + words, 0),
      sections: document.sections.map(({ id }) => id),
      body,
    };
  });
  await tx.query(
    `insert into documents (tenant, policy, version, language, content_hash, title, words, sections, body)
     select $1, policy, $2::integer, language, content_hash, title, words, sections, body
     from jsonb_to_recordset($3::jsonb) as d(policy text, language text, content_hash text,
       title text, words integer, sections jsonb, body text)`,
    [tenant, number, JSON.stringify(rows)],
  );
  return rows.map(({ language, content_hash }) => ({ language, contentHash: content_hash }));
}

async function insertImages(
  tx: Queryable,
  tenant: string,
  policy: string,
  number: number,
  images: readonly ImportedImage[],
): Promise<void> {
  // One statement each: together they may be larger than what a statement may hold.
  for (const { contentHash, body } of images) {
    await tx.query(
      `insert into images (tenant, content_hash, body) values ($1, $2, $3) on conflict do nothing`,
      [tenant, contentHash, body],
    );
    await tx.query(
      `insert into version_images (tenant, policy, version, content_hash) values ($1, $2, $3, $4)`,
      [tenant, policy, number, contentHash],
    );
  }
}

/** Stores one new version with its documents and pictures; the ones before it are superseded. */
export async function insertVersion(
  tx: Queryable,
  tenant: string,
  policy: ImportedPolicy,
  added: NewVersion,
  at: string,
): Promise<LogEvent> {
  const { number, material, version } = added;
  const { label, change, effective } = version;
  await tx.query(
    `update policy_versions set status = 'superseded'
     where tenant = $1 and policy = $2 and number < $3 and status = 'published'`,
    [tenant, policy.id, number],
  );
  await tx.query(
    `insert into policy_versions (tenant, policy, number, label, status, change, material, effective,
       published_at, fingerprint)
     values ($1, $2, $3, $4, 'published', $5, $6, $7, $8, $9)`,
    [
      tenant,
      policy.id,
      number,
      label ?? null,
      change ?? null,
      material,
      effective ?? null,
      at,
      fingerprint(version),
    ],
  );
  const documents = await insertDocuments(tx, tenant, added);
  await insertImages(tx, tenant, policy.id, number, version.images ?? []);
  const record = {
    policy: policy.id,
    title: policy.title,
    number,
    label,
    change,
    material,
    effective,
    documents,
    at,
  };
  return {
    type: 'isms.policy.version.published',
    record: JSON.parse(canonicalText(record)) as JsonObject,
    subject: policy.id,
  };
}
