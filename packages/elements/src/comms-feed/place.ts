/** Pixels that may be missing to the end. */
const near = 24;

/** Where the person is among the messages: what they look at stays there while others come and go. */
export class Place {
  /** Whether the end is on the screen, and what comes there is followed. */
  isAtEnd = true;
  #anchor: { id: string; top: number } | undefined;
  #goal: { id?: string; focus: boolean } | undefined;
  /** Where the person was brought, until they scroll. */
  #landed: { id: string; at: number } | undefined;

  constructor(private readonly scroller: () => HTMLElement | null) {}

  /** The messages on the page. */
  get articles(): HTMLElement[] {
    return [...(this.scroller()?.querySelectorAll<HTMLElement>('article[data-id]') ?? [])];
  }

  /** A message on the page. */
  find(id: string | undefined): HTMLElement | undefined {
    return this.articles.find(({ dataset }) => dataset['id'] === id);
  }

  /** Goes to a message, or to the end, when that is on the page. */
  go(id?: string, focus = false): void {
    this.#goal = { ...(id && { id }), focus };
  }

  /** Notes what is where; called before the messages change. */
  note(hasNewer: boolean): void {
    const scroller = this.scroller();
    if (!scroller) return;
    const { top } = scroller.getBoundingClientRect();
    if (this.#landed && Math.abs(this.#landed.at - scroller.scrollTop) > 1)
      this.#landed = undefined;
    this.isAtEnd = !hasNewer && this.#toEnd(scroller) <= near;
    const [, seen] = this.#around(top + 1);
    this.#anchor = seen && {
      id: seen.dataset['id']!,
      top: seen.getBoundingClientRect().top - top,
    };
  }

  /** Puts everything back where it was, or goes where it is to be gone; called after the messages have changed. */
  keep(): void {
    const scroller = this.scroller();
    if (!scroller || this.#reach(scroller)) return;
    if (this.#landed || this.isAtEnd) return this.resized();
    const { id, top } = this.#anchor ?? {};
    const now = this.find(id);
    if (!now) return;
    const moved = now.getBoundingClientRect().top - scroller.getBoundingClientRect().top - top!;
    if (Math.abs(moved) >= 1) scroller.scrollTop += moved;
  }

  /** The room for the messages is another one: what was to be seen still is. */
  resized(): void {
    const scroller = this.scroller();
    if (!scroller) return;
    if (this.#landed) this.#land(scroller, this.#landed.id);
    else if (this.isAtEnd) this.end();
  }

  /** Shows the end. */
  end(): void {
    const scroller = this.scroller();
    if (scroller) scroller.scrollTop = scroller.scrollHeight;
  }

  /** Screens of messages before and after what is shown. */
  get room(): { before: number; after: number } {
    const scroller = this.scroller();
    if (!scroller?.clientHeight) return { before: Infinity, after: Infinity };
    const { scrollTop, clientHeight } = scroller;
    return { before: scrollTop / clientHeight, after: this.#toEnd(scroller) / clientHeight };
  }

  /** The last message of which the end, or a good part, is on the screen of the person. */
  get lastShown(): string | undefined {
    const box = this.scroller()?.getBoundingClientRect();
    if (!box) return undefined;
    const top = Math.max(box.top, 0);
    const bottom = Math.min(box.bottom, innerHeight);
    const shown = (one: HTMLElement | undefined): number => {
      const at = one?.getBoundingClientRect();
      return at ? Math.min(at.bottom, bottom) - Math.max(at.top, top) : 0;
    };
    const [ended, next] = this.#around(bottom + 1);
    const last = shown(next) > (bottom - top) / 2 ? next : ended;
    return shown(last) > 0 ? last?.dataset['id'] : undefined;
  }

  #reach(scroller: HTMLElement): boolean {
    if (!this.#goal) return false;
    const { id, focus } = this.#goal;
    const article = id ? this.find(id) : this.articles.at(-1);
    if (!article) return false;
    this.#goal = undefined;
    this.#landed = undefined;
    if (id) this.#land(scroller, id);
    else this.end();
    if (focus) article.focus({ preventScroll: true });
    return true;
  }

  #land(scroller: HTMLElement, id: string): void {
    const article = this.find(id);
    if (!article) return;
    const { top } = scroller.getBoundingClientRect();
    scroller.scrollTop += article.getBoundingClientRect().top - top;
    this.#landed = { id, at: scroller.scrollTop };
  }

  /** The last message that ends above a height of the window, and the next one; few are asked where they are. */
  #around(height: number): [HTMLElement | undefined, HTMLElement | undefined] {
    const { articles } = this;
    let [from, to] = [0, articles.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (articles[middle]!.getBoundingClientRect().bottom > height) to = middle;
      else from = middle + 1;
    }
    return [articles[from - 1], articles[from]];
  }

  #toEnd({ scrollHeight, scrollTop, clientHeight }: HTMLElement): number {
    return scrollHeight - scrollTop - clientHeight;
  }
}
