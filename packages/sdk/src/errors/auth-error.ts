import { Failure, type FailureFacts } from './failure.js';

/** There is no usable token: none was given, or the backend refused it and its replacement. */
export class AuthError extends Failure {
  declare readonly kind: 'auth';

  constructor(facts: FailureFacts = {}) {
    super(
      'Nobody is signed in any more. Sign in again, and let getToken return a fresh access token.',
      facts,
    );
    this.kind = 'auth';
  }
}
