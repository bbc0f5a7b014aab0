import type { Person } from '@heed/contract';
import type { Attribute, Rule } from '../import/types.js';

/** A named set of people, evaluated live. */
export interface Audience {
  id: string;
  title: string;
  kind: 'internal' | 'external';
  rule: Rule;
  /** userNames that belong to it whatever the rule says. */
  include?: readonly string[];
  /** userNames that never belong to it; exclude wins over include. */
  exclude?: readonly string[];
}

function values(person: Person, attribute: Attribute): readonly string[] {
  const value = person[attribute];
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [String(value)];
}

/** Whether the rule holds for the person. */
export function holdsFor(rule: Rule, person: Person): boolean {
  if ('all' in rule) return rule.all.every((part) => holdsFor(part, person));
  if ('any' in rule) return rule.any.some((part) => holdsFor(part, person));
  if ('not' in rule) return !holdsFor(rule.not, person);
  return values(person, rule.attribute).some((value) => rule.in.includes(value));
}

/** Whether the person belongs to the audience now. Nobody inactive belongs to any. */
export function belongs(audience: Audience, person: Person): boolean {
  if (!person.active) return false;
  const named = (names: readonly string[] | undefined) =>
    names?.some((name) => name.toLowerCase() === person.userName.toLowerCase()) ?? false;
  if (named(audience.exclude)) return false;
  return named(audience.include) || holdsFor(audience.rule, person);
}
