import type { Client, DocumentSummary, PolicyVersion } from '@heed/sdk';
import type { Loaded } from '../document-loading.js';
import type { Changes, Reading } from './changes.js';

/** The version that a person acknowledged, seen from a later one. */
export interface Since {
  readonly version: PolicyVersion;
  /** What changed in each version after it, in the organisation's own words, newest first. */
  readonly summaries: readonly string[];
  /** Its text in the language that is shown; missing when there was none. */
  readonly text: DocumentSummary | undefined;
}

/**
 * Finds what the person acknowledged before; nothing when that is nothing, or when no change since then asks anything
 * of anyone.
 */
async function findSince(
  client: Client,
  { version: { policy, number }, document: { language } }: Loaded,
): Promise<Since | undefined> {
  let acknowledged = 0;
  for await (const one of client.assignments.list({ policy })) {
    const before = one.version === number ? (one.acknowledgedVersion ?? 0) : 0;
    acknowledged = Math.max(acknowledged, before);
  }
  if (!acknowledged) return undefined;
  const since: PolicyVersion[] = [];
  for await (const one of client.versions.list({ policy })) {
    if (one.number <= number && one.number > acknowledged) since.push(one);
    if (one.number <= acknowledged) break;
  }
  if (!since.some(({ material }) => material)) return undefined;
  const version = await client.versions.read({ policy, version: acknowledged });
  return {
    version,
    summaries: since.flatMap(({ change }) => (change ? [change] : [])),
    text: version.documents.find((one) => one.language === language),
  };
}

/** Finds out whether there are changes to offer; only then the rest is loaded. */
export async function findChanges(reading: Reading): Promise<Changes | undefined> {
  const since = await findSince(reading.client, reading.loaded);
  if (!since) return undefined;
  const { Changes } = await import('./changes.js');
  return Changes.offer(reading, since);
}
