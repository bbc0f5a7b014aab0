import { executeServerCommand } from '@web/test-runner-commands';
import type { Backend } from './calls.checks.js';
import { faultChecks } from './faulty.checks.js';

/** The real backend, which cannot run in a page, behind the real fetch; each check has a storage of its own there. */
async function connect(userName: string): Promise<Backend> {
  const { folder, token } = await executeServerCommand<
    { folder: string; token: string },
    { userName: string }
  >('backend', { userName });
  return {
    baseUrl: `${folder}/${userName}`,
    handler: (request) => fetch(request),
    token: () => Promise.resolve(token),
  };
}

describe('the SDK on a faulty network, in a browser', function () {
  this.timeout(60_000);
  // They wait more than they work: all at once.
  const running = new Map<string, Promise<void>>();
  before(() => {
    for (const { name, person, run } of faultChecks()) {
      const done = connect(person).then(run);
      done.catch(() => undefined);
      running.set(name, done);
    }
  });

  for (const { name } of faultChecks()) it(name, () => running.get(name));
});
