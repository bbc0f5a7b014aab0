import { writeFileSync } from 'node:fs';

/**
 * Counts every browser test in every browser and writes `{ passed, failed, skipped }` to the file named by
 * HEED_COUNTS (nothing without it). A file that did not even load counts as one failure.
 *
 * @param {readonly string[]} leftOut What this machine cannot run, with the reason: skipped, and said so.
 * @returns {import('@web/test-runner').Reporter}
 */
export function countReporter(leftOut) {
  return {
    onTestRunFinished({ sessions }) {
      const file = process.env.HEED_COUNTS;
      if (!file) return;
      const counts = { passed: 0, failed: 0, skipped: [...leftOut] };
      for (const session of sessions) {
        const before = counts.failed;
        if (session.testResults) count(session.testResults, counts, session.browser.name);
        if (!session.passed && counts.failed === before) counts.failed += 1;
      }
      writeFileSync(file, JSON.stringify(counts));
    },
  };
}

function count(suite, counts, browser) {
  for (const test of suite.tests) {
    if (test.skipped) counts.skipped.push(`${test.name} (${browser})`);
    else if (test.passed) counts.passed += 1;
    else counts.failed += 1;
  }
  for (const child of suite.suites) count(child, counts, browser);
}
