/** A running throw-away PostgreSQL server. */
export interface TestPostgres {
  /** Connection URL of the maintenance database. */
  readonly url: string;
  /** Process id of the server. */
  readonly pid: number;
  /** Creates an empty database and returns its connection URL. */
  createDatabase(): Promise<string>;
  /**
   * Starts a streaming standby of it on another port; from then on a commit waits until the standby has it too.
   * Undefined where pg_basebackup is missing.
   */
  startStandby(): Promise<TestStandby | undefined>;
  /** Runs a statement in the maintenance database. */
  run(sql: string): Promise<void>;
  /** SIGKILL, without a restart. */
  kill(): Promise<void>;
  /** Ends the server with a signal (`SIGKILL` for a crash) and starts it again on the same port. */
  restart(signal?: NodeJS.Signals): Promise<void>;
  /** Ends the server and deletes its data. */
  stop(): Promise<void>;
}

/** A server that follows another one. */
export interface TestStandby extends TestPostgres {
  /** Makes it a primary. */
  promote(): Promise<void>;
}

/** Starts a server of its own for the calling test process. */
export function startPostgres(): Promise<TestPostgres>;
