/** A model of the disk behind a folder. */
export interface Disk {
  /** Whether the power is gone. */
  readonly isCut: boolean;
  /** File operations so far. */
  readonly operations: number;
  /** Gives the file functions back; the folder's own files go on as they are. */
  detach(): void;
  /** Writes what was on the disk at the cut to another folder. */
  writeTo(target: string): void;
}

/** Watches a folder, and cuts the power at its file operation number `cutAfter`. */
export function attachDisk(folder: string, options: { cutAfter: number }): Disk;
