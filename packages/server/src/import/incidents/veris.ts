import type { SourceFile } from '../folder.js';
import type { Ledger } from '../ledger.js';
import { oneLine } from '../line.js';
import { slug, unique } from '../slug.js';
import { isDay } from '../fields.js';
import type { ImportedIncident } from './incident.js';
import { classByActions } from './veris-classes.js';

/** A record of VERIS (Vocabulary for Event Recording and Incident Sharing), as far as something of it has a place here. */
interface Veris {
  incident_id?: unknown;
  source_id?: unknown;
  summary?: unknown;
  security_incident?: unknown;
  action?: Record<string, { variety?: string[] }>;
  asset?: { assets?: { variety?: string; amount?: number }[] };
  attribute?: { confidentiality?: { data?: { variety?: string }[]; data_disclosure?: string } };
  impact?: { overall_rating?: string };
  timeline?: { incident?: Day };
  plus?: { created?: string; modified?: string; timeline?: { notification?: Day } };
}

interface Day {
  year?: number;
  month?: number;
  day?: number;
}

const outcomes = new Map<unknown, ImportedIncident['outcome']>([
  ['Confirmed', 'confirmed'],
  ['Suspected', 'suspected'],
  ['Near miss', 'near-miss'],
  ['False positive', 'false-positive'],
]);

const severities = new Map<unknown, ImportedIncident['severity']>([
  ['Insignificant', 'low'],
  ['Distracting', 'medium'],
  ['Painful', 'high'],
  ['Damaging', 'critical'],
  ['Catastrophic', 'critical'],
]);

const personal = ['Personal', 'Medical', 'Payment', 'Bank'];

/** A text in which lines are kept, without what steers terminals or no database holds. */
const linesOf = (text: string): string => text.split('\n').map(oneLine).join('\n').trim();

/** A day of which nothing is missing, as the moment at which it began in UTC. */
function momentOf({ year, month, day }: Day = {}): string | undefined {
  const pad = (part: number | undefined, width: number) => String(part ?? '').padStart(width, '0');
  const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
  return isDay(text) ? `${text}T00:00:00.000Z` : undefined;
}

function timeOf(text: unknown): string | undefined {
  const time = typeof text === 'string' ? Date.parse(text) : NaN;
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

/** Every value with its place, such as `action.error.variety`; values of a list are told together. */
function leaves(value: unknown, place = ''): [place: string, value: string][] {
  if (Array.isArray(value)) {
    const plain = value.filter((one) => typeof one !== 'object');
    const parts = value.filter((one) => typeof one === 'object');
    return [
      ...(plain.length > 0 ? [[place, plain.map(String).join('; ')] as [string, string]] : []),
      ...parts.flatMap((one, at) => leaves(one, `${place}[${at + 1}]`)),
    ];
  }
  if (typeof value !== 'object' || value === null) return [[place, String(value)]];
  return Object.entries(value).flatMap(([name, part]) =>
    leaves(part, place === '' ? name : `${place}.${name}`),
  );
}

/** The place of a leaf without the numbers of its parts. */
const fieldOf = (place: string) => place.replaceAll(/\[\d+\]/g, '[]');

/** Whether it concerns people; undefined where the source does not know. */
function concernsPeople({ attribute }: Veris): boolean | undefined {
  const { data = [], data_disclosure: disclosed } = attribute?.confidentiality ?? {};
  if (disclosed === 'No') return false;
  const kinds = data.map(({ variety = 'Unknown' }) => variety);
  if (kinds.some((kind) => personal.includes(kind))) return true;
  return kinds.length === 0 || kinds.includes('Unknown') ? undefined : false;
}

interface Read {
  incident: ImportedIncident;
  /** Fields that have no place of their own. */
  placeless: string[];
}

function read(one: Veris): Read | string {
  const { incident_id: own, source_id: source = 'veris', summary, plus } = one;
  const reportedAt = timeOf(plus?.created);
  if (typeof own !== 'string' || slug(own) === '') return 'it has no incident_id';
  if (typeof summary !== 'string' || linesOf(summary) === '') return 'it has no summary';
  if (reportedAt === undefined) return 'plus.created is no moment';
  const outcome = outcomes.get(one.security_incident);
  if (outcome === undefined) return 'security_incident is not known';
  const noticedAt = momentOf(one.timeline?.incident);
  const awareAt = momentOf(plus?.timeline?.notification);
  const severity = severities.get(one.impact?.overall_rating);
  const personalData = concernsPeople(one);
  const assets = (one.asset?.assets ?? []).flatMap(({ variety, amount }) =>
    variety === undefined ? [] : [amount === undefined ? variety : `${variety} (${amount})`],
  );
  const placed = new Set([
    ...['incident_id', 'source_id', 'summary', 'plus.created', 'plus.modified'],
    ...['security_incident', 'asset.assets[].variety', 'asset.assets[].amount'],
    ...(noticedAt === undefined
      ? []
      : ['year', 'month', 'day'].map((of) => `timeline.incident.${of}`)),
    ...(awareAt === undefined
      ? []
      : ['year', 'month', 'day'].map((of) => `plus.timeline.notification.${of}`)),
    ...(severity === undefined ? [] : ['impact.overall_rating']),
  ]);
  const rest = leaves(one).filter(([place]) => !placed.has(fieldOf(place)));
  return {
    incident: {
      id: slug(`${String(source)}-${own}`),
      ...{ language: 'en', noticed: linesOf(summary), reportedAt },
      ...(noticedAt !== undefined && { noticedAt }),
      ...(awareAt !== undefined && { awareAt }),
      closedAt: timeOf(plus?.modified) ?? reportedAt,
      kind: outcome === 'false-positive' ? 'event' : 'incident',
      class: classByActions(one.action ?? {}),
      ...(severity !== undefined && { severity }),
      ...{ outcome, assets },
      ...(personalData !== undefined && { personalData }),
      rest: rest.map(([place, value]) => `${place}: ${oneLine(value)}`),
    },
    placeless: rest.map(([place]) => fieldOf(place)),
  };
}

/** Reads incidents in VERIS, one JSON object a line. What has no place of its own is told of, and kept in a note. */
export function readVeris(
  { path: file, text = '' }: SourceFile,
  ledger: Ledger,
): ImportedIncident[] {
  const found: ImportedIncident[] = [];
  const placeless = new Map<string, number>();
  const lines = new Map<string, number>();
  const ids = new Set<string>();
  for (const [at, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const before = lines.get(line);
    if (before !== undefined) {
      ledger.note(file, at + 1, `The same record as in line ${before}; it was left out.`);
      continue;
    }
    lines.set(line, at + 1);
    let result: Read | string;
    try {
      const value: unknown = JSON.parse(line);
      const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value);
      result = isRecord ? read(value) : 'it is no JSON object';
    } catch {
      result = 'it cannot be read as VERIS';
    }
    if (typeof result === 'string') {
      ledger.problem(file, at + 1, `The incident was left out: ${result}.`);
      ledger.lose(file);
      ledger.doubt(file);
      continue;
    }
    // Records of other sources are not numbered with care: two that differ are two.
    const id = unique(result.incident.id, ids);
    if (id !== result.incident.id) {
      ledger.note(
        file,
        at + 1,
        `There is another incident ${result.incident.id}; this one is ${id}.`,
      );
    }
    found.push({ ...result.incident, id });
    for (const field of new Set(result.placeless)) {
      placeless.set(field, (placeless.get(field) ?? 0) + 1);
    }
  }
  tellPlaceless(file, placeless, ledger);
  ledger.take(file, `${found.length} incidents`);
  return found;
}

/** Says which fields were not understood: they are kept as they stand. */
export function tellPlaceless(
  file: string,
  placeless: ReadonlyMap<string, number>,
  ledger: Ledger,
): void {
  for (const [field, times] of placeless) {
    const where = `it stands in a note of ${times} ${times === 1 ? 'report' : 'reports'}`;
    ledger.note(file, undefined, `${field} has no place of its own; ${where}.`);
  }
}
