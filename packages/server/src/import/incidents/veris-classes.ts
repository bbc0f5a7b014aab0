import type { IncidentClass } from './incident.js';

/** What VERIS calls an action, and the class of RSIT that it is; the first that an incident has counts. */
const byVariety: readonly [action: string, variety: string, is: IncidentClass][] = [
  ['hacking', 'DoS', 'availability:dos'],
  ['social', 'Phishing', 'fraud:phishing'],
  ['social', 'Pretexting', 'information-gathering:social-engineering'],
  ['social', 'Forgery', 'fraud:masquerade'],
  ['hacking', 'SQLi', 'intrusions:application-compromise'],
  ['hacking', 'Exploit vuln', 'intrusions:system-compromise'],
  ['hacking', 'Use of stolen creds', 'intrusions:unprivileged-account-compromise'],
  ['hacking', 'Brute force', 'intrusion-attempts:brute-force'],
  ['error', 'Misdelivery', 'information-content-security:data-leak'],
  ['error', 'Publishing error', 'information-content-security:data-leak'],
  ['error', 'Disposal error', 'information-content-security:data-leak'],
  ['error', 'Gaffe', 'information-content-security:data-leak'],
  ['error', 'Loss', 'information-content-security:data-loss'],
  ['error', 'Misconfiguration', 'availability:misconfiguration'],
  ['misuse', 'Unapproved hardware', 'fraud:unauthorised-use-of-resources'],
  ['misuse', 'Illicit content', 'fraud:unauthorised-use-of-resources'],
  ['physical', 'Theft', 'intrusions:burglary'],
  ['environmental', 'Power failure', 'availability:outage'],
];

/** The same of an action of which the variety says no more. */
const byAction: readonly [action: string, is: IncidentClass][] = [
  ['malware', 'malicious-code:infected-system'],
  ['hacking', 'intrusions:system-compromise'],
  ['social', 'information-gathering:social-engineering'],
  ['misuse', 'information-content-security:unauthorised-information-access'],
  ['physical', 'intrusions:burglary'],
  ['error', 'information-content-security:data-leak'],
  ['environmental', 'availability:outage'],
];

/** The class of an incident by what was done: where several things were, what names it best. */
export function classByActions(
  actions: Readonly<Record<string, { variety?: readonly string[] }>>,
): IncidentClass {
  const named = byVariety.find(([action, variety]) => actions[action]?.variety?.includes(variety));
  const [, is] = byAction.find(([action]) => actions[action]) ?? [];
  return named?.[2] ?? is ?? 'other:undetermined';
}
