import type { Acknowledgement, AcknowledgementDraft } from '@heed/contract';
import type { AcknowledgementRecord } from '@heed/evidence';
import { ContractError } from '../errors/contract-error.js';

/**
 * Makes sure that the receipt records this very act, before anybody is told so. An act that was
 * recorded earlier, in another language of the same version and statement, is the same act.
 *
 * @throws ContractError when it records something else.
 */
export function checkRecorded(
  person: string,
  draft: AcknowledgementDraft,
  answer: Acknowledgement,
): void {
  let record: AcknowledgementRecord | undefined;
  try {
    const receipt = JSON.parse(answer.receipt) as { record: string };
    record = JSON.parse(receipt.record) as AcknowledgementRecord;
  } catch {
    // Not a receipt: the comparison below fails.
  }
  const act = [draft.policy, draft.version, draft.statementHash];
  const shown = [answer.language, answer.contentHash];
  if (
    // One string each: lists are equal when their JSON is.
    JSON.stringify([person, ...act, ...shown]) !==
      JSON.stringify([
        record?.person?.id,
        record?.policy?.id,
        record?.version,
        record?.statement?.hash,
        record?.language,
        record?.contentHash,
      ]) ||
    (answer.language === draft.language && answer.contentHash !== draft.contentHash)
  ) {
    throw new ContractError({
      message:
        'The receipt does not record what was acknowledged here, so it is not counted as recorded. It stays on this device; tell those who run the backend.',
    });
  }
}
