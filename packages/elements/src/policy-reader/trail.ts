import type { Place } from '@heed/sdk';
import { idPrefix } from '../foreign-html.js';
import type { Loaded } from './document-loading.js';
import type { Acts, Note } from './notes/notes.js';
import type { TextLayout } from './text-layout.js';

/** A spot that a link was followed from. */
interface Spot {
  policy: string;
  title: string;
  place: Place | undefined;
}

/** The beginning of a section. */
export const startOf = (section: string): Place => ({ section, quote: '', offset: 0 });

/** Follows the links of the text inside the reader, and finds the way back to the spot. */
export class Trail {
  #spots: Spot[] = [];

  constructor(
    private readonly layout: TextLayout,
    private readonly shown: () => Loaded | undefined,
    /** Opens a policy of this backend at a place. */
    private readonly open: (policy: string, place: Place | undefined) => void,
    /** Opens a note where it is linked to. */
    private readonly note: (note: Note, acts: Acts) => Promise<void>,
  ) {}

  /** Where "back" leads. */
  get latest(): Spot | undefined {
    return this.#spots.at(-1);
  }

  /** Forgets where the person was. */
  forget(): void {
    this.#spots = [];
  }

  /** Goes back to the spot the last link was followed from. */
  back(): void {
    const spot = this.#spots.pop();
    if (spot) this.open(spot.policy, spot.place);
  }

  /** Leaves the spot for a place in another policy. */
  visit(policy: string, place: Place): void {
    this.#leave();
    this.open(policy, place);
  }

  /** Takes a click on the text; links that lead out of the reader are the browser's. */
  follow(event: Event, root: ParentNode, leavesPage: boolean): void {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[href]');
    const href = link?.getAttribute('href') ?? '';
    const { policy, section } = link?.dataset ?? {};
    if (policy) {
      if (leavesPage) return;
      event.preventDefault();
      this.#leave();
      this.open(policy, section ? startOf(section) : undefined);
    } else if (href.startsWith('#')) {
      event.preventDefault();
      this.#jump(decodeURIComponent(href.slice(1)), link!, root, leavesPage);
    }
  }

  #jump(id: string, link: HTMLElement, root: ParentNode, leavesPage: boolean): void {
    const { document } = this.shown()!;
    if (document.sections.some((one) => one.id === id)) {
      this.visit(document.policy, startOf(id));
      return;
    }
    // What is linked to may not be on the page yet.
    this.layout.filling.fill(
      document.sections.findIndex(({ html }) => html.includes(`id="${id}"`)),
    );
    const target = root.querySelector<HTMLElement>(`.body #${CSS.escape(idPrefix + id)}`);
    if (!target) return;
    const go = (): void => {
      this.#leave();
      void this.layout.goToElement(target).then(() => {
        target.tabIndex = -1;
        target.focus({ preventScroll: true });
      });
    };
    if (!link.closest('sup') || target.localName !== 'li') return go();
    const follow = (event: Event): void => this.follow(event, root, leavesPage);
    void this.note({ link, text: target, language: document.language }, { go, follow });
  }

  #leave(): void {
    const { policy, title } = this.shown()!.document;
    this.#spots.push({ policy, title, place: this.layout.place });
  }
}
