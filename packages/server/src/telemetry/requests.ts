import {
  context,
  propagation,
  SpanKind,
  SpanStatusCode,
  trace,
  type Attributes,
  type Context,
  type TextMapGetter,
} from '@opentelemetry/api';
import type { Context as Request, MiddlewareHandler } from 'hono';
import type { Env } from '../http/bind.js';
import { meter, secondsBounds, tracer } from './scope.js';

/** Any other method is text that a stranger wrote. */
const methods = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'];

/** Of what a caller sends only the ids are continued: `tracestate` and `baggage` are free text, and may name people. */
const onlyTraceparent: TextMapGetter<Headers> = {
  keys: () => ['traceparent'],
  get: (headers, key) => (key === 'traceparent' ? (headers.get(key) ?? undefined) : undefined),
};

/** The trace to continue: of whoever instruments this process around us, else of the caller. */
function parentOf({ req }: Request<Env>): Context {
  const around = context.active();
  return trace.getSpan(around)
    ? around
    : propagation.extract(around, req.raw.headers, onlyTraceparent);
}

/**
 * A span, a duration and, for a problem, a count of every request. They name the route and never the path, nor the
 * query, the address, a token or a person.
 */
export function observeRequests(tenant: string): MiddlewareHandler<Env> {
  const spans = tracer();
  const duration = meter().createHistogram('http.server.request.duration', {
    description: 'Duration of HTTP server requests.',
    unit: 's',
    advice: { explicitBucketBoundaries: secondsBounds },
  });
  const refused = meter().createCounter('heed.requests.refused', {
    description: 'Requests answered with a problem, by its code.',
    unit: '{request}',
  });
  return (c, next) => {
    const started = performance.now();
    const isKnown = methods.includes(c.req.method);
    const common: Attributes = {
      'http.request.method': isKnown ? c.req.method : '_OTHER',
      'url.scheme': c.req.url.startsWith('https:') ? 'https' : 'http',
    };
    const verb = isKnown ? c.req.method : 'HTTP';
    const options = { kind: SpanKind.SERVER, attributes: { ...common, 'heed.tenant': tenant } };
    return spans.startActiveSpan(verb, options, parentOf(c), async (span) => {
      try {
        await next();
      } finally {
        const endpoint = c.get('endpoint');
        const problem = c.get('problem');
        const status = c.finalized ? c.res.status : 500;
        const isFault = status >= 500;
        const outcome: Attributes = {
          ...common,
          ...(endpoint && { 'http.route': endpoint.route }),
          'http.response.status_code': status,
          ...(isFault && { 'error.type': problem ?? String(status) }),
        };
        span.setAttributes({
          ...outcome,
          'heed.request.id': c.get('requestId'),
          ...(endpoint && { 'heed.endpoint': endpoint.name }),
          ...(problem && { 'heed.problem': problem }),
        });
        if (endpoint) span.updateName(`${verb} ${endpoint.route}`);
        if (isFault) span.setStatus({ code: SpanStatusCode.ERROR });
        span.end();
        duration.record((performance.now() - started) / 1000, outcome);
        if (problem) refused.add(1, { 'heed.problem': problem });
      }
    });
  };
}
