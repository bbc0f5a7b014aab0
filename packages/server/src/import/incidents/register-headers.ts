/** Columns of a register of incidents that have a place, by language, as {@link plainWords} makes them. */
export const incidentHeaders: Readonly<Record<'en' | 'de', Readonly<Record<string, string>>>> = {
  en: {
    reference: 'id|incident id|reference|no',
    title: 'title|incident|description|summary',
    type: 'type|category|class',
    severity: 'severity|priority',
    assets: 'affected assets|assets|systems',
    reportedAt: 'reported at|reported on|date reported|date',
    closedAt: 'resolved at|closed at|resolved on|closed on',
    personal: 'data breach|personal data|personal data breach',
    cause: 'root cause|cause',
    measure: 'corrective action|resolution|measure',
    status: 'status|state',
  },
  de: {
    reference: 'id|vorfall id|nummer|nr',
    title: 'titel|vorfall|beschreibung',
    type: 'typ|kategorie|art',
    severity: 'schweregrad|prioritaet',
    assets: 'betroffene assets|assets|systeme|betroffene systeme',
    reportedAt: 'gemeldet am|datum',
    closedAt: 'behoben am|geschlossen am',
    personal: 'datenschutzverletzung|personenbezogene daten',
    cause: 'ursache',
    measure: 'korrekturmassnahme|massnahme',
    status: 'status',
  },
};

/** What registers call a kind of incident, and its class of RSIT. */
export const classByType = new Map<string, string>([
  ['phishing', 'fraud:phishing'],
  ['malware', 'malicious-code:infected-system'],
  ['ransomware', 'malicious-code:infected-system'],
  ['lost device', 'information-content-security:data-loss'],
  ['geraeteverlust', 'information-content-security:data-loss'],
  ['data loss', 'information-content-security:data-loss'],
  ['datenverlust', 'information-content-security:data-loss'],
  ['data leak', 'information-content-security:data-leak'],
  ['datenabfluss', 'information-content-security:data-leak'],
  ['brute force', 'intrusion-attempts:brute-force'],
  ['dos', 'availability:dos'],
  ['ddos', 'availability:ddos'],
  ['misconfiguration', 'availability:misconfiguration'],
  ['fehlkonfiguration', 'availability:misconfiguration'],
  ['outage', 'availability:outage'],
  ['ausfall', 'availability:outage'],
  ['unauthorised access', 'information-content-security:unauthorised-information-access'],
  ['unauthorized access', 'information-content-security:unauthorised-information-access'],
  ['unberechtigter zugriff', 'information-content-security:unauthorised-information-access'],
  ['social engineering', 'information-gathering:social-engineering'],
]);

/** What registers call how bad it is. */
export const severityByWord = new Map<string, 'low' | 'medium' | 'high' | 'critical'>([
  ...(['low', 'niedrig', 'gering'].map((word) => [word, 'low']) as [string, 'low'][]),
  ...(['medium', 'mittel'].map((word) => [word, 'medium']) as [string, 'medium'][]),
  ...(['high', 'hoch'].map((word) => [word, 'high']) as [string, 'high'][]),
  ...(['critical', 'kritisch'].map((word) => [word, 'critical']) as [string, 'critical'][]),
]);

/** What registers call that it is over. */
export const closedWords = new Set([
  'closed',
  'resolved',
  'done',
  'geschlossen',
  'erledigt',
  'behoben',
]);
