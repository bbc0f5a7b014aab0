import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { root } from './files.mjs';

/**
 * Counts every browser test in every browser and writes the counts of each file and what was skipped to the file
 * named by HEED_COUNTS (nothing without it), and tells how long each file took. A file that did not even load counts as one failure.
 *
 * @param {readonly string[]} leftOut What this machine cannot run, with the reason: skipped, and said so.
 * @returns {import('@web/test-runner').Reporter}
 */
export function countReporter(leftOut) {
  return {
    onTestRunFinished({ sessions }) {
      const file = process.env.HEED_COUNTS;
      if (!file) return;
      const counts = { files: {}, skipped: [...leftOut] };
      for (const session of sessions) {
        const tally = (counts.files[session.testFile] ??= { passed: 0, failed: 0 });
        const before = tally.failed;
        if (session.testResults) count(session.testResults, tally, counts.skipped, session.browser);
        const seconds = (durationOf(session.testResults) / 1000).toFixed(1);
        console.log(
          `  ${relative(root, session.testFile)} (${session.browser.name}, ${seconds} s)`,
        );
        if (!session.passed && tally.failed === before) tally.failed += 1;
      }
      writeFileSync(file, JSON.stringify(counts));
    },
  };
}

function count(suite, tally, skipped, browser) {
  for (const test of suite.tests) {
    if (test.skipped) skipped.push(`${test.name} (${browser.name})`);
    else if (test.passed) tally.passed += 1;
    else tally.failed += 1;
  }
  for (const child of suite.suites) count(child, tally, skipped, browser);
}

function durationOf({ tests, suites } = { tests: [], suites: [] }) {
  const own = tests.reduce((sum, { duration = 0 }) => sum + duration, 0);
  return suites.reduce((sum, suite) => sum + durationOf(suite), own);
}
