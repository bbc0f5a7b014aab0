import { patienceMs, type HookFault } from './rules.js';

/** When to come back, in milliseconds (RFC 9110, 10.2.3); undefined when nothing sensible was said. */
function retryAfterOf(text: string | null): number | undefined {
  if (text === null) return undefined;
  const ms = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - Date.now();
  return Number.isFinite(ms) && ms > 0 ? ms : undefined;
}

/**
 * Posts to an address: follows no redirect, waits 15 s for the answer and does not read its body. Resolves with nothing when
 * it was taken (2xx), and otherwise says why not. Never rejects.
 */
export async function postHook(
  url: string,
  { headers, body }: { headers: Record<string, string>; body: string },
): Promise<HookFault | undefined> {
  try {
    const answer = await fetch(url, {
      ...{ method: 'POST', body, redirect: 'manual', signal: AbortSignal.timeout(patienceMs) },
      headers: { 'Content-Type': 'application/json', 'User-Agent': 'heed', ...headers },
    });
    // What it says is of no interest, and may be endless.
    await answer.body?.cancel().catch(() => undefined);
    if (answer.ok) return undefined;
    return {
      code: String(answer.status),
      retryAfterMs: retryAfterOf(answer.headers.get('Retry-After')),
    };
  } catch (error) {
    return { code: (error as Error).name === 'TimeoutError' ? 'timeout' : 'unreachable' };
  }
}
