import type { Asked } from './requests.js';

/** An answer as it came over the network. */
export interface Answered {
  status: number;
  /** As `name: value`, sorted, without what differs between any two answers. */
  headers: readonly string[];
  text: string;
  /** Of the problem; undefined when the answer is a success. */
  code: string | undefined;
}

/** These differ between any two answers, and only these. */
const volatile = ['date', 'x-request-id'];

/** Sends a request over the network and reads all of the answer. */
export async function ask(address: string, asked: Asked, token?: string): Promise<Answered> {
  const { path, ...init } = asked;
  const authorised = token === undefined ? {} : { Authorization: `Bearer ${token}` };
  const answer = await fetch(address + path, {
    ...init,
    headers: { ...init.headers, ...authorised },
  });
  const text = await answer.text();
  return {
    status: answer.status,
    headers: [...answer.headers]
      .filter(([name]) => !volatile.includes(name))
      .map(([name, value]) => `${name}: ${value}`)
      .sort(),
    text: text.replace(/"requestId":"[0-9a-f-]{36}"/, '"requestId":"…"'),
    code: answer.ok ? undefined : (JSON.parse(text) as { code: string }).code,
  };
}

/** The answer without what the caller sent themselves: to hear that again tells nobody anything. */
export function withoutEcho({ headers, text }: Answered, { path, body = '{}' }: Asked): string {
  const [place = '', search = ''] = path.split('?');
  const sent = [
    ...place.split('/').map(decodeURIComponent),
    ...new URLSearchParams(search).values(),
    ...Object.values(JSON.parse(body) as Record<string, unknown>).map(String),
  ];
  return sent
    .filter((value) => value.length > 8)
    .reduce((rest, value) => rest.replaceAll(value, ''), `${headers.join('\n')}\n${text}`);
}
