import { Failure, type FailureFacts } from './failure.js';

/** The backend answered JSON that does not fit the contract. */
export class ContractError extends Failure {
  declare readonly kind: 'contract';

  constructor(facts: FailureFacts = {}) {
    super('The answer does not fit the contract. Tell those who run the backend.', facts);
    this.kind = 'contract';
  }
}
