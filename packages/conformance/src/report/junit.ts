import { count, type Outcome, type Run } from '../kit/result.js';
import { escape } from './escape.js';

function inside({ status, reason = '' }: Outcome): string {
  const text = escape(reason);
  if (status === 'pass') return '';
  if (status === 'fail') return `<failure message="${text}"/>`;
  if (status === 'error') return `<error message="${text}"/>`;
  return `<skipped message="${status}: ${text}"/>`;
}

function testCase(outcome: Outcome): string {
  const { id, title, requirements, ms } = outcome;
  const [group = id] = id.split('/');
  const name = escape(`${id}: ${title} (${requirements.join(', ')})`);
  return `    <testcase classname="conformance.${escape(group)}" name="${name}" time="${ms / 1000}">${inside(outcome)}</testcase>`;
}

/** `junit.xml`: what continuous integration shows. A run that could not begin is one error. */
export function junitReport(run: Run): string {
  const { outcomes, ms, startedAt, trouble } = run;
  const counts = count(outcomes);
  const errors = counts.error + (trouble === undefined ? 0 : 1);
  const cases = outcomes.map(testCase);
  if (trouble !== undefined) {
    cases.push(
      `    <testcase classname="conformance" name="the run begins"><error message="${escape(trouble)}"/></testcase>`,
    );
  }
  const skipped = counts.skipped + counts.unsupported;
  const sums = `tests="${cases.length}" failures="${counts.fail}" errors="${errors}" skipped="${skipped}" time="${ms / 1000}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="conformance" ${sums}>`,
    `  <testsuite name="${escape(run.baseUrl)}" timestamp="${startedAt}" ${sums}>`,
    ...cases,
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}
