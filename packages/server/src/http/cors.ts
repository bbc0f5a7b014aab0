/** Cross-origin answers (Fetch standard) for the portals that the operator allowed, without credentials. */
export interface Cors {
  /** Headers for an answer to this request. */
  headers(request: Request): Record<string, string>;
  /** The answer to a preflight, or undefined when the request is not one. */
  preflight(request: Request): Response | undefined;
}

/** Allows exactly the given origins, for example `https://intranet.example.com`. */
export function cors(origins: readonly string[]): Cors {
  const allowed = new Set(origins);
  const headers = (request: Request): Record<string, string> => {
    const origin = request.headers.get('Origin');
    if (!origin || !allowed.has(origin)) return {};
    return {
      'Access-Control-Allow-Origin': origin,
      'Access-Control-Expose-Headers': 'ETag, Retry-After, X-Request-Id',
    };
  };
  return {
    headers,
    preflight(request) {
      if (request.method !== 'OPTIONS') return undefined;
      if (!request.headers.has('Access-Control-Request-Method')) return undefined;
      const granted = headers(request);
      const more: Record<string, string> = granted['Access-Control-Allow-Origin']
        ? {
            'Access-Control-Allow-Methods': 'GET, POST, PUT',
            'Access-Control-Allow-Headers':
              'Authorization, Content-Type, Idempotency-Key, If-None-Match, If-Match, traceparent',
            'Access-Control-Max-Age': '7200',
          }
        : {};
      return new Response(null, { status: 204, headers: { ...granted, ...more, Vary: 'Origin' } });
    },
  };
}
