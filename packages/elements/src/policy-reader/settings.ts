/** How a person likes to read on this device. */
export interface Settings {
  view: 'scrolled' | 'paged';
  /** Steps from 0 to 6; 2 is the size of the page around. */
  size: number;
  spacing: 'tight' | 'normal' | 'loose';
  width: 'narrow' | 'normal' | 'wide';
  font: 'host' | 'serif' | 'sans';
  theme: 'host' | 'light' | 'sepia' | 'dark';
  /** How many lines the eye is kept to. */
  line: 'off' | 'one' | 'three';
}

const key = 'isms-reader';

/** What nobody has chosen yet. */
export const defaults: Settings = {
  view: 'scrolled',
  size: 2,
  spacing: 'normal',
  width: 'normal',
  font: 'host',
  theme: 'host',
  line: 'off',
};

/** What was chosen on this device; nothing where the browser refuses to remember. */
export function recall(): Partial<Settings> {
  try {
    const found = Object.entries(JSON.parse(localStorage.getItem(key) ?? '{}') as object);
    // Of another release there may be choices that are none here: they do nothing.
    return Object.fromEntries(
      found.filter(([name, value]) => typeof value === typeof (defaults as never)[name]),
    );
  } catch {
    return {};
  }
}

/** Remembers the choices, where the browser lets us. */
export function remember(chosen: Partial<Settings>): void {
  try {
    localStorage.setItem(key, JSON.stringify(chosen));
  } catch {
    // Private windows and embedded frames may refuse; the choice holds until the page is left.
  }
}
