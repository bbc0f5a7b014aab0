import type { MessageDraft } from '@heed/sdk';

/** What somebody is writing. */
export interface Written {
  kind: MessageDraft['kind'];
  title: string;
  text: string;
  action: string;
  /** As the field for it has it: local time, or empty. */
  dueAt: string;
  /** Who was chosen among those suggested, as JSON. */
  mentions: string;
}

/**
 * What one person is writing in one place, in the storage of the host's origin on this device. It leaves it when it is
 * posted, and whoever else signs in here is shown their own.
 */
export class Draft {
  readonly #key: string;

  constructor(person: string, channel: string, thread: string | undefined) {
    this.#key = `isms-draft:${JSON.stringify([person, channel, thread])}`;
  }

  /** What is kept; nothing where the browser refuses to remember. */
  read(): Partial<Written> {
    try {
      const kept = JSON.parse(localStorage.getItem(this.#key) ?? '{}') as Record<string, unknown>;
      const texts = Object.entries(kept).filter(([, value]) => typeof value === 'string');
      return Object.fromEntries(texts) as Partial<Written>;
    } catch {
      return {};
    }
  }

  /** Keeps this in place of what was kept; false where the browser refuses. */
  write(written: Written | undefined): boolean {
    try {
      const isEmpty = !written?.text && !written?.title && !written?.action;
      if (isEmpty) localStorage.removeItem(this.#key);
      else localStorage.setItem(this.#key, JSON.stringify(written));
      return true;
    } catch {
      return false;
    }
  }
}
