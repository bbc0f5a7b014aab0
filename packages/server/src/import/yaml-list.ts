import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, type YAMLMap } from 'yaml';
import { Fields } from './fields.js';
import type { Ledger } from './ledger.js';

function linesOf(map: YAMLMap, at: (offset: number) => number): (field: string) => number {
  const start = at(map.range?.[0] ?? 0);
  const places = new Map<string, number>();
  for (const { key } of map.items) {
    if (isScalar(key) && key.range) places.set(String(key.value), at(key.range[0]));
  }
  return (field) => places.get(field) ?? start;
}

/** Reads a YAML file that is a list of maps; each map with the lines of its fields. What cannot be read is told of. */
export function readYamlList(file: string, text: string, ledger: Ledger): Fields[] {
  const lines = new LineCounter();
  let yaml: ReturnType<typeof parseDocument>;
  try {
    yaml = parseDocument(text, { lineCounter: lines, schema: 'core' });
  } catch (error) {
    // Nested so deep that the parser gives up.
    const why = error instanceof Error ? error.message : String(error);
    ledger.problem(file, 1, `The file cannot be read: ${why}.`);
    ledger.doubt(file);
    return [];
  }
  const at = (offset: number): number => lines.linePos(offset).line;
  for (const error of yaml.errors) {
    ledger.problem(file, at(error.pos[0]), `Not YAML: ${error.message.split('\n')[0] ?? ''}`);
  }
  if (yaml.errors.length > 0) {
    ledger.doubt(file);
    return [];
  }
  if (!isSeq(yaml.contents)) {
    ledger.problem(file, 1, 'The file must be a list: every entry begins with “- id: ...”.');
    ledger.doubt(file);
    return [];
  }
  const found: Fields[] = [];
  for (const item of yaml.contents.items) {
    if (!isMap(item)) {
      const line = isNode(item) && item.range ? at(item.range[0]) : undefined;
      ledger.problem(file, line, 'An entry of the list has no fields; it was left out.');
      ledger.doubt(file);
      continue;
    }
    const lineOf = linesOf(item, at);
    try {
      const values: unknown = item.toJS(yaml, { maxAliasCount: 20 });
      found.push(new Fields(values as Record<string, unknown>, { file, lineOf }, ledger));
    } catch (error) {
      // A name (*x) that nothing bears (&x), or names that multiply without end.
      const why = error instanceof Error ? error.message : String(error);
      ledger.problem(file, lineOf(''), `The entry was left out, since it cannot be read: ${why}.`);
      ledger.doubt(file);
    }
  }
  return found;
}
