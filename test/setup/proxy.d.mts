/** A TCP proxy on loopback. */
export interface Proxy {
  readonly port: number;
  /** Leads to another port from now on; what is open is cut. */
  leadTo(port: number): void;
  stop(): Promise<void>;
}

/** Starts one that leads to a port of loopback. */
export function startProxy(port: number): Promise<Proxy>;
