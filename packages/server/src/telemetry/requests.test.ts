import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { context, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import type { ReadableSpan } from '@opentelemetry/sdk-trace-base';
import { temporaryFolder } from '../../../../test/setup/engines.mjs';
import { createLimits } from '../http/limits.js';
import { officeContent } from '../testing/content.js';
import { acknowledge, assignments, draftFor, openOffice, type Office } from '../testing/office.js';
import { observe } from '../testing/telemetry.js';

describe('what is observed of requests and commits', () => {
  const observed = observe();
  let office: Office;
  before(async () => {
    office = await openOffice({ folder: temporaryFolder() });
    await office.publish(officeContent());
  });
  after(() => office.close());

  /** The spans that ended during the work, of one name. */
  async function spansOf(name: string, work: () => Promise<unknown>): Promise<ReadableSpan[]> {
    const seen = observed.spans().length;
    await work();
    return observed
      .spans()
      .slice(seen)
      .filter((span) => span.name === name);
  }

  async function pointsOf(name: string, attributes: Record<string, unknown> = {}) {
    const metric = (await observed.metrics()).find(({ descriptor }) => descriptor.name === name);
    assert.ok(metric, `there is no ${name}`);
    const points = metric.dataPoints.filter((point) =>
      Object.entries(attributes).every(([key, value]) => point.attributes[key] === value),
    );
    return { unit: metric.descriptor.unit, points };
  }

  test('a request is one span, named by its route, with the id that its caller is told', async () => {
    const ann = await office.as('ann');
    const [policy] = await assignments(ann);
    let id: string | null = '';
    const [span, ...more] = await spansOf('GET /v1/policies/{policy}', async () => {
      const { headers } = await ann.get(`/v1/policies/${policy?.policy.id}?a=b`);
      id = headers.get('X-Request-Id');
    });
    assert.ok(span && more.length === 0);
    assert.equal(span.kind, SpanKind.SERVER);
    assert.equal(span.status.code, SpanStatusCode.UNSET);
    assert.deepEqual(span.attributes, {
      'http.request.method': 'GET',
      'url.scheme': 'http',
      'http.route': '/v1/policies/{policy}',
      'http.response.status_code': 200,
      'heed.endpoint': 'policies.read',
      'heed.tenant': 'acme',
      'heed.request.id': id,
    });
  });

  test('the trace of a caller goes on, without the free text beside it', async () => {
    const trail = '0af7651916cd43dd8448eb211c80319c';
    const headers = {
      traceparent: `00-${trail}-b7ad6b7169203331-01`,
      tracestate: 'who=ann',
      baggage: 'who=ann',
    };
    const ann = await office.as('ann');
    const [span] = await spansOf('GET /v1/me', () => ann.get('/v1/me', headers));
    assert.equal(span?.spanContext().traceId, trail);
    assert.equal(span?.parentSpanContext?.spanId, 'b7ad6b7169203331');
    assert.equal(span?.spanContext().traceState, undefined);
    const broken = { traceparent: '00-ann-ann-01' };
    const [own] = await spansOf('GET /v1/me', () => ann.get('/v1/me', broken));
    assert.ok(own && !own.parentSpanContext);
  });

  test('a span around the app wins over the word of the caller', async () => {
    const around = trace.getTracer('test').startSpan('around');
    const [span] = await spansOf('GET /health', () =>
      context.with(trace.setSpan(context.active(), around), async () =>
        office.app('acme').request('/health', {
          headers: { traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01' },
        }),
      ),
    );
    assert.equal(span?.parentSpanContext?.spanId, around.spanContext().spanId);
  });

  test('what no endpoint answers has no route, and a made-up method no name', async () => {
    const app = office.app('acme', { origins: ['https://intranet.example.test'] });
    const [lost] = await spansOf('GET', async () => app.request('/v1/ann'));
    assert.equal(lost?.attributes['heed.problem'], 'not-found');
    assert.equal(lost?.attributes['http.route'], undefined);
    const [odd] = await spansOf('HTTP', async () => app.request('/v1/me', { method: 'ANN' }));
    assert.equal(odd?.attributes['http.request.method'], '_OTHER');
    const [preflight] = await spansOf('OPTIONS', async () =>
      app.request('/v1/me', {
        method: 'OPTIONS',
        headers: {
          Origin: 'https://intranet.example.test',
          'Access-Control-Request-Method': 'GET',
        },
      }),
    );
    assert.equal(preflight?.attributes['http.response.status_code'], 204);
  });

  test('durations by route and status, refusals by code', async () => {
    const ann = await office.as('ann');
    const refused = async () => {
      const code = { 'heed.problem': 'method-not-allowed' };
      const { unit, points } = await pointsOf('heed.requests.refused', code);
      assert.equal(unit, '{request}');
      return Number(points[0]?.value);
    };
    await ann.send('DELETE', '/v1/me', {});
    const before = await refused();
    await ann.send('DELETE', '/v1/me', {});
    assert.equal((await refused()) - before, 1);
    await ann.get('/v1/packs');
    const by = { 'http.route': '/v1/packs', 'http.response.status_code': 403 };
    const { unit, points } = await pointsOf('http.server.request.duration', by);
    assert.equal(unit, 's');
    const { value, attributes } = points[0] as { value: unknown; attributes: object };
    const { count, sum, buckets } = value as {
      count: number;
      sum: number;
      buckets: { boundaries: number[] };
    };
    assert.ok(count === 1 && sum > 0 && sum < 60);
    assert.deepEqual([buckets.boundaries[0], buckets.boundaries.at(-1)], [0.005, 10]);
    const names = ['http.request.method', 'http.response.status_code', 'http.route', 'url.scheme'];
    assert.deepEqual(Object.keys(attributes).sort(), names);
  });

  test('a fault is an error of the span, and its line leads to the trace', async () => {
    const lines: string[] = [];
    const app = office.app('acme', {
      clock: () => {
        throw new TypeError('the clock of ann');
      },
      report: (line) => lines.push(line),
    });
    const ann = await office.as('ann', 'acme', app);
    const [span] = await spansOf('GET /v1/assignments', () => ann.get('/v1/assignments'));
    assert.ok(span);
    assert.deepEqual(span.status, { code: SpanStatusCode.ERROR });
    assert.equal(span.attributes['error.type'], 'internal');
    assert.deepEqual(span.events, []);
    const line = JSON.parse(lines[0] ?? '') as Record<string, unknown>;
    assert.equal(line['requestId'], span.attributes['heed.request.id']);
    assert.equal(line['traceId'], span.spanContext().traceId);
  });

  test('who meets a limit is counted and told of, without saying who', async () => {
    const lines: string[] = [];
    const limits = createLimits({ reads: { burst: 1, perSecond: 0.01 } });
    const app = office.app('acme', { limits, report: (line) => lines.push(line) });
    const ann = await office.as('ann', 'acme', app);
    for (const _ of [1, 2, 3]) await ann.get('/v1/me');
    const { points } = await pointsOf('heed.requests.refused', { 'heed.problem': 'rate-limited' });
    assert.equal(points[0]?.value, 2);
    assert.equal(lines.length, 1);
    const { time, requestId, traceId, ...line } = JSON.parse(lines[0] ?? '') as Record<
      string,
      unknown
    >;
    assert.ok(time && requestId && traceId);
    assert.deepEqual(line, { level: 'warn', event: 'rate-limited', limit: 'reads', times: 1 });
  });

  test('a commit is a trace of its own, linked with the requests whose writes it holds', async () => {
    const session = await office.as('ann');
    const draft = draftFor((await assignments(session))[0]!);
    const seen = observed.spans().length;
    assert.equal((await acknowledge(session, draft)).status, 201);
    const spans = observed.spans().slice(seen);
    const request = spans.find(({ name }) => name === 'POST /v1/acknowledgements');
    const commit = spans.find(({ name }) => name === 'heed.log.commit');
    assert.ok(request && commit && !commit.parentSpanContext);
    assert.notEqual(commit.spanContext().traceId, request.spanContext().traceId);
    assert.deepEqual(
      commit.links.map(({ context: { spanId } }) => spanId),
      [request.spanContext().spanId],
    );
    assert.deepEqual(commit.attributes, { 'heed.log.batch.size': 1 });
  });

  test('commits are counted with their size and time, and nothing is left waiting', async () => {
    const before = (await pointsOf('heed.log.batch.size')).points[0]?.value as { sum: number };
    const bad = office.log.write('acme', async () => {
      throw new RangeError('ann');
    });
    const good = office.log.write('acme', async () => ({ result: 1, events: [] }));
    await assert.rejects(bad, RangeError);
    await good;
    const size = await pointsOf('heed.log.batch.size');
    const { sum } = size.points[0]?.value as { sum: number };
    assert.deepEqual([size.unit, sum - before.sum], ['{write}', 2 + 1 + 1]);
    const failed = await pointsOf('heed.log.commit.duration', { 'error.type': 'RangeError' });
    assert.deepEqual([failed.unit, (failed.points[0]?.value as { count: number }).count], ['s', 2]);
    const waiting = await pointsOf('heed.log.waiting');
    assert.deepEqual([waiting.unit, waiting.points[0]?.value], ['{write}', 0]);
  });
});
