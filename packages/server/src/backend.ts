import type { ReadCatalogue } from './catalogue.js';
import type { Cadence } from './digests/rules.js';
import type { LogWriter } from './log/writer.js';
import type { Database } from './storage/database.js';
import type { ReadText } from './versions/texts.js';

/** What the routes of every noun work with. */
export interface Backend {
  db: Database;
  /** The way in for every write that must be provable. */
  log: LogWriter;
  /** The tenant whose rows this process serves; every statement names it. */
  tenant: string;
  /** Name of the organisation, as people know it. */
  organisation: string;
  /** IANA name of the zone whose calendar the organisation keeps. */
  timeZone: string;
  /** The backend's clock. */
  clock: () => Date;
  /** What the tenant has published, as of now. */
  catalogue: ReadCatalogue;
  /** The texts of what is published. */
  texts: ReadText;
  /** The pictures in them. */
  images: ReadText;
  /** Alerts are told by mail, too. */
  mails?: boolean | undefined;
  /** How often those get a digest who chose nothing. */
  digest: Cadence;
  /** Called between the commit of an acknowledgement and its answer: where fault tests pull the plug. */
  afterCommit?: (() => void) | undefined;
}
