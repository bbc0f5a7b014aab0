import { laws, type Law } from '../clocks/laws.js';
import type { Fields } from './fields.js';
import type { Ledger } from './ledger.js';
import type { ImportedLaw } from './types.js';
import { readYamlList } from './yaml-list.js';

function readLaw(fields: Fields, known: Set<Law>): ImportedLaw | undefined {
  const stated = fields.text('id');
  const id = laws.find((law) => law === stated);
  const authority = fields.text('authority');
  fields.rest();
  if (id === undefined || known.has(id)) {
    const why = id === undefined ? `only ${laws.join(', ')} are known` : 'it stands there twice';
    return fields.complain('id', `The law ${stated ?? '(no id)'} was left out: ${why}.`);
  }
  known.add(id);
  return { id, ...(authority !== undefined && { authority }) };
}

/** Reads `clocks.yaml`. A law that is not known is told of: whoever wrote it relies on its clocks. */
export function readLaws(file: string, text: string, ledger: Ledger): ImportedLaw[] {
  const found: ImportedLaw[] = [];
  const known = new Set<Law>();
  for (const fields of readYamlList(file, text, ledger)) {
    const law = readLaw(fields, known);
    if (law) found.push(law);
    else {
      ledger.lose(file);
      ledger.doubt(file);
    }
  }
  ledger.take(file, `${found.length} laws`);
  return found;
}
