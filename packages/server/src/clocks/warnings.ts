import type { Backend } from '../backend.js';
import { listPending } from '../incidents/records.js';
import { insertClockNotices } from '../notices/records.js';
import type { Standing } from './rules.js';
import { standingsIn } from './standings.js';

/** What warnings are made with. */
export type WarningOptions = Pick<Backend, 'db' | 'tenant' | 'clock' | 'catalogue' | 'timeZone'>;

/** Has those who handle reports warned by mail before something is due. */
export interface Warnings {
  /** Writes down the warnings whose time has come. Looks once a minute, however often it is called. */
  plan(): Promise<void>;
}

const everyMs = 60_000;

/** Who was not warned for so long, because no process was there to do it, is warned no more. */
const worthMs = 7 * 24 * 60 * 60_000;

/** How long after its end a report may still have clocks: a final report is due a month after that. */
const afterEndMs = 100 * 24 * 60 * 60_000;

/** What a notice about a clock is kept under. */
export const warningId = (incident: string, clock: string): string => `${incident} ${clock}`;

/** The report and the clock that a notice is about. */
export function warnedOf(id: string): { incident: string; clock: string } {
  const at = id.lastIndexOf(' ');
  return { incident: id.slice(0, at), clock: id.slice(at + 1) };
}

/** Whether it is time to say that something is due, and still of use. */
export function isWarned({ sentAt, warnAt, dueAt }: Standing, now: Date): boolean {
  if (sentAt || !warnAt || !dueAt) return false;
  return warnAt <= now && now.getTime() < dueAt.getTime() + worthMs;
}

/** Warnings of a tenant. Several processes may plan them: each is written once for each person. */
export function createWarnings(options: WarningOptions): Warnings {
  const { db, tenant, clock } = options;
  let plannedAt = -Infinity;
  return {
    async plan() {
      const now = clock();
      if (now.getTime() - plannedAt < everyMs) return;
      const { laws } = await options.catalogue();
      const since = new Date(now.getTime() - afterEndMs).toISOString();
      const pending = laws.length === 0 ? [] : await listPending(db, tenant, since);
      const all = await standingsIn(options, tenant, laws, pending);
      const at = now.toISOString();
      for (const { id, handler } of pending) {
        for (const standing of all.get(id)?.standings ?? []) {
          if (!isWarned(standing, now)) continue;
          const about = warningId(id, standing.clock.id);
          await insertClockNotices(db, tenant, { about, handler, at });
        }
      }
      plannedAt = now.getTime();
    },
  };
}
