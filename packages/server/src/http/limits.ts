import { Failure } from './failure.js';
import { TokenBuckets, type Rate } from './token-buckets.js';

/** What a person can ask for: answers, or something to be recorded. */
export type Kind = 'reads' | 'acts';

/**
 * The limits. A page of the portal asks for about twenty things, and a sitting is reported every few seconds: no person
 * comes near theirs. What a whole office shares is its address, so that has to carry everybody who comes at nine.
 */
export const rates = {
  /** One person. */
  reads: { burst: 600, perSecond: 20 },
  /** One person; what waited on a device comes at once. */
  acts: { burst: 300, perSecond: 5 },
  /** One address, without a sign-in that counts. */
  unsigned: { burst: 1200, perSecond: 20 },
  /** One address, claim codes: nobody has many, and whoever guesses does. */
  codes: { burst: 15, perSecond: 1 / 12 },
  /** Everybody, claim codes: each costs a tenth of a second. */
  allCodes: { burst: 200, perSecond: 4 },
  /** One address, everything that comes from it. */
  address: { burst: 12_000, perSecond: 400 },
} as const satisfies Record<string, Rate>;

/** Counts requests, and fails with rate-limited when there are too many. */
export interface Limits {
  /** Any request. */
  arrive(address: string | undefined): void;
  /** A request that needs no sign-in, or whose sign-in counts for nothing. */
  unsigned(address: string | undefined): void;
  /** A request with a claim code. */
  code(address: string | undefined): void;
  /** A request of a person who was recognised. */
  person(id: string, kind: Kind): void;
}

/** Other rates than {@link rates}, another memory and another clock (seconds). */
export interface LimitOptions extends Partial<Record<keyof typeof rates, Rate>> {
  now?: () => number;
  remembered?: number;
}

function refusal(limit: string, wait: number, what: string): Failure {
  const seconds = Math.ceil(wait);
  return new Failure(
    'rate-limited',
    `${what}, so this request was not answered and nothing was recorded. Send the same request again in ${seconds} s.`,
    { headers: { 'Retry-After': String(seconds) }, limit },
  );
}

/** Limits that this process keeps in its memory: at most so many people and addresses of each kind. */
export function createLimits({
  now = () => performance.now() / 1000,
  remembered = 20_000,
  ...changed
}: LimitOptions = {}): Limits {
  const buckets = (name: keyof typeof rates) =>
    new TokenBuckets(changed[name] ?? rates[name], remembered, now);
  const kept = {
    reads: buckets('reads'),
    acts: buckets('acts'),
    unsigned: buckets('unsigned'),
    codes: buckets('codes'),
    allCodes: buckets('allCodes'),
    address: buckets('address'),
  };
  const take = (name: keyof typeof kept, key: string | undefined, what: string) => {
    // Where the platform does not say who asks, all would share one bucket.
    const wait = key === undefined ? 0 : kept[name].take(key);
    if (wait > 0) throw refusal(name, wait, what);
  };
  return {
    arrive: (address) => take('address', address, 'Too much comes from your network address'),
    unsigned: (address) =>
      take('unsigned', address, 'Too much comes from your network address without a valid sign-in'),
    code(address) {
      take('codes', address, 'Too many codes come from your network address');
      take('allCodes', 'all', 'Too many codes come from everywhere');
    },
    person: (id, kind) =>
      take(
        kind,
        id,
        kind === 'acts'
          ? 'You are recording too much in a short time'
          : 'You are asking for too much in a short time',
      ),
  };
}

/** Limits that nobody meets, for measurements. */
export const unlimited: Limits = { arrive() {}, unsigned() {}, code() {}, person() {} };
