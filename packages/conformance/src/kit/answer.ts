import { Problem, problems, type Endpoint, type ProblemCode } from '@heed/contract';
import { cut, Unmet } from './check.js';
import { pathOf, type Exchange } from './exchange.js';

type Issue = { path: PropertyKey[]; message: string };

function misfits(issues: readonly Issue[]): string {
  return issues
    .slice(0, 5)
    .map(({ path, message }) => `/${path.map(String).join('/')}: ${message}`)
    .join('; ');
}

/** What an endpoint answered. `T` is the success body. */
export class Answer<T> {
  constructor(
    readonly exchange: Exchange,
    private readonly endpoint: Endpoint | undefined,
  ) {}

  get status(): number {
    return this.exchange.status;
  }

  get headers(): Headers {
    return this.exchange.headers;
  }

  /** The body, byte for byte. */
  get text(): string {
    return this.exchange.text;
  }

  /** What was asked and answered, for messages. */
  get said(): string {
    const { method, url, status } = this.exchange;
    return `${method} ${pathOf(url)} answered ${status}`;
  }

  /** The body as JSON. Fails the check when it is none. */
  json(): unknown {
    try {
      return JSON.parse(this.text) as unknown;
    } catch {
      throw new Unmet(`${this.said} with a body that is no JSON: ${cut(this.text)}`);
    }
  }

  /** The success body. Fails the check when it is none, or does not fit the contract. */
  success(): T {
    const schema = this.endpoint?.answers[this.status];
    if (!schema) {
      const wanted = Object.keys(this.endpoint?.answers ?? {}).join(' or ');
      throw new Unmet(`${this.said}, and has to answer ${wanted}: ${cut(this.text)}`);
    }
    if (schema === 'bytes') return (this.exchange.bytes ?? new Uint8Array()) as T;
    if (typeof schema === 'string') return this.text as T;
    const result = schema.safeParse(this.json());
    if (result.success) return result.data as T;
    throw new Unmet(
      `${this.said} with a body that does not fit the contract. ${misfits(result.error.issues)}`,
    );
  }

  /** The problem. Fails the check when it is another one, or not told as RFC 9457 says. */
  refused(...codes: readonly ProblemCode[]): Problem {
    const wanted = codes.map((code) => `${problems[code].status} ${code}`).join(' or ');
    const result = this.status >= 400 ? Problem.safeParse(this.json()) : undefined;
    if (!result) throw new Unmet(`${this.said}, and has to refuse with ${wanted}`);
    if (!result.success) {
      const what = misfits(result.error.issues);
      throw new Unmet(`${this.said} with a body that is no problem (RFC 9457). ${what}`);
    }
    const { code, status } = result.data;
    const known = codes.find((each) => each === code);
    if (!known || this.status !== problems[known].status || status !== this.status) {
      throw new Unmet(`${this.said} ${code}, and has to refuse with ${wanted}`);
    }
    return result.data;
  }
}
