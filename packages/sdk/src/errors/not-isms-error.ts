import { Failure, type FailureFacts } from './failure.js';

/** Something answered that is not a Heed backend, for example a login page or a proxy. */
export class NotIsmsError extends Failure {
  declare readonly kind: 'not-isms';

  constructor(facts: FailureFacts = {}) {
    super(
      'Something other than the backend answered, perhaps a sign-in page. Check baseUrl, or sign in and try again.',
      facts,
    );
    this.kind = 'not-isms';
  }
}
