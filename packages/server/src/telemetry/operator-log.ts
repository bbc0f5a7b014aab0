import { trace } from '@opentelemetry/api';

/** Takes one line of the operator's log. */
export type Report = (line: string) => void;

/** What a line says beside its time, level and event. Nothing in it may name a person or quote what one sent. */
export interface Facts {
  /** The id that the caller was told. */
  requestId?: string | undefined;
  [name: string]: string | number | readonly string[] | undefined;
}

/** Tells the operator of an event: an error is for somebody to look into, a warning for somebody to know. */
export type OperatorLog = (level: 'error' | 'warn', event: string, facts: Facts) => void;

/** Writes every event as one line of JSON, with the id of the trace when one is recorded. */
export function operatorLog(report: Report): OperatorLog {
  return (level, event, { requestId, ...facts }) => {
    const span = trace.getActiveSpan();
    const traceId = span?.isRecording() ? span.spanContext().traceId : undefined;
    report(
      JSON.stringify({
        time: new Date().toISOString(),
        ...{ level, event, requestId, traceId },
        ...facts,
      }),
    );
  };
}
