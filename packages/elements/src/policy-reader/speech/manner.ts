const key = 'isms-voice';

/** The speeds there are. */
export const rates = [0.75, 1, 1.25, 1.5, 1.75, 2];

/** How a text is spoken on this device. */
export interface Manner {
  rate: number;
  /** The address of the voice; the best for the text when it is not of its language. */
  voice?: string;
}

/** What was chosen on this device. */
export function recall(): Manner {
  try {
    const { rate, voice } = JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Manner>;
    return { rate: rates.find((one) => one === rate) ?? 1, ...(voice && { voice }) };
  } catch {
    return { rate: 1 };
  }
}

/** Remembers it, where the browser lets us. */
export function remember(manner: Manner): void {
  try {
    localStorage.setItem(key, JSON.stringify(manner));
  } catch {
    // It holds until the page is left.
  }
}
