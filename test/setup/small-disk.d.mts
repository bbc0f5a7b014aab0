/** A disk that is soon full. */
export interface SmallDisk {
  readonly folder: string;
  /** Free bytes. */
  free(): number;
  /** Fills it until so many bytes are left. */
  fill(leave?: number): void;
  /** Takes away what `fill` wrote. */
  makeRoom(): void;
  unmount(): void;
}

/** Mounts one; undefined where this process may not mount. */
export function mountSmallDisk(megabytes: number): SmallDisk | undefined;
