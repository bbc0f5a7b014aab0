/** A process that runs one of the programs of this folder. */
export interface TestProcess {
  readonly pid: number;
  /** Lines of its standard output so far. */
  readonly lines: readonly string[];
  /** Waits for a line of its output, counted from 0; undefined when it ended before. */
  line(at: number): Promise<string | undefined>;
  /** Sends a line to its standard input. */
  go(): void;
  /** Waits for its end; the exit code, null after a signal. */
  ended(): Promise<number | null>;
  /** SIGKILL, and waits for the end. */
  kill(): Promise<void>;
}

/** Starts a program of this folder with tsx. */
export function startProcess(program: string, ...args: string[]): TestProcess;
