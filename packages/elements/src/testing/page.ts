import { createClient, type Client, type GetToken } from '@heed/sdk';
import { createBackend, type ModelBackend } from './backend.js';

/** A client of a model backend of its own, which keeps nothing on the device. */
export async function connect(
  backend?: ModelBackend,
  getToken: GetToken = () => 'token',
): Promise<{ backend: ModelBackend; client: Client }> {
  const model = backend ?? (await createBackend());
  const client = createClient({
    baseUrl: model.baseUrl,
    fetch: model.fetch,
    getToken,
    storage: 'memory',
  });
  return { backend: model, client };
}

/** Waits until a condition holds, at most eight seconds; says what it waited for when it never does. */
export async function eventually(
  condition: () => unknown,
  what = String(condition),
): Promise<void> {
  const end = performance.now() + 8000;
  while (!condition()) {
    if (performance.now() > end) throw new Error(`It never came to this: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** The text a person sees in an element, white space folded. */
export const words = (element: Element): string =>
  (element.shadowRoot?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** The next event of a type, with its own class. */
export const once = <T extends keyof HTMLElementEventMap>(
  target: EventTarget,
  type: T,
): Promise<HTMLElementEventMap[T]> =>
  new Promise((resolve) => {
    const heard = (event: Event): void => resolve(event as HTMLElementEventMap[T]);
    target.addEventListener(type, heard, { once: true });
  });
