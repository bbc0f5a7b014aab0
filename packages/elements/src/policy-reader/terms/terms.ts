import type { Term } from '@heed/sdk';
import type { ReactiveController, TemplateResult } from 'lit';
import type { Reading } from '../changes/changes.js';
import type { Tools } from '../tools.js';
import type { Explaining } from './explaining.js';
import { Painting } from './painting.js';
import { runsIn } from './runs.js';
import { Spellings } from './spellings.js';
import { entriesOf, liveRange, type Entry, type Occurrence } from './term.js';
import { styles } from './terms.styles.js';

/** Milliseconds of work after which the page gets its turn. */
const slice = 8;
/** The least width and height of what can be pressed, in pixels. */
const target = 24;

/** When nothing else is to do; a page that is never at rest gets its terms all the same. */
const idle = (work: () => void): void => {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(work, { timeout: 500 });
  else setTimeout(work, 16);
};

/** Terms of the organisation in one text: underlined where they first stand in a section, and listed in the contents. */
export class Terms implements ReactiveController {
  readonly #spellings: Spellings<Entry>;
  readonly #painting = new Painting();
  /** Of each section that was looked through, by its number. */
  #found: (readonly Occurrence[] | undefined)[] = [];
  #revision = -1;
  #open: { at: Occurrence; box: HTMLElement } | undefined;
  #pressed: Occurrence | undefined;
  #explaining: Explaining | undefined;

  private constructor(
    private readonly reading: Reading,
    private readonly tools: Tools,
    terms: readonly Term[],
    private readonly ended: AbortSignal,
  ) {
    const { host, loaded } = reading;
    const { policy, language } = loaded.document;
    this.#spellings = new Spellings(entriesOf(terms, policy), language);
    const root = host.renderRoot as ShadowRoot;
    const sheet = styles.styleSheet!;
    const there = root.adoptedStyleSheets;
    if (!there.includes(sheet)) root.adoptedStyleSheets = [...there, sheet];
    const listen = (type: string, hear: (event: PointerEvent) => void): void =>
      root.addEventListener(type, (event) => hear(event as PointerEvent), { signal: ended });
    listen('click', (event) => this.#click(event));
    listen('pointermove', (event) => this.#move(event));
    for (const type of ['pointerdown', 'keydown', 'wheel']) {
      addEventListener(type, () => this.#press(), { capture: true, passive: true, signal: ended });
    }
    ended.addEventListener('abort', () => this.#end());
    host.addController(this);
  }

  /** Asks for the glossary and looks a text through, from now until it is no more on display. */
  static async open(reading: Reading, tools: Tools, ended: AbortSignal): Promise<void> {
    const { language } = reading.loaded.document;
    const asked = reading.client.terms.list({ language, limit: 200 }, { signal: ended });
    const terms: Term[] = [];
    for await (const term of asked) terms.push(term);
    if (terms.length && !ended.aborted) tools.terms = new Terms(reading, tools, terms, ended);
  }

  hostConnected(): void {
    this.hostUpdated();
  }

  hostUpdated(): void {
    const { revision } = this.reading.layout.filling;
    if (revision === this.#revision) return;
    // Other bodies, other places.
    this.#revision = revision;
    this.#found = [];
    this.#painting.clear();
    this.#look(revision);
  }

  /** The terms of this text, for the contents; nothing before that is loaded, or where there are none. */
  render(): TemplateResult | undefined {
    const first = this.#first;
    if (!first.size) return undefined;
    if (!this.#explaining) {
      void this.#explain().then((loaded) => loaded && this.reading.host.requestUpdate());
    }
    return this.#explaining?.list(first);
  }

  /** The first place of each in the text. */
  get #first(): ReadonlyMap<Entry, Occurrence> {
    const all = this.#found.flatMap((found) => found ?? []);
    return new Map(all.reverse().map((one) => [one.entry, one]));
  }

  get #root(): ShadowRoot {
    return this.reading.host.renderRoot as ShadowRoot;
  }

  #end(): void {
    this.#open?.box.hidePopover();
    this.#painting.clear();
    this.reading.host.removeController(this);
    if (this.tools.terms === this) this.tools.terms = undefined;
  }

  /** Looks through the sections that have their text, and comes back for the others. */
  #look(revision: number): void {
    idle(() => {
      if (this.ended.aborted || revision !== this.#revision) return;
      const until = performance.now() + slice;
      const made = this.#root.querySelectorAll<HTMLElement>('article > section');
      const before = this.#first.size;
      let isWhole = true;
      for (const [i, { html }] of this.reading.loaded.document.sections.entries()) {
        if (this.#found[i]) continue;
        const body = made[i]?.querySelector(':scope > .body');
        if (body && (body.firstChild || !html)) this.#found[i] = this.#lookIn(made[i]!, body);
        isWhole &&= !!this.#found[i];
        if (performance.now() > until) {
          isWhole = false;
          break;
        }
      }
      if (this.#first.size > before) this.reading.host.requestUpdate();
      if (!isWhole) setTimeout(() => this.#look(revision), slice);
    });
  }

  /** The first place of each term in a section, underlined. */
  #lookIn(section: HTMLElement, body: Element): readonly Occurrence[] {
    const first = new Map<Entry, Occurrence>();
    for (const run of runsIn(body)) {
      for (const { of: entry, start, end } of this.#spellings.in(run.text)) {
        if (first.has(entry)) continue;
        const range = run.range(start, end);
        first.set(entry, { entry, section, range });
        this.#painting.add(range);
      }
    }
    return [...first.values()];
  }

  /** The term under a pointer: what can be pressed is as large as a fingertip asks for. */
  #at(event: PointerEvent): Occurrence | undefined {
    const [over] = event.composedPath() as Element[];
    const section = over?.closest?.('article section');
    if (!section || over!.closest('a, button') || !Painting.isPossible) return undefined;
    const { clientX: x, clientY: y } = event;
    const holds = ({ left, right, top, bottom }: DOMRect): boolean => {
      const wide = Math.max(0, target - (right - left)) / 2;
      const high = Math.max(0, target - (bottom - top)) / 2;
      return x >= left - wide && x <= right + wide && y >= top - high && y <= bottom + high;
    };
    return this.#found
      .find((found) => found?.[0]?.section === section)
      ?.find((one) => [...liveRange(one).getClientRects()].some(holds));
  }

  #press(): void {
    this.#painting.clear('isms-term-gone-to');
    // The browser closes the box of a word that is pressed again; then it stays closed.
    const isOpen = this.#open?.box.matches(':popover-open');
    this.#pressed = isOpen ? this.#open!.at : undefined;
  }

  #click(event: PointerEvent): void {
    const at = this.#at(event);
    if (!at || at === this.#pressed || this.tools.marks?.at(event)) return;
    if (document.getSelection()?.isCollapsed === false) return;
    void this.#explain().then((explaining) => {
      if (explaining && !this.ended.aborted) this.#open = { at, box: explaining.show(at) };
    });
  }

  #move(event: PointerEvent): void {
    const isOn = event.pointerType === 'mouse' && !!this.#at(event);
    this.#root.querySelector('article')?.classList.toggle('on-term', isOn);
  }

  /** Loads what says what they mean. Without a connection they are underlined words. */
  async #explain(): Promise<Explaining | undefined> {
    try {
      const { Explaining } = await import('./explaining.js');
      this.#explaining ??= await Explaining.open(this.reading, this.tools, this.#painting);
    } catch {
      // Whoever presses again asks again.
    }
    return this.#explaining;
  }
}
