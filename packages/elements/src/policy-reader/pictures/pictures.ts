import type { Client } from '@heed/sdk';
import type { Reading } from '../changes/changes.js';
import type { TextLayout } from '../text-layout.js';
import { learnTool } from '../../tool-words.js';
import { offerWhole } from './whole.js';
import { strings, type Words } from './pictures.strings.js';
import { styles } from './pictures.styles.js';

/** Wider than this, no screen shows more of it, and a phone runs out of memory. In pixels. */
const widest = 2000;
/** So much is drawn before anybody comes to it, for printing. In pixels. */
const drawnAhead = 40_000_000;

/** The version whose pictures these are. */
export interface Place {
  policy: string;
  version: number;
}

/**
 * Draws the pictures of a text. Each stands in a frame that is as large as the picture before it has come, so that
 * nothing moves. They are drawn on a canvas, because a picture that needs a token has no address that a strict CSP
 * would let an `img` load; the `img` stays over it, for whoever cannot see it and for everything that looks for one.
 */
export class Pictures {
  #drawn = 0;
  readonly #frames = new Map<Element, 'waiting' | 'drawn' | 'failed'>();
  readonly #room = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      offerWhole(target as HTMLElement, this.words, (element) => this.layout.reveal(element));
    }
  });
  readonly #inView = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) void this.#show(target);
    }
  });

  private constructor(
    private readonly layout: TextLayout,
    private readonly client: Client,
    private readonly place: Place,
    private readonly ended: AbortSignal,
    private readonly words: Words,
  ) {
    ended.addEventListener('abort', () => {
      this.#inView.disconnect();
      this.#room.disconnect();
    });
    addEventListener('online', () => this.#again(), { signal: ended });
  }

  /** Frames what is on the page and whatever comes to it, until the sitting ends. */
  static async open(
    { host, layout, client, loaded, language }: Reading,
    ended: AbortSignal,
  ): Promise<void> {
    if (ended.aborted) return;
    const root = host.renderRoot as ShadowRoot;
    const sheet = styles.styleSheet!;
    const there = root.adoptedStyleSheets;
    if (!there.includes(sheet)) root.adoptedStyleSheets = [...there, sheet];
    const { policy, version } = loaded.document;
    const place = { policy, version };
    const pictures = new Pictures(layout, client, place, ended, await learnTool(strings, language));
    if (ended.aborted) return;
    layout.filling.dress = (body) => pictures.#frame(body);
    for (const body of root.querySelectorAll('.body')) pictures.#frame(body);
    void layout.keep();
    await pictures.#ahead();
  }

  #frame(body: ParentNode): void {
    for (const image of body.querySelectorAll<HTMLImageElement>('img[data-image]')) {
      // What is gone belongs to another version.
      if (image.closest('del[data-changed]')) continue;
      const [width = 0, height = 0] = ['width', 'height'].map((side) =>
        Number(image.getAttribute(side)),
      );
      const frame = document.createElement('span');
      const canvas = document.createElement('canvas');
      const scale = Math.min(1, widest / width);
      canvas.width = Math.round(width * scale);
      canvas.height = Math.round(height * scale);
      canvas.ariaHidden = 'true';
      frame.className = 'picture';
      image.replaceWith(frame);
      frame.append(image, canvas);
      this.#frames.set(frame, 'waiting');
      this.#inView.observe(frame);
      this.#room.observe(frame);
    }
  }

  /** What nobody has come to yet: kept on the device for later, and drawn as long as there is room, for printing. */
  async #ahead(): Promise<void> {
    for (const [frame] of this.#frames) {
      await new Promise((done) => setTimeout(done, 200));
      if (this.ended.aborted) return;
      if (this.#drawn < drawnAhead) await this.#show(frame);
      else await this.#read(frame).catch(() => undefined);
    }
  }

  #again(): void {
    for (const [frame, state] of this.#frames) {
      if (state === 'failed') void this.#show(frame);
    }
  }

  #read(frame: Element) {
    const contentHash = frame.querySelector('img')!.dataset['image']!;
    return this.client.images.read({ ...this.place, contentHash }, { signal: this.ended });
  }

  async #show(frame: Element): Promise<void> {
    if (this.#frames.get(frame) === 'drawn') return;
    this.#frames.set(frame, 'drawn');
    const canvas = frame.querySelector('canvas')!;
    const { width, height } = canvas;
    try {
      const { type, data } = await this.#read(frame);
      const bytes = Uint8Array.from(atob(data), (sign) => sign.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes], { type }));
      canvas.getContext('2d')!.drawImage(bitmap, 0, 0, width, height);
      bitmap.close();
      this.#drawn += width * height;
      this.#say(frame, undefined);
    } catch {
      if (this.ended.aborted) return;
      this.#frames.set(frame, 'failed');
      this.#say(frame, this.words.failed);
    }
  }

  /** Not as text: the words of the policy are the policy's. */
  #say(frame: Element, trouble: string | undefined): void {
    frame.classList.toggle('drawn', !trouble);
    if (trouble) frame.setAttribute('data-trouble', trouble);
    else frame.removeAttribute('data-trouble');
  }
}
