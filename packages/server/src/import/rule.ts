import { oneLine } from './line.js';
import { RELATIONS, ROLES } from './person.js';
import { ATTRIBUTES, type Attribute, type Rule } from './types.js';

/** Deeper rules are a mistake or an attack. */
const MAX_DEPTH = 20;

/** Attributes with a closed list of values: another one would match nobody, and under `not` everybody. */
const CLOSED = new Map<Attribute, readonly string[]>([
  ['relation', RELATIONS],
  ['roles', ROLES],
  ['active', ['true', 'false']],
]);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parseList(name: string, value: unknown, depth: number): Rule[] | string {
  if (!Array.isArray(value)) return `${name} must be a list of rules`;
  const rules: Rule[] = [];
  for (const item of value as unknown[]) {
    const rule = parseRule(item, depth + 1);
    if (typeof rule === 'string') return rule;
    rules.push(rule);
  }
  return rules;
}

function parseAttribute(value: Record<string, unknown>): Rule | string {
  const attribute = ATTRIBUTES.find((one) => one === value.attribute);
  if (attribute === undefined) {
    return `attribute must be one of ${ATTRIBUTES.join(', ')}, not “${String(value.attribute)}”`;
  }
  const list: unknown[] = Array.isArray(value.in) ? value.in : [];
  const texts = list.map((item) => oneLine(String(item)));
  const plain = list.every((item) => ['string', 'number', 'boolean'].includes(typeof item));
  if (texts.length === 0 || !plain) return `in must list the values of ${attribute}`;
  const closed = CLOSED.get(attribute);
  if (closed === undefined) return { attribute, in: texts };
  const values = texts.map((text) => text.toLowerCase());
  const unknown = values.find((value) => !closed.includes(value));
  return unknown === undefined
    ? { attribute, in: values }
    : `${attribute} is one of ${closed.join(', ')}, not “${unknown}”`;
}

/** Reads an audience rule; a text says what is wrong with it. */
export function parseRule(value: unknown, depth = 0): Rule | string {
  if (depth > MAX_DEPTH) return `rules may be nested ${MAX_DEPTH} deep at most`;
  if (!isRecord(value)) return 'a rule is a map with all, any, not or attribute';
  const keys = Object.keys(value).sort().join();
  switch (keys) {
    case 'all': {
      const all = parseList('all', value.all, depth);
      return typeof all === 'string' ? all : { all };
    }
    case 'any': {
      const any = parseList('any', value.any, depth);
      return typeof any === 'string' ? any : { any };
    }
    case 'not': {
      const not = parseRule(value.not, depth + 1);
      return typeof not === 'string' ? not : { not };
    }
    case 'attribute,in':
      return parseAttribute(value);
    default:
      return `a rule has all, any, not, or attribute and in; this one has ${keys || 'nothing'}`;
  }
}
