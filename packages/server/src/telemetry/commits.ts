import { SpanStatusCode, trace, type SpanContext } from '@opentelemetry/api';
import { errorType, meter, secondsBounds, tracer } from './scope.js';

/** Watches the transactions of a log writer. */
export interface CommitObserver {
  /** The span for which a write is asked, to be linked with the commit that it ends up in. */
  asker(): SpanContext | undefined;
  /** So many more writes wait, or so many fewer. */
  waits(more: number): void;
  /** Does the work, which commits the batch or fails. */
  commit<T>(
    batch: readonly { readonly asker: SpanContext | undefined }[],
    work: () => Promise<T>,
  ): Promise<T>;
}

/** Spans and metrics of the commits of one log writer. They say how many and how long, and never what. */
export function observeCommits(): CommitObserver {
  const spans = tracer();
  const size = meter().createHistogram('heed.log.batch.size', {
    description: 'Writes that were committed, or tried, in one transaction.',
    unit: '{write}',
    advice: { explicitBucketBoundaries: [1, 2, 5, 10, 20, 50, 100, 200, 500] },
  });
  const duration = meter().createHistogram('heed.log.commit.duration', {
    description: 'Duration of one transaction of the log writer.',
    unit: 's',
    advice: { explicitBucketBoundaries: secondsBounds },
  });
  const waiting = meter().createUpDownCounter('heed.log.waiting', {
    description: 'Writes that wait for the next transaction.',
    unit: '{write}',
  });
  return {
    asker: () => trace.getActiveSpan()?.spanContext(),
    waits: (more) => waiting.add(more),
    commit(batch, work) {
      const started = performance.now();
      const links = batch.flatMap(({ asker }) => (asker ? [{ context: asker }] : []));
      // A trace of its own: it works for all who wait, and runs in the context of any one of them.
      const options = { root: true, links, attributes: { 'heed.log.batch.size': batch.length } };
      return spans.startActiveSpan('heed.log.commit', options, async (span) => {
        let failed = {};
        try {
          return await work();
        } catch (error) {
          failed = { 'error.type': errorType(error) };
          span.setAttributes(failed);
          span.setStatus({ code: SpanStatusCode.ERROR });
          throw error;
        } finally {
          span.end();
          size.record(batch.length);
          duration.record((performance.now() - started) / 1000, failed);
        }
      });
    },
  };
}
