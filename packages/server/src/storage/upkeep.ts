import type { Send } from './transaction.js';

const statementsBetweenLooks = 500;
const walBetweenCheckpoints = 64 * 1024 * 1024;

/**
 * What PostgreSQL's background processes do and PGlite, a single process, never does by itself: checkpoints, without
 * which the write-ahead log grows without end and a start after a crash replays all of it, and vacuum with analyze.
 * It follows the work that was done and needs no timer.
 */
export class Upkeep {
  readonly #run: Send;
  #statements = 0;
  #checkpointAt: number | undefined;

  /** @param run runs one statement outside every transaction, in its turn among the other statements. */
  constructor(run: Send) {
    this.#run = run;
  }

  /** To be called with every statement or transaction. */
  worked(): void {
    if (++this.#statements % statementsBetweenLooks !== 0) return;
    // Nobody waits for it, and what hinders it (a full disk) stops the next commit too, with its own message.
    this.#look().catch(() => undefined);
  }

  async #look(): Promise<void> {
    const [row] = await this.#run<{ now: number; last: number }>(
      `select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint as now,
        (select pg_wal_lsn_diff(redo_lsn, '0/0')::bigint from pg_control_checkpoint()) as last`,
    );
    if (!row || row.now - (this.#checkpointAt ?? row.last) < walBetweenCheckpoints) return;
    this.#checkpointAt = row.now;
    await this.#run('checkpoint');
    // What was changed in the last second is counted a second later, else, and that may be all of it.
    await this.#run('select pg_stat_force_next_flush()');
    // The thresholds of autovacuum. One table at a time, so that other statements get their turn in between.
    const tables = await this.#run<{ name: string }>(
      `select format('%I.%I', schemaname, relname) as name from pg_stat_user_tables
        where n_mod_since_analyze > 50 + 0.1 * n_live_tup`,
    );
    for (const { name } of tables) await this.#run(`vacuum (analyze) ${name}`);
  }
}
