import type { TemplateResult, nothing } from 'lit';
import type { Words } from './incident-report.strings.js';
import type { Telling } from './telling.js';

/** What the views of a report draw from. */
export interface Scene {
  readonly words: Words;
  readonly telling: Telling;
  /** Whether it was to be sent without a word about what it is. */
  readonly lacksNoticed: boolean;
  /** The person says that others use this device. */
  readonly isShared: boolean;
  /** Whether what is written survives the page. */
  readonly isKept: boolean;
  /** It is being put on this device. */
  readonly isBusy: boolean;
  /** What went wrong with sending or with files, in words; empty when nothing did. */
  readonly note: string;
  /** Whether the page has advice about what something seems to be, or about everything. */
  hasAdvice(seems: string): boolean;
  /** The files that go with it, on their way. */
  readonly files: TemplateResult | typeof nothing;
  write(more: Partial<Telling>): void;
  share(isShared: boolean): void;
  attach(files: readonly File[]): void;
  send(): void;
}
