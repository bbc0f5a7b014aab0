import type { AcknowledgementDraft } from '@heed/contract';
import type { AcknowledgementRecord, JsonObject } from '@heed/evidence';
import type { Caller } from '../identity/caller.js';
import { statementText, type Permitted } from './rules.js';

/** The record that the receipt holds and the log commits to: everything that was true in the moment of the act. */
export function acknowledgementRecord(
  id: string,
  caller: Caller,
  draft: AcknowledgementDraft,
  { policy, version, pack, statement, check }: Permitted,
  recordedAt: string,
): AcknowledgementRecord & JsonObject {
  const { person, authentication } = caller;
  const { at, amr } = authentication;
  return {
    id,
    tenant: caller.tenant,
    person: { id: person.id, userName: person.userName, displayName: person.displayName },
    policy: { id: policy.id, title: policy.title },
    version: version.number,
    ...(version.label !== undefined && { label: version.label }),
    contentHash: draft.contentHash,
    language: draft.language,
    statement: { hash: statement.hash, ...statementText(statement, draft.language) },
    pack: { id: pack.id },
    asks: pack.asks,
    method: draft.method,
    ...(check && {
      check: {
        ...{ attempt: check.pass.id, right: check.pass.right, of: check.pass.of },
        passMark: check.passMark,
      },
    }),
    ...(draft.reading && { reading: { ...draft.reading } }),
    authentication: {
      issuer: authentication.issuer,
      ...(at !== undefined && { at }),
      ...(amr && { amr: [...amr] }),
    },
    clientTime: draft.clientTime,
    recordedAt,
  };
}
