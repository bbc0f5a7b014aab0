import { createRequire } from 'node:module';
import type * as Api from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import {
  CompositePropagator,
  W3CBaggagePropagator,
  W3CTraceContextPropagator,
} from '@opentelemetry/core';
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
  type MetricData,
} from '@opentelemetry/sdk-metrics';
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
  type ReadableSpan,
} from '@opentelemetry/sdk-trace-base';

/** What was observed so far. */
export interface Observed {
  spans(): ReadableSpan[];
  /** Every metric with its points since the start. */
  metrics(): Promise<MetricData[]>;
}

/** A second copy of the API, as an application may bring one that is not ours. */
function anotherApi(): typeof Api {
  const require = createRequire(import.meta.url);
  const own = require.resolve('@opentelemetry/api');
  const folder = own.slice(0, own.lastIndexOf('build'));
  for (const path of Object.keys(require.cache)) {
    if (path.startsWith(folder)) delete require.cache[path];
  }
  return require(own) as typeof Api;
}

/** Registers an OpenTelemetry SDK that keeps everything in memory, once for this process and before anything is made. */
export function observe(): Observed {
  const { context, metrics, propagation, trace } = anotherApi();
  const spans = new InMemorySpanExporter();
  const spanProcessors = [new SimpleSpanProcessor(spans)];
  trace.setGlobalTracerProvider(new BasicTracerProvider({ spanProcessors }));
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  const propagators = [new W3CTraceContextPropagator(), new W3CBaggagePropagator()];
  propagation.setGlobalPropagator(new CompositePropagator({ propagators }));
  const points = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
  const reader = new PeriodicExportingMetricReader({ exporter: points });
  metrics.setGlobalMeterProvider(new MeterProvider({ readers: [reader] }));
  return {
    spans: () => spans.getFinishedSpans(),
    async metrics() {
      points.reset();
      await reader.forceFlush();
      const scopes = points.getMetrics().flatMap(({ scopeMetrics }) => scopeMetrics);
      return scopes.flatMap((scope) => scope.metrics);
    },
  };
}
