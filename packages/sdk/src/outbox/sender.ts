import type { Acknowledgement } from '@heed/contract';
import { wire } from '@heed/contract/wire';
import { prepare } from '../calls.js';
import { storeError, type IsmsError } from '../errors/errors.js';
import { loaded } from '../loaded.js';
import { isFinal, retryAt } from './back-off.js';
import type { Row } from './entry.js';
import type { Identity } from './identity.js';
import { checkRecorded } from './recorded.js';
import type { Transport } from '../transport.js';

/** Sends single rows, each only with a token of the person it belongs to. */
export class Sender {
  constructor(
    private readonly transport: Transport,
    private readonly identity: Identity,
    private readonly baseUrl: string,
  ) {}

  /** The row as it is afterwards; unchanged when somebody else is signed in. */
  async send(row: Row, keepalive = false): Promise<Row> {
    const { key, kind, body, person } = row;
    try {
      // Few pages say something, and the others do not pay for it.
      const said =
        row.kind !== 'reading' && row.kind !== 'acknowledgement'
          ? await (await loaded(import('./said.js'))).saidOf(this.baseUrl, row)
          : undefined;
      const call =
        kind === 'reading'
          ? prepare(this.baseUrl, wire.readings.record, { session: key, ...body })
          : (said?.call ?? prepare(this.baseUrl, wire.acknowledgements.create, body, { key }));
      const answer = await this.transport.authorised(async (token) =>
        (await this.identity.of(token)) === person
          ? this.transport.send({ ...call, once: true, keepalive }, token)
          : undefined,
      );
      if (!answer) return row;
      const recorded: Row = { ...row, state: 'recorded', error: undefined };
      if (kind === 'acknowledgement') {
        const acknowledgement = answer as Acknowledgement;
        checkRecorded(person, body, acknowledgement);
        recorded.acknowledgement = acknowledgement;
      }
      return said ? { ...recorded, ...said.recorded(answer) } : recorded;
    } catch (thrown) {
      const error = thrown as IsmsError;
      return {
        ...row,
        state: isFinal(error, kind) ? 'rejected' : 'queued',
        attempts: row.attempts + 1,
        error: storeError(error),
        retryAt: retryAt(row.attempts, error),
      };
    }
  }
}
