import { executeServerCommand } from '@web/test-runner-commands';

/** Where the real backend is (test/config/backend.mjs), and the access token of a person. */
export interface SignedIn {
  folder: string;
  token: string;
}

/**
 * Signs somebody in at the real backend. It opens with the first who asks, and on a busy machine that takes longer than the
 * runner waits for an answer: then it is asked again.
 */
export async function signIn(userName: string): Promise<SignedIn> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await executeServerCommand<SignedIn, { userName: string }>('backend', { userName });
    } catch (error) {
      if (tries === 5) throw error;
    }
  }
}

/** Opens the real backend before the tests: no test has to be quick enough for that. */
export async function openBackend(this: Mocha.Context): Promise<void> {
  this.timeout(120_000);
  await signIn('person-0');
}
