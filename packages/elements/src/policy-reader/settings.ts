/** How a person likes to read on this device. */
export interface Settings {
  view: 'scrolled' | 'paged';
  /** Steps from 0 to 6; 2 is the size of the page around. */
  size: number;
  spacing: 'tight' | 'normal' | 'loose';
  width: 'narrow' | 'normal' | 'wide';
  font: 'host' | 'serif' | 'sans';
  theme: 'host' | 'light' | 'sepia' | 'dark';
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
};

/** The choices of each setting in the order they are shown. */
export const choices = {
  view: ['scrolled', 'paged'],
  size: [0, 1, 2, 3, 4, 5, 6],
  spacing: ['tight', 'normal', 'loose'],
  width: ['narrow', 'normal', 'wide'],
  font: ['host', 'serif', 'sans'],
  theme: ['host', 'light', 'sepia', 'dark'],
} as const satisfies { [K in keyof Settings]: readonly Settings[K][] };

/** What was chosen on this device; nothing where the browser refuses to remember. */
export function recall(): Partial<Settings> {
  try {
    const found = JSON.parse(localStorage.getItem(key) ?? '{}') as Record<string, unknown>;
    const known = Object.entries(choices).filter(([name, values]) =>
      (values as readonly unknown[]).includes(found[name]),
    );
    return Object.fromEntries(known.map(([name]) => [name, found[name]]));
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
