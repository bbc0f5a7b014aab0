import type { IsmsError, OutboxChangeEvent, Place, ReadingDraft } from '@heed/sdk';
import type { Session } from '../session.js';
import { deviceName } from './device.js';
import type { Loaded } from './document-loading.js';
import { learnPace } from './pace.js';
import { isBefore } from './place.js';
import type { Sight } from './view.js';

/** Seconds without a sign of the person after which the time stops to count. */
const idleAfter = 60;
/** Seconds between two reports while something is displayed. */
const reportEvery = 10;

const signs = ['pointermove', 'pointerdown', 'keydown', 'wheel', 'touchmove', 'scroll'] as const;

/**
 * One sitting with one document: which sections were displayed, and for how long in view, in an active
 * window, while the person was there. It measures display and claims nothing more.
 */
export class ReadingSession {
  /** Where the person is. */
  last: Place | undefined;
  /** The person says that time on screen is not how they read. */
  assistive = false;
  /** The text is being read aloud, which is a sitting of its own: no second counts twice. */
  aloud = false;
  /** When the backend last received a report; nothing before. */
  sentAt: Date | undefined;

  readonly #id = crypto.getRandomValues(new Uint32Array(4)).join('-');
  readonly #startedAt = new Date().toISOString();
  readonly #seconds = new Map<string, number>();
  /** What of each section was displayed, and whether that is all of it. */
  readonly #edges = new Map<string, { seen: Set<string>; whole: boolean }>();
  readonly #order: string[];
  /** Sections that were displayed to the end neither now nor in an earlier sitting. */
  readonly #remaining: Set<string>;
  #furthest: Place | undefined;
  #shownTo: string | undefined;
  #sequence = 0;
  #unsent = 0;
  #quiet = 0;
  #timer: ReturnType<typeof setInterval>;
  readonly #end = new AbortController();

  constructor(
    readonly session: Session,
    readonly loaded: Loaded,
    /** The sections in view right now, by id, and what of them. */
    private readonly inView: () => Map<string, Sight>,
  ) {
    this.#order = loaded.document.sections.map(({ id }) => id);
    this.#remaining = new Set(this.#order);
    for (const { id } of loaded.reading?.sections ?? []) this.#remaining.delete(id);
    this.#timer = setInterval(() => this.#tick(), 1000);
    const { signal } = this.#end;
    for (const sign of signs) {
      addEventListener(sign, this.#sign, { passive: true, capture: true, signal });
    }
    addEventListener('pagehide', this.report, { signal });
    addEventListener('beforeprint', this.#printed, { signal });
    document.addEventListener('visibilitychange', this.report, { signal });
    const { outbox } = session.client;
    outbox.addEventListener('change', this.#heard, { signal });
    // When the page goes there is no time left to learn whose the reading is.
    void outbox.entries().catch(() => undefined);
  }

  /** Sections of which every block was displayed in this sitting. */
  get displayed(): number {
    return [...this.#edges.values()].filter(({ whole }) => whole).length;
  }

  /** Whether the whole of a section was displayed in this or an earlier sitting. */
  has(section: string): boolean {
    return !this.#remaining.has(section);
  }

  /** Seconds of this sitting, all sections. A second with several sections in view counts once. */
  get seconds(): number {
    return Math.round([...this.#seconds.values()].reduce((sum, one) => sum + one, 0));
  }

  /** The person is at another place; `opened` when that is only where the text has opened. */
  moved(place: Place, opened: boolean): void {
    if (!opened) this.last = place;
    if (!this.#furthest || isBefore(this.#order, this.#furthest, place)) this.#furthest = place;
    this.#tell();
  }

  /** Ends the sitting with a last report. */
  close(): void {
    this.report();
    this.#learn();
    clearInterval(this.#timer);
    this.#end.abort();
    this.session.display(this.loaded.document.policy, undefined);
  }

  /** Aborted when the sitting ends, while it is still known whose it was. */
  get ended(): AbortSignal {
    return this.#end.signal;
  }

  /** Sends what was displayed so far, when there is something new. */
  readonly report = (): void => {
    if (!this.#unsent) return;
    this.#unsent = 0;
    void this.#send(this.#id, this.#draft());
  };

  /** Reports what reached the person in another way, as a sitting of its own, which says nothing of where they are. */
  reportAs(method: ReadingDraft['method'], sections: ReadingDraft['sections']): void {
    const { last: _last, furthest: _furthest, ...draft } = this.#draft();
    void this.#send(`${this.#id}-${method}`, { ...draft, method, sections });
  }

  get #active(): boolean {
    return (
      document.visibilityState === 'visible' &&
      document.hasFocus() &&
      this.#quiet < idleAfter &&
      !this.aloud
    );
  }

  /** What is on display, and how. */
  get #facts() {
    const { policy, version, language } = this.loaded.document;
    const { contentHash } = this.loaded.summary;
    const method: ReadingDraft['method'] = this.assistive ? 'assistive' : 'visual';
    return { policy, version, language, contentHash, method };
  }

  #draft(): ReadingDraft {
    return {
      ...this.#facts,
      sequence: this.#sequence++,
      startedAt: this.#startedAt,
      sections: this.#order
        .filter((id) => this.#edges.get(id)?.whole)
        .map((id) => ({ id, seconds: Math.round(this.#seconds.get(id) ?? 0) })),
      ...(this.last && { last: this.last }),
      ...(this.#furthest && { furthest: this.#furthest }),
      device: deviceName(),
    };
  }

  /** Of sections that were displayed to the end, by sight: how fast somebody reads here. */
  #learn(): void {
    if (this.assistive) return;
    let [words, seconds] = [0, 0];
    for (const section of this.loaded.document.sections) {
      if (!this.#edges.get(section.id)?.whole) continue;
      words += section.words;
      seconds += this.#seconds.get(section.id) ?? 0;
    }
    learnPace(words, seconds);
  }

  #tell(): void {
    this.session.display(this.loaded.document.policy, {
      ...this.#facts,
      displayed: this.displayed,
      sections: this.#order.length,
      remaining: this.#remaining.size,
      seconds: this.seconds,
    });
  }

  async #send(id: string, draft: ReadingDraft): Promise<void> {
    const { session } = this;
    this.#shownTo ??= session.me?.id;
    // A reading that cannot be kept is lost measurement, never a reason to disturb the person.
    await session.client.outbox
      .reading(id, draft, this.#shownTo)
      .catch((error) => session.doubt(error as IsmsError));
  }

  /** What is in view at the turn of a second was displayed; what was only passed over was not. */
  #tick(): void {
    this.#quiet++;
    if (!this.#active) return;
    const seen = [...this.inView()];
    for (const [id, { edges, all }] of seen) {
      const before = this.#edges.get(id) ?? { seen: new Set(), whole: false };
      for (const edge of edges) before.seen.add(edge);
      before.whole ||= before.seen.size >= all;
      if (before.whole) this.#remaining.delete(id);
      this.#edges.set(id, before);
      this.#seconds.set(id, (this.#seconds.get(id) ?? 0) + 1 / seen.length);
    }
    this.#tell();
    if (seen.length && ++this.#unsent > reportEvery) this.report();
  }

  /** A text that follows the voice scrolls with nobody there. */
  readonly #sign = ({ type }: Event): void => {
    if (!this.aloud || type !== 'scroll') this.#quiet = 0;
  };

  readonly #heard = ({ entry: { key, state } }: OutboxChangeEvent): void => {
    if (key !== this.#id || state !== 'recorded') return;
    this.sentAt = new Date();
    this.#tell();
  };

  /** A printed copy shows everything, and says nothing about time. */
  readonly #printed = (): void => {
    this.reportAs(
      'print',
      this.#order.map((id) => ({ id, seconds: 0 })),
    );
  };
}
