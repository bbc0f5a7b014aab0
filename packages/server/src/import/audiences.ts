import type { Ledger } from './ledger.js';
import { parseRule } from './rule.js';
import { idFrom } from './slug.js';
import type { ImportedAudience } from './types.js';
import { readYamlList } from './yaml-list.js';

/** The id of an entry of a list, when it is a good one and new. */
export function freshId(stated: string | undefined, taken: Set<string>): string | undefined {
  const id = stated === undefined ? '' : idFrom(stated);
  if (id === '' || id !== stated || taken.has(id)) return undefined;
  taken.add(id);
  return id;
}

/** Reads `audiences.yaml`. Audiences with a faulty rule are left out, never widened. */
export function readAudiences(
  file: string,
  text: string,
  taken: Set<string>,
  ledger: Ledger,
): ImportedAudience[] {
  const audiences: ImportedAudience[] = [];
  for (const fields of readYamlList(file, text, ledger)) {
    const stated = fields.text('id');
    const id = freshId(stated, taken);
    const rule = parseRule(fields.value('rule'));
    const title = fields.text('title');
    const kind = fields.choice('kind', ['internal', 'external']) ?? 'internal';
    const include = fields.texts('include');
    const exclude = fields.texts('exclude');
    const named = [fields.value('exclude') ?? []].flat();
    fields.rest();
    const leaveOut = (field: string, why: string): void => {
      fields.complain(field, `The audience ${stated ?? '(no id)'} was left out: ${why}.`);
      ledger.lose(file);
      ledger.doubt(file);
    };
    if (typeof rule === 'string') leaveOut('rule', rule);
    else if (id === undefined) leaveOut('id', 'its id must be new and of a-z, 0-9 and hyphens');
    else if (exclude.length < named.length)
      leaveOut('exclude', 'not all it excludes is understood');
    else audiences.push({ id, title: title ?? id, kind, rule, include, exclude });
  }
  ledger.take(file, `${audiences.length} audiences`);
  return audiences;
}
