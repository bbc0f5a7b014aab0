import { Failure, type FailureFacts } from './failure.js';

/** No answer came: offline, a lost connection or a timeout. */
export class NetworkError extends Failure {
  declare readonly kind: 'network';

  constructor(facts: FailureFacts = {}) {
    super(
      'The backend did not answer: it may or may not have arrived. Check the connection and try again.',
      facts,
    );
    this.kind = 'network';
  }
}
