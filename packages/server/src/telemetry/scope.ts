import { metrics, trace, type Meter, type Tracer } from '@opentelemetry/api';

const name = '@heed/server';

/**
 * Makes the spans of this package. They cost nothing until somebody registers an OpenTelemetry SDK. Ask when an app or a
 * writer is created and not when a module is loaded: where the SDK brings a copy of the API of its own, what was asked
 * for before it was registered stays mute.
 */
export function tracer(): Tracer {
  return trace.getTracer(name);
}

/** Makes the instruments of this package; ask when {@link tracer} says. */
export function meter(): Meter {
  return metrics.getMeter(name);
}

/** Bounds of a histogram of seconds, as the semantic conventions advise for HTTP. */
export const secondsBounds: number[] = [
  0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10,
];

/** What kind of error it was: the name of its class, never its message, which quotes what people wrote. */
export function errorType(error: unknown): string {
  return error instanceof Error && /^\w{1,64}$/.test(error.name) ? error.name : '_OTHER';
}
