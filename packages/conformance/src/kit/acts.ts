import { randomUUID } from 'node:crypto';
import type { Acknowledgement, AcknowledgementDraft } from '@heed/contract';
import { verify } from '@heed/evidence';
import { unmet } from './check.js';
import type { Session } from './session.js';
import type { Trial } from './trial.js';

/** Sends an act; what comes is not looked at. */
export function act(session: Session, draft: AcknowledgementDraft, key: string = randomUUID()) {
  return session.ask('acknowledgements.create', draft, { 'Idempotency-Key': key });
}

/** What somebody has acknowledged, newest first. */
export function recorded(session: Session): Promise<Acknowledgement[]> {
  return session.all('acknowledgements.list', {});
}

/** Verifies a receipt with the key in a discovery document; the check fails when it does not hold. */
export async function verified(t: Trial, receipt: string, from: Session = t.anyone) {
  const { log } = (await from.ask('discovery.read', {})).success();
  return verify(receipt, { key: log?.key }).catch((error: Error) =>
    unmet(`the receipt does not verify: ${error.message}`),
  );
}
