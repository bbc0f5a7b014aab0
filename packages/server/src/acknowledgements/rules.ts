import type { AcknowledgementDraft, PolicyVersion, Statement } from '@heed/contract';
import { spanOf } from '../assignments/rules.js';
import type { Catalogue } from '../catalogue.js';
import { packsOf } from '../catalogue.js';
import { passOf, questionsAbout, type Pass } from '../checks/rules.js';
import { Failure } from '../http/failure.js';
import type { Caller } from '../identity/caller.js';
import type { StoredPack } from '../packs/records.js';
import type { PublishedPolicy } from '../policies/records.js';
import { openPolicy } from '../policies/rules.js';

/** What an acknowledgement is about, once every check has passed. */
export interface Permitted {
  policy: PublishedPolicy;
  version: PolicyVersion;
  pack: StoredPack;
  statement: Statement;
  /** The knowledge check that was passed before, where one is asked for. */
  check?: { pass: Pass; passMark: number };
}

/** Whether the content hash is of this version and language (ACK-7). */
export function isContentOf(version: PolicyVersion | undefined, draft: AcknowledgementDraft) {
  return Boolean(
    version?.documents.some(
      ({ contentHash, language }) =>
        contentHash === draft.contentHash && language === draft.language,
    ),
  );
}

/** The problem of a text that is not of the version. */
export function contentMismatch(): Failure {
  return new Failure(
    'content-mismatch',
    'The content hash is not of this version and language. Read the version again and show its text.',
  );
}

/**
 * Decides whether the caller may acknowledge this now (ACK-6 to ACK-8, ACK-13).
 * Returns the problem instead of throwing: the decision stands inside a shared transaction.
 */
export function permit(
  catalogue: Catalogue,
  caller: Caller,
  draft: AcknowledgementDraft,
  passes: readonly Pass[],
): Permitted | Failure {
  const policy = openPolicy(catalogue, caller, draft.policy);
  if (!policy) {
    return new Failure('not-found', 'No policy that is open to you has this id.');
  }
  const version = policy.versions.find(({ number }) => number === draft.version);
  if (draft.version !== policy.version || !version) {
    return new Failure(
      'version-not-current',
      `Version ${policy.version} is the current one. Show it and ask again.`,
    );
  }
  if (!isContentOf(version, draft)) return contentMismatch();
  const asking = packsOf(catalogue, caller.person).filter(
    (each) => each.policies.includes(policy.id) && each.statement?.hash === draft.statementHash,
  );
  const [pack] = asking;
  if (!pack?.statement) {
    return new Failure(
      'statement-mismatch',
      'Nothing asks you for this statement on this policy. Read your assignments again.',
    );
  }
  const checks = asking.flatMap(({ id, check }) =>
    check && questionsAbout(check, policy.id).length > 0
      ? [{ pass: passOf(passes, id, policy.id, spanOf(policy, version.number)), check }]
      : [],
  );
  if (checks.some(({ pass }) => !pass)) {
    return new Failure(
      'check-not-passed',
      'The questions about this policy come first. Nothing was recorded; read your assignments again and answer them.',
    );
  }
  const [first] = checks;
  return {
    ...{ policy, version, pack, statement: pack.statement },
    ...(first?.pass && { check: { pass: first.pass, passMark: first.check.passMark } }),
  };
}

/** The words of a statement for a reader of `language`: exact, then the base language, English, the first. */
export function statementText(
  { texts }: Statement,
  language: string,
): { language: string; text: string } {
  const wanted = [language, language.split('-')[0] ?? language, 'en', ...Object.keys(texts)];
  const found = wanted.find((tag) => texts[tag] !== undefined) ?? language;
  return { language: found, text: texts[found] ?? '' };
}
