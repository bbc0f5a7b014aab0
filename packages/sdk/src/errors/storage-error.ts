import { Failure, type FailureFacts } from './failure.js';

/** This device refused to store something. */
export class StorageError extends Failure {
  declare readonly kind: 'storage';

  constructor(facts: FailureFacts = {}) {
    super(
      'This device could not store it. Keep the page open until it is recorded, or free some space.',
      facts,
    );
    this.kind = 'storage';
  }
}
