/** One row of a table. Bars in the cells are escaped, line breaks become spaces. */
export const row = (...cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replace(/\s+/g, ' ').replaceAll('|', '\\|')).join(' | ')} |`;

/** A table with its head. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string[] => [
  row(...head),
  row(...head.map(() => '---')),
  ...rows.map((cells) => row(...cells)),
  '',
];

/** A block of code exactly as it is. */
export const exactly = (language: string, text: string): string[] => [
  '<!-- prettier-ignore -->',
  '```' + language,
  text.replace(/\n$/, ''),
  '```',
  '',
];

/** `a`, `b` or `c`. */
export function anyOf(values: readonly string[], or = 'or'): string {
  const quoted = values.map((value) => `\`${value}\``);
  const last = quoted.pop() ?? '';
  return quoted.length > 0 ? `${quoted.join(', ')} ${or} ${last}` : last;
}

/** A place that links can lead to. */
export const anchor = (id: string): string => `<a id="${id.toLowerCase()}"></a>`;

/** What begins every generated page. */
export const head = (title: string): string[] => [
  `# ${title}`,
  '',
  '<!-- Generated from packages/contract/src by its specification.test.ts: change it there. -->',
  '',
];
