/** One of the two storage engines. */
export interface Engine {
  readonly name: 'embedded' | 'postgresql';
  /** An empty place for `openDatabase`; removed at the end. */
  newLocation(): Promise<{ folder: string } | { url: string }>;
}

/** Runs the same tests on both storage engines. */
export function eachEngine(title: string, tests: (engine: Engine) => void): void;

/** Runs tests of what the engine has no part in on PostgreSQL; in a soak on both. */
export function oneEngine(title: string, tests: (engine: Engine) => void): void;

/** A temporary folder that is deleted when the test process ends. */
export function temporaryFolder(): string;
