import type { Place, Reading, SectionDisplay } from '@heed/contract';

/** One sitting as stored. */
export interface Session {
  session: string;
  language: string;
  contentHash: string;
  sequence: number;
  /** RFC 3339 UTC, the device's clock. */
  startedAt: string;
  /** When the latest send arrived here, RFC 3339 UTC. */
  receivedAt: string;
  method: string;
  sections: SectionDisplay[];
  last?: Place;
  /** With `order`, the place of its section in the document, so that languages compare. */
  furthest?: Place & { order: number };
  device?: string;
}

/** Only sections that the document has, each once: nothing else can have been displayed. */
export function displayedSections(
  reported: readonly SectionDisplay[],
  ids: readonly string[],
): SectionDisplay[] {
  const known = new Set(ids);
  const seconds = new Map<string, number>();
  for (const { id, seconds: each } of reported) {
    if (known.has(id)) seconds.set(id, Math.max(seconds.get(id) ?? 0, each));
  }
  return [...seconds].map(([id, each]) => ({ id, seconds: each }));
}

type Furthest = NonNullable<Session['furthest']>;

/** The further of two places; a place in an unknown section counts for nothing. */
export function further(a: Furthest | undefined, b: Furthest | undefined): Furthest | undefined {
  if (!a || !b) return a ?? b;
  if (a.order !== b.order) return a.order > b.order ? a : b;
  return b.offset > a.offset ? b : a;
}

/** A reported place with the order of its section; undefined when the document has no such section. */
export function placed(place: Place | undefined, ids: readonly string[]): Furthest | undefined {
  const order = place ? ids.indexOf(place.section) : -1;
  return place && order >= 0 ? { ...place, order } : undefined;
}

/** Whether every section of the document was displayed, over the given sittings with it. */
export function complete(sessions: readonly Session[], ids: readonly string[]): boolean {
  const shown = new Set(sessions.flatMap(({ sections }) => sections.map(({ id }) => id)));
  return ids.length > 0 && ids.every((id) => shown.has(id));
}

const bare = ({ section, quote, offset }: Place): Place => ({ section, quote, offset });

/** What all sittings of one person with one version come to. */
export function merge(policy: string, version: number, sessions: readonly Session[]): Reading {
  const seconds = new Map<string, number>();
  for (const { id, seconds: each } of sessions.flatMap(({ sections }) => sections)) {
    seconds.set(id, (seconds.get(id) ?? 0) + each);
  }
  const sections = [...seconds].map(([id, each]) => ({ id, seconds: each }));
  const latest = sessions
    .filter(({ last }) => last)
    .reduce<Session | undefined>((a, b) => (a && a.receivedAt >= b.receivedAt ? a : b), undefined);
  const furthest = sessions
    .map((session) => session.furthest)
    .reduce<Furthest | undefined>(further, undefined);
  return {
    policy,
    version,
    sections,
    seconds: sections.reduce((sum, each) => sum + each.seconds, 0),
    methods: [...new Set(sessions.map(({ method }) => method))],
    ...(latest?.last && {
      last: {
        ...bare(latest.last),
        at: latest.receivedAt,
        ...(latest.device !== undefined && { device: latest.device }),
      },
    }),
    ...(furthest && { furthest: bare(furthest) }),
  };
}
