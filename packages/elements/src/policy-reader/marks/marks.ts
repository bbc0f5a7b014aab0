import type { Place } from '@heed/sdk';
import { nothing, type LitElement, type ReactiveController } from 'lit';
import { datesIn, inLanguage } from '../../language.js';
import type { Loaded } from '../document-loading.js';
import { factsOf } from '../page.js';
import { quoteAt } from '../place.js';
import { strings as readerStrings } from '../policy-reader.strings.js';
import type { ReadingSession } from '../reading-session.js';
import type { TextLayout } from '../text-layout.js';
import { learnTool } from '../../tool-words.js';
import { MarkBar } from './mark-bar.js';
import { openMark } from './mark-box.js';
import { partIn, placeOf, rangeIn, rangeOf, type Mark } from './mark.js';
import { marksList } from './marks-list.js';
import { strings } from './marks.strings.js';
import { styles } from './marks.styles.js';
import { Painting } from './painting.js';
import { copy, linesOf } from './quoting.js';
import { watchSelection } from './selecting.js';
import { Shelf } from './shelf.js';

/** What a person marks in the text, writes about it and takes with them. It stays on this device. */
export class Marks implements ReactiveController {
  #words = strings.en;
  #loaded: Loaded | undefined;
  #shelf: Shelf | undefined;
  #marks: readonly Mark[] = [];
  #ranges = new Map<Mark, Range>();
  #revision = -1;
  #end = new AbortController();
  readonly #painting = new Painting();
  readonly #bar: MarkBar;

  constructor(
    private readonly host: LitElement,
    private readonly layout: TextLayout,
    private readonly session: () => ReadingSession | undefined,
    private readonly language: () => string,
    /** Leaves the panel for a place that is being gone to. */
    private readonly leave: (place: Place, going: Promise<void>) => void,
  ) {
    const root = host.renderRoot as ShadowRoot;
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, styles.styleSheet!];
    this.#bar = new MarkBar(this.#reader);
    host.addController(this);
    host.requestUpdate();
  }

  hostConnected(): void {
    this.#end.abort();
    this.#end = new AbortController();
    const { signal } = this.#end;
    const root = this.host.renderRoot as ShadowRoot;
    watchSelection(root, (range) => this.#selected(range), signal);
    root.addEventListener('click', (event) => this.#clicked(event as PointerEvent), { signal });
    addEventListener('storage', (event) => this.#shelf?.concerns(event) && this.#read(), {
      signal,
    });
  }

  hostUpdated(): void {
    const loaded = this.session()?.loaded;
    const { revision } = this.layout.filling;
    if (loaded === this.#loaded && revision === this.#revision) return;
    this.#revision = revision;
    if (loaded === this.#loaded) return this.#paint();
    this.#loaded = loaded;
    this.#bar.hide();
    const person = this.session()?.session.me?.id;
    this.#shelf = person && loaded ? new Shelf(person, loaded.document.policy) : undefined;
    void this.#learn().then(() => this.#read());
  }

  hostDisconnected(): void {
    this.#end.abort();
    this.#bar.hide();
    this.#painting.paint([]);
  }

  /** Another text has come onto the page. */
  begun(): void {
    this.#paint();
  }

  /** The marks of this policy, for the contents. */
  render(): ReturnType<typeof marksList> {
    if (!this.#loaded) return nothing;
    const { sections } = this.#loaded.document;
    const order = (mark: Mark): number => sections.findIndex(({ id }) => id === mark.section);
    const listed = [...this.#marks]
      .sort((a, b) => order(a) - order(b) || a.start - b.start)
      .map((mark) => ({ mark, found: this.#ranges.has(mark) }));
    return marksList(this.#words, listed, (mark) => this.#go(mark));
  }

  get #reader(): Element {
    return (this.host.renderRoot as ShadowRoot).querySelector('.reader')!;
  }

  async #learn(): Promise<void> {
    this.#words = await learnTool(strings, this.language());
  }

  #read(): void {
    this.#marks = this.#shelf?.read() ?? [];
    this.#paint();
  }

  /** Keeps these marks; they hold in this page also where the browser refuses to keep them. */
  #keep(marks: readonly Mark[]): boolean {
    const kept = this.#shelf?.write(marks) ?? false;
    this.#marks = marks;
    this.#paint();
    return kept;
  }

  #paint(): void {
    this.#ranges.clear();
    const sections = this.layout.elements;
    const ids = this.#loaded?.document.sections.map(({ id }) => id) ?? [];
    for (const mark of this.#marks) {
      if (mark.language !== this.#loaded?.document.language) continue;
      // Where it was made; else where its words have gone to.
      const at = ids.indexOf(mark.section);
      for (const number of at < 0 ? ids.keys() : [at, ...ids.keys()]) {
        this.layout.filling.fill(number);
        const range = sections[number] && rangeOf(sections[number], mark);
        if (!range) continue;
        this.#ranges.set(mark, range);
        break;
      }
    }
    this.#painting.paint([...this.#ranges.values()]);
    this.host.requestUpdate();
  }

  #selected(range: Range | undefined): void {
    const article = this.host.renderRoot.querySelector('article')!;
    if (!range || !this.#loaded || !range.intersectsNode(article)) {
      if (!this.#bar.isUsed) this.#bar.hide();
      return;
    }
    this.#bar.show(range, this.#words, {
      highlight: () => this.#mark(range),
      write: () => {
        const [mark] = this.#mark(range);
        if (mark) this.#open(mark);
      },
      copy: () => this.#copy(range),
    });
  }

  /** Marks what is selected, one mark for each section it is in. */
  #mark(range: Range): readonly Mark[] {
    const { version, language } = this.#loaded!.document;
    const at = new Date().toISOString();
    const made = this.layout.elements.flatMap((section) => {
      const part = range.intersectsNode(section) ? partIn(section, range) : undefined;
      if (!part) return [];
      const text = rangeIn(section, ...part).toString();
      const id = crypto.getRandomValues(new Uint32Array(4)).join('-');
      const where = { section: section.dataset['id']!, start: part[0], text };
      return text.trim() ? [{ id, version, language, ...where, note: '', at }] : [];
    });
    this.#keep([...this.#marks, ...made]);
    document.getSelection()?.removeAllRanges();
    this.#bar.hide();
    return made;
  }

  /** The mark under a pointer. */
  at(event: PointerEvent): Mark | undefined {
    const [target] = event.composedPath() as Element[];
    if (!target?.closest('article') || target.closest('a, button')) return undefined;
    const hit = ({ left, right, top, bottom }: DOMRect): boolean =>
      event.clientX >= left &&
      event.clientX <= right &&
      event.clientY >= top &&
      event.clientY <= bottom;
    return [...this.#ranges].findLast(([, range]) => [...range.getClientRects()].some(hit))?.[0];
  }

  #clicked(event: PointerEvent): void {
    const mark = this.at(event);
    if (mark && document.getSelection()?.isCollapsed !== false) this.#open(mark);
  }

  #go(mark: Mark): void {
    const range = this.#ranges.get(mark);
    if (!range) return this.#open(mark);
    const section = (range.startContainer.parentElement as Element).closest('section')!;
    const id = section.dataset['id']!;
    const [offset = 0] = partIn(section, range) ?? [];
    const quote = quoteAt(mark.text, 0);
    const going = this.layout.go({ section: id, offset, quote });
    this.leave(placeOf({ ...mark, section: id }), going);
    void going.then(() => this.#open(mark));
  }

  #open(mark: Mark): void {
    const now = (): Mark => this.#marks.find(({ id }) => id === mark.id) ?? mark;
    const others = (): Mark[] => this.#marks.filter(({ id }) => id !== mark.id);
    openMark(this.#reader, now(), this.#words, {
      write: (note) => this.#keep([...others(), { ...now(), note }]),
      copy: () => {
        const range = this.#ranges.get(now());
        return range ? this.#copy(range) : this.#copyWords(mark.text.split('\n'), '');
      },
      remove: () => void this.#keep(others()),
      left: () =>
        this.host.renderRoot.querySelector<HTMLElement>('article')?.focus({ preventScroll: true }),
    });
  }

  #copy(range: Range): Promise<boolean> {
    const section = (range.startContainer.parentElement as Element).closest('section');
    const title = this.#loaded!.document.sections.find(({ id }) => id === section?.dataset['id']);
    return this.#copyWords(linesOf(range), title?.title ?? '');
  }

  #copyWords(lines: readonly string[], section: string): Promise<boolean> {
    const language = this.language();
    const facts = factsOf(inLanguage(readerStrings, language), this.#loaded!, datesIn(language));
    const { title, language: spoken } = this.#loaded!.document;
    const source = this.#words.source(title, facts, section);
    const plain = `${this.#words.quoted(lines.join('\n'))}\n\n— ${source}\n`;
    return copy({ lines, source, language: spoken, plain });
  }
}
