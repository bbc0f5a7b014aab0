import type { Endpoint, Item, Output } from '@heed/contract';
import type { CallOptions, Given } from './calls.js';

/** A list endpoint: all items one after the other, or a page at a time. */
export interface List<E extends Endpoint> {
  /** Every item; asks for further pages as the loop gets there. */
  (...given: Given<E>): AsyncIterableIterator<Item<E>>;
  /** One page; pass its `next` as `cursor` for the following one. */
  page(...given: Given<E>): Promise<Output<E>>;
}

interface Page {
  items: unknown[];
  next?: string | undefined;
}

/** Turns the function that gets one page into a {@link List}. */
export function list(page: (input?: object, options?: CallOptions) => Promise<unknown>) {
  async function* items(input?: object, options?: CallOptions) {
    let cursor: string | undefined;
    let next: string | undefined;
    do {
      cursor = next;
      const got = (await page(cursor ? { ...input, cursor } : input, options)) as Page;
      yield* got.items;
      next = got.next;
      // A backend that repeats a cursor would keep the loop going for ever.
    } while (next && next !== cursor);
  }
  return Object.assign(items, { page });
}
