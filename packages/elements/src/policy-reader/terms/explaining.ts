import type { TemplateResult } from 'lit';
import type { Reading } from '../changes/changes.js';
import { quoteAt, textOf, texts } from '../place.js';
import { learnTool } from '../../tool-words.js';
import type { Tools } from '../tools.js';
import { strings, type Words } from './explaining.strings.js';
import { styles } from './explaining.styles.js';
import { showMeaning } from './meaning.js';
import { moreLink } from './more-link.js';
import type { Painting } from './painting.js';
import { liveRange, type Entry, type Occurrence } from './term.js';
import { termsList } from './terms-list.js';

/** Characters of the section before it. */
function offsetOf({ section, range }: Occurrence): number {
  let passed = 0;
  for (const node of texts(section)) {
    if (node === range.startContainer) break;
    passed += node.length;
  }
  return passed + range.startOffset;
}

/** Says what terms mean, where somebody asks for it: beside a word, and in the contents. */
export class Explaining {
  private constructor(
    private readonly reading: Reading,
    private readonly tools: Tools,
    private readonly painting: Painting,
    private readonly words: Words,
  ) {}

  /** Makes it ready in a reader, in the language of the page. */
  static async open(reading: Reading, tools: Tools, painting: Painting): Promise<Explaining> {
    const words = await learnTool(strings, reading.language);
    const root = reading.host.renderRoot as ShadowRoot;
    const sheet = styles.styleSheet!;
    const there = root.adoptedStyleSheets;
    if (!there.includes(sheet)) root.adoptedStyleSheets = [...there, sheet];
    return new Explaining(reading, tools, painting, words);
  }

  /** Shows what the word at a place means; gives the box. */
  show(at: Occurrence): HTMLElement {
    const { host, loaded } = this.reading;
    const shown = {
      entry: at.entry,
      where: () => liveRange(at).getBoundingClientRect(),
      language: loaded.document.language,
      more: this.#more(at.entry),
    };
    return showMeaning(host.renderRoot.querySelector('.reader')!, shown, this.words);
  }

  /** Terms by their first places, with what they mean. */
  list(first: ReadonlyMap<Entry, Occurrence>): TemplateResult {
    const { language } = this.reading.loaded.document;
    const sorted = [...first.keys()].sort((a, b) => a.name.localeCompare(b.name, language));
    return termsList(
      this.words,
      sorted,
      language,
      (entry) => this.#more(entry),
      (entry) => this.#go(first.get(entry)!),
    );
  }

  #more(entry: Entry): ReturnType<typeof moreLink> {
    return moreLink(entry, this.words, this.tools, this.reading.layout.filling.address);
  }

  #go(at: Occurrence): void {
    const offset = offsetOf(at);
    const section = at.section.dataset['id']!;
    const place = { section, offset, quote: quoteAt(textOf(at.section), offset) };
    this.painting.clear('isms-term-gone-to');
    this.tools.leave(place, this.reading.layout.go(place));
    this.painting.add(at.range, 'isms-term-gone-to');
  }
}
