import type { Finding } from './types.js';

/** How many places, or problems of one kind, a start shows. */
const SHOWN = 3;

const place = ({ file, line }: Finding): string => (line === undefined ? file : `${file}:${line}`);

function groupBy(findings: readonly Finding[], key: (finding: Finding) => string): Finding[][] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(key(finding));
    if (group) group.push(finding);
    else groups.set(key(finding), [finding]);
  }
  return [...groups.values()];
}

/** A message without what it is about: names in quotes or brackets, numbers, and words that look like a path. */
const kindOf = (message: string): string =>
  message.replace(/\u201c[^\u201d]*\u201d|\[[^\]]*\]|\S*[\d/#%_]\S*|\S+\.\w+/gu, '\u2026');

/** The file is named once for the lines that follow each other. */
function placesOf(findings: readonly Finding[]): string {
  return findings
    .map((finding, index) => {
      const { file, line } = finding;
      const isSame = line !== undefined && findings[index - 1]?.file === file;
      return isSame ? String(line) : place(finding);
    })
    .join(', ');
}

/** The same message for several places: the message once, then where. */
function equalLines(same: readonly Finding[], all: boolean): string[] {
  const [first] = same;
  if (first === undefined) return [];
  if (same.length === 1) return [`  ${place(first)}  ${first.message}`];
  const shown = all ? same : same.slice(0, SHOWN);
  const more = same.length - shown.length;
  const rest = more > 0 ? ` and ${more} more` : '';
  return [`  ${first.message}`, `    ${placesOf(shown)}${rest}`];
}

/**
 * Findings in lines, a message that is the same for several places once; without `all`, the first few of each kind
 * and how many more there are.
 */
export function findingLines(findings: readonly Finding[], all: boolean): string[] {
  const kinds = all ? [[...findings]] : groupBy(findings, ({ message }) => kindOf(message));
  return kinds.flatMap((kind) => {
    const groups = groupBy(kind, ({ message }) => message);
    const shown = all ? groups : groups.slice(0, SHOWN);
    const more = groups.slice(shown.length).flat().length;
    const lines = shown.flatMap((same) => equalLines(same, all));
    if (more > 0) lines.push(`    and ${more} more like these; --dry-run lists them`);
    return lines;
  });
}
