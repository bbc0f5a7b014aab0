import { findingLines } from './account-findings.js';
import { firstPackLines, policyLines, unasked } from './account-policies.js';
import type { ContentReport, FileAccount, PeopleReport } from './types.js';

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

/** Control characters of a file must not steer the terminal. */
const calm = (text: string): string => text.replace(/[\p{Cc}\p{Cf}]/gu, '\u{FFFD}');

function understood(report: ContentReport | PeopleReport): string {
  const what = report.understood;
  if ('people' in what) return count(what.people.length, 'person', 'people');
  return [
    count(what.policies.length, 'policy', 'policies'),
    count(what.audiences.length, 'audience', 'audiences'),
    count(what.packs.length, 'pack', 'packs'),
    ...(what.terms.length > 0 ? [count(what.terms.length, 'term', 'terms')] : []),
    ...(what.channels.length > 0 ? [count(what.channels.length, 'channel', 'channels')] : []),
    ...(what.webhooks.length > 0 ? [count(what.webhooks.length, 'webhook', 'webhooks')] : []),
    ...(what.laws.length > 0 ? [count(what.laws.length, 'law', 'laws')] : []),
    ...(what.incidents.length > 0 ? [count(what.incidents.length, 'incident', 'incidents')] : []),
    ...(what.messages.length > 0 ? [count(what.messages.length, 'message', 'messages')] : []),
  ].join(', ');
}

/** What a start does with the policies, which is not always what their owner expects. */
function asking(name: string, report: ContentReport | PeopleReport, all: boolean): string[] {
  const what = report.understood;
  if ('people' in what || what.policies.length === 0) return [];
  if (what.packs.length === 0) return firstPackLines(name, what);
  const left = unasked(what).length;
  if (all || left === 0) return [];
  return [`${count(left, 'policy is', 'policies are')} asked of nobody; --dry-run says which.`];
}

/** What a start does not list. */
function inShort({ files }: ContentReport | PeopleReport, notes: number): string[] {
  const left = files.filter(({ outcome }) => outcome === 'left out').length;
  const parts = [
    ...(left > 0 ? [count(left, 'file was left out', 'files were left out')] : []),
    ...(notes > 0 ? [count(notes, 'note more', 'notes more')] : []),
  ];
  return parts.length > 0 ? [`${parts.join(', ')}; --dry-run lists them.`] : [];
}

/**
 * The import in words for the operator, under the name that they know the folder by; with `all`, every policy, every
 * note and every file that was left out as well.
 */
export function accountOf(
  name: string,
  report: ContentReport | PeopleReport,
  all: boolean,
): string[] {
  const problems = report.findings.filter(({ severity }) => severity === 'problem');
  const notes = report.findings.filter(({ severity }) => severity === 'note');
  const lines = [`${name}: ${understood(report)}`];
  if (all && 'policies' in report.understood) lines.push(...policyLines(report.understood));
  if (problems.length > 0) lines.push('These want a decision:', ...findingLines(problems, all));
  if (all && notes.length > 0) lines.push('Good to know:', ...findingLines(notes, all));
  const files = (title: string, wanted: FileAccount['outcome']): void => {
    const some = report.files.filter(({ outcome }) => outcome === wanted);
    if (some.length > 0) lines.push(title, ...some.map((one) => `  ${one.file}  ${one.reason}`));
  };
  if (all) {
    files('Taken in part:', 'partly');
    files('Left out:', 'left out');
  }
  if (!all) lines.push(...inShort(report, notes.length));
  lines.push(...asking(name, report, all));
  return lines.map(calm);
}
