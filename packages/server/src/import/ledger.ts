import { byCode, type SourceFile } from './folder.js';
import type { FileAccount, Finding } from './types.js';

/** Collects findings and keeps one account per file while a folder is being understood. */
export class Ledger {
  readonly #files: readonly SourceFile[];
  readonly #accounts = new Map<string, FileAccount>();
  readonly #findings: Finding[] = [];
  readonly #lossy = new Set<string>();
  readonly #doubtful = new Set<string>();

  /** @param wanted the names of files that would be taken if they could be read */
  constructor(files: readonly SourceFile[], wanted: RegExp) {
    this.#files = files;
    for (const { path, unread, kind } of files) {
      if (unread === undefined) continue;
      this.leaveOut(path, unread);
      if (kind === 'tools' || (kind === undefined && !wanted.test(path))) continue;
      this.problem(path, undefined, `It was left out: ${unread}.`);
      this.doubt(path);
    }
  }

  /** Something that wants a decision. */
  problem(file: string, line: number | undefined, message: string): void {
    this.#findings.push({ file, ...(line && { line }), severity: 'problem', message });
  }

  /** Something worth knowing that wants nothing. */
  note(file: string, line: number | undefined, message: string): void {
    this.#findings.push({ file, ...(line && { line }), severity: 'note', message });
  }

  /** The file was understood as `reason` says. */
  take(file: string, reason: string): void {
    this.#accounts.set(file, { file, outcome: 'taken', reason });
  }

  /** Something inside the file was left out and is a finding: if it is taken, then partly. */
  lose(file: string): void {
    this.#lossy.add(file);
  }

  /** Something in the file could not be read: what is not found in it may be meant by it all the same. */
  doubt(file: string): void {
    this.#doubtful.add(file);
  }

  /** Files that could not be read wholly, by name. */
  doubtful(): string[] {
    return [...this.#doubtful].sort(byCode);
  }

  /** The file was not taken, and why. */
  leaveOut(file: string, reason: string): void {
    this.#accounts.set(file, { file, outcome: 'left out', reason });
  }

  /** Readable files without an account yet. */
  open(): SourceFile[] {
    return this.#files.filter(({ path }) => !this.#accounts.has(path));
  }

  /** All accounts and findings in a fixed order. Files nobody took are left out as `rest` says. */
  close(rest: string): { files: FileAccount[]; findings: Finding[]; incomplete: string[] } {
    for (const { path } of this.open()) this.leaveOut(path, rest);
    const findings = [...this.#findings].sort(
      (a, b) =>
        byCode(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0) || byCode(a.message, b.message),
    );
    const files = [...this.#accounts.values()].sort((a, b) => byCode(a.file, b.file));
    for (const account of files) {
      if (account.outcome === 'taken' && this.#lossy.has(account.file)) account.outcome = 'partly';
    }
    return { files, findings, incomplete: this.doubtful() };
  }
}
