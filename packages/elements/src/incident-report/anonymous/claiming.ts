import type { ClaimRecorded, Client, IncidentDraft, IsmsError } from '@heed/sdk';
import { createClaimCode } from '@heed/sdk/claim-code';

/** How often a code may be one that another report has: that it happens at all is unlikely beyond words. */
const tries = 3;

/** A report without a name on its way; the code is known to this page alone until it is shown. */
export class Claiming {
  #code = createClaimCode();

  constructor(
    private readonly client: Client,
    /** Id of the report. */
    private readonly claim: string,
    private readonly body: IncidentDraft,
  ) {}

  /** Opens the report later, from any device. */
  get code(): string {
    return this.#code;
  }

  /** Sends it. Sent again it is the same report, with the same code. */
  async send(): Promise<ClaimRecorded> {
    const { language, seems, noticed, noticedAt, safe, did } = this.body;
    const told = { language, seems, noticed, noticedAt, safe, did };
    for (let time = 1; ; time++) {
      try {
        return await this.client.claims.record({ claim: this.claim, ...told, code: this.#code });
      } catch (error) {
        if (time === tries || !isOfAnother(error as IsmsError)) throw error;
        this.#code = createClaimCode();
      }
    }
  }
}

const isOfAnother = ({ status, problem }: IsmsError): boolean =>
  status === 422 && !!problem?.errors?.some(({ pointer }) => pointer === '/code');
