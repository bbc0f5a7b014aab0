import type { DocumentSummary, Policy, PolicyVersion } from '@heed/contract';
import type { Queryable } from '../storage/database.js';

/** A published policy with the history of its versions, newest first. */
export interface PublishedPolicy extends Policy {
  versions: PolicyVersion[];
}

interface PolicyRow {
  id: string;
  title: string;
  kind: string;
  owner: string | null;
  approver: string | null;
  classification: string;
  review_by: string | null;
  controls: string[];
  current_version: number;
}

interface VersionRow {
  policy: string;
  number: number;
  label: string | null;
  status: string;
  change: string | null;
  material: boolean;
  effective: string | null;
  published_at: string;
}

interface DocumentRow {
  policy: string;
  version: number;
  language: string;
  title: string;
  content_hash: string;
  words: number;
}

function group<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const rest = groups.get(keyOf(row));
    if (rest) rest.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}

function version(row: VersionRow, documents: readonly DocumentRow[]): PolicyVersion {
  return {
    policy: row.policy,
    number: row.number,
    ...(row.label !== null && { label: row.label }),
    status: row.status,
    ...(row.change !== null && { change: row.change }),
    material: row.material,
    ...(row.effective !== null && { effective: row.effective }),
    publishedAt: row.published_at,
    documents: documents.map(summary),
  };
}

function summary(row: DocumentRow): DocumentSummary {
  return {
    language: row.language,
    title: row.title,
    contentHash: row.content_hash,
    words: row.words,
  };
}

/** Every policy with a published version (POL-2), in the order of id. */
export async function publishedPolicies(db: Queryable, tenant: string): Promise<PublishedPolicy[]> {
  const [policies, versions, documents] = await Promise.all([
    db.query<PolicyRow>(
      `select id, title, kind, owner, approver, classification, review_by, controls, current_version
       from policies where tenant = $1 and current_version is not null order by id`,
      [tenant],
    ),
    db.query<VersionRow>(
      `select policy, number, label, status, change, material, effective, published_at
       from policy_versions where tenant = $1 order by policy, number desc`,
      [tenant],
    ),
    db.query<DocumentRow>(
      `select policy, version, language, title, content_hash, words
       from documents where tenant = $1 order by policy, version, language`,
      [tenant],
    ),
  ]);
  const versionsOf = group(versions, (row) => row.policy);
  const documentsOf = group(documents, (row) => `${row.version} ${row.policy}`);
  return policies.map((row) => {
    const history = (versionsOf.get(row.id) ?? []).map((each) =>
      version(each, documentsOf.get(`${each.number} ${each.policy}`) ?? []),
    );
    return {
      id: row.id,
      title: row.title,
      kind: row.kind,
      ...(row.owner !== null && { owner: row.owner }),
      ...(row.approver !== null && { approver: row.approver }),
      classification: row.classification,
      ...(row.review_by !== null && { reviewBy: row.review_by }),
      controls: row.controls,
      version: row.current_version,
      documents: history.find((each) => each.number === row.current_version)?.documents ?? [],
      versions: history,
    };
  });
}
