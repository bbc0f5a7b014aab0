import type { Endpoint } from '@heed/contract';
import { impersonal, isChosen, members, namedThings } from './requests.js';

/** Whose things an endpoint has to be asked for: everybody's when it can name one. */
function required(endpoint: Endpoint): string[] {
  // Under an id that the device chooses, what is not there is made.
  if (isChosen(endpoint)) return ['own', 'other', 'foreign'];
  if (namedThings(endpoint).length > 0) return ['own', 'other', 'foreign', 'absent'];
  return endpoint.list && endpoint.profile !== 'evidence'
    ? ['own', 'other', 'foreign']
    : ['unnamed'];
}

/** What the table leaves open, in words; empty when it decides everything. */
export function undecided(
  endpoints: readonly (readonly [string, Endpoint])[],
  decisions: Readonly<Record<string, object>>,
): string[] {
  const findings: string[] = [];
  for (const [name, endpoint] of endpoints) {
    const decided = Object.keys(decisions[name] ?? {});
    const missing = required(endpoint).filter((whose) => !decided.includes(whose));
    if (missing.length > 0) findings.push(`${name} is not decided: ${missing.join(', ')}`);
    const named = [endpoint.params, endpoint.query, endpoint.body].flatMap(members);
    const known = [...namedThings(endpoint), ...impersonal];
    for (const each of named.filter((member) => !known.includes(member))) {
      findings.push(`${name} takes ${each}: say in requests.ts whether it leads to anybody`);
    }
  }
  const names = endpoints.map(([name]) => name);
  for (const name of Object.keys(decisions).filter((each) => !names.includes(each))) {
    findings.push(`${name} is not an endpoint of the contract`);
  }
  return findings;
}
