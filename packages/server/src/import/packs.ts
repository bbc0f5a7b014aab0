import { freshId } from './audiences.js';
import { readCheck } from './checks.js';
import { isDay, MAX_DAYS, type Fields } from './fields.js';
import type { Ledger } from './ledger.js';
import { textsByLanguage } from './texts.js';
import type { ImportedDue, ImportedPack } from './types.js';
import { readYamlList } from './yaml-list.js';

function readDue(fields: Fields): ImportedDue | undefined {
  const value = fields.value('due');
  if (value === undefined) return undefined;
  const { days, date, yearly, ...rest } = value as Record<string, unknown>;
  const only = Object.keys(value).length === 1 && Object.keys(rest).length === 0;
  const counted = Number.isInteger(days) && Number(days) > 0 && Number(days) <= MAX_DAYS;
  if (only && counted) return { days: Number(days) };
  if (only && typeof date === 'string' && isDay(date)) return { date };
  // 2024 is a leap year, so that 02-29 is a day.
  if (only && typeof yearly === 'string' && isDay(`2024-${yearly}`)) return { yearly };
  const forms = `{ days: 21 } (1 to ${MAX_DAYS}), { date: 2027-01-31 } or { yearly: "01-31" }`;
  return fields.complain('due', `due must be ${forms}; the pack has no due date now.`);
}

/** What a pack may refer to, and the ids of packs that there are already. */
export interface Known {
  packs: Set<string>;
  policies: ReadonlySet<string>;
  audiences: ReadonlySet<string>;
  /** Called when a pack names a policy that there is not. */
  missing(): void;
}

function readPack(fields: Fields, known: Known): ImportedPack | undefined {
  const stated = fields.text('id');
  const id = freshId(stated, known.packs);
  const named = [...new Set(fields.texts('policies'))];
  const policies = named.filter((policy) => known.policies.has(policy));
  for (const policy of named.filter((one) => !policies.includes(one))) {
    fields.complain('policies', `There is no policy ${policy}; the pack goes without it.`);
  }
  if (policies.length < named.length) known.missing();
  const audience = fields.text('audience') ?? '';
  const chosen = fields.choice('asks', ['display', 'acknowledge', 'agree']);
  const asks = chosen ?? 'display';
  const everySection = fields.flag('everySection') && asks !== 'display';
  const read = readCheck(fields, policies, asks);
  const statement = textsByLanguage(fields, 'statement');
  const title = fields.text('title');
  const description = fields.text('description');
  const due = readDue(fields);
  const reminders = fields.wholes('reminders');
  const escalation = fields.wholes('escalation');
  fields.rest();
  const faults = [
    id === undefined && 'its id must be new and of a-z, 0-9 and hyphens',
    !known.audiences.has(audience) && `there is no audience “${audience}”`,
    policies.length === 0 && 'it has no policy',
    chosen === undefined && fields.value('asks') !== undefined && 'what it asks is not known',
    asks !== 'display' && Object.keys(statement).length === 0 && `to ${asks} it needs a statement`,
    'fault' in read && read.fault,
  ].filter((fault) => fault !== false);
  if (id === undefined || faults.length > 0) {
    return fields.complain('id', `The pack ${stated ?? ''} was left out: ${faults.join(', ')}.`);
  }
  return {
    ...{ id, title: title ?? id, ...(description && { description }), policies, audience, asks },
    ...(everySection && { everySection }),
    ...('check' in read && { check: read.check }),
    ...{ statement, ...(due && { due }), reminders, escalation },
  };
}

/** Reads `packs.yaml`. A pack without a known audience is left out, never shown to everyone. */
export function readPacks(
  file: string,
  text: string,
  known: Omit<Known, 'missing'>,
  ledger: Ledger,
): ImportedPack[] {
  const lists = readYamlList(file, text, ledger);
  const missing = (): void => {
    ledger.lose(file);
    ledger.doubt(file);
  };
  const packs = lists
    .map((fields) => readPack(fields, { ...known, missing }))
    .filter((pack) => pack !== undefined);
  if (packs.length < lists.length) missing();
  ledger.take(file, `${packs.length} packs`);
  return packs;
}
