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

/** Sends a request over the network and reads all of the answer; of a stream its first event. */
export async function ask(address: string, asked: Asked, token?: string): Promise<Answered> {
  const { path, ...init } = asked;
  const authorised = token === undefined ? {} : { Authorization: `Bearer ${token}` };
  const answer = await fetch(address + path, {
    ...init,
    headers: { ...init.headers, ...authorised },
  });
  const isStream = answer.headers.get('content-type') === 'text/event-stream';
  const text = await (isStream ? firstEvent(answer) : answer.text());
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

async function firstEvent({ body }: Response): Promise<string> {
  let text = '';
  const decoder = new TextDecoder();
  for await (const bytes of body ?? []) {
    text += decoder.decode(bytes as Uint8Array, { stream: true });
    if (/^event: .*\n\n/ms.test(text)) break;
  }
  return text;
}

/** The answer without what the caller sent themselves: to hear that again tells nobody anything. */
export function withoutEcho({ headers, text }: Answered, { path, ...asked }: Asked): string {
  const isJson = asked.headers['Content-Type'] === 'application/json';
  const body = (isJson && asked.body) || '{}';
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
