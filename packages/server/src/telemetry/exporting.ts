/** The export of traces and metrics, when it is asked for. */
export interface Exporting {
  /** Sends what was gathered, for at most five seconds. */
  stop(): Promise<void>;
}

/** The part of `@opentelemetry/sdk-node` that is used. */
interface NodeSdkModule {
  NodeSDK: new () => { start(): void; shutdown(): Promise<void> };
}

const sdkName = '@opentelemetry/sdk-node';
const longest = 5_000;
const nothing: Exporting = { stop: () => Promise.resolve() };

/** Which signals the environment names a collector for. */
function asked(environment: NodeJS.ProcessEnv): { traces: boolean; metrics: boolean } {
  const isOn = environment['OTEL_SDK_DISABLED']?.toLowerCase() !== 'true';
  const has = (name: string) => isOn && Boolean(environment[name]);
  const all = has('OTEL_EXPORTER_OTLP_ENDPOINT');
  return {
    traces: all || has('OTEL_EXPORTER_OTLP_TRACES_ENDPOINT'),
    metrics: all || has('OTEL_EXPORTER_OTLP_METRICS_ENDPOINT'),
  };
}

/** What the SDK is to take where the operator says nothing. */
function defaults(environment: NodeJS.ProcessEnv): Record<string, string> {
  const { traces, metrics } = asked(environment);
  const isNamed = /(^|,)\s*service\.name=/.test(environment['OTEL_RESOURCE_ATTRIBUTES'] ?? '');
  return {
    ...(!isNamed && { OTEL_SERVICE_NAME: 'heed' }),
    OTEL_TRACES_EXPORTER: traces ? 'otlp' : 'none',
    OTEL_METRICS_EXPORTER: metrics ? 'otlp' : 'none',
    OTEL_LOGS_EXPORTER: 'none',
    // Without the one of the process: it tells the account's name and the command line with its folders.
    OTEL_NODE_RESOURCE_DETECTORS: 'env,host,os',
  };
}

function whyNot(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ERR_MODULE_NOT_FOUND' && message.includes(`'${sdkName}'`)) {
    return `${sdkName} is not installed, so no traces and metrics are sent; everything else works. Run npm install ${sdkName} where @heed/server is installed and start again, or unset the variable`;
  }
  return `${sdkName} does not start, so no traces and metrics are sent; everything else works. Install a version of it for Node ${process.versions.node} and start again. It says: ${message.split('\n')[0]}`;
}

/**
 * Starts the OpenTelemetry SDK when `OTEL_EXPORTER_OTLP_ENDPOINT`, or the variable of one signal, names a collector.
 * The SDK reads the other standard variables itself. Without its package it warns, and the server goes on.
 *
 * @param environment where the SDK looks too: `process.env`, to which defaults are added.
 */
export async function startExporting(
  environment: NodeJS.ProcessEnv,
  warn: (text: string) => void,
  load: () => Promise<unknown> = () => import(sdkName),
): Promise<Exporting> {
  const { traces, metrics } = asked(environment);
  if (!traces && !metrics) return nothing;
  try {
    const { NodeSDK } = (await load()) as NodeSdkModule;
    for (const [name, value] of Object.entries(defaults(environment))) environment[name] ||= value;
    const sdk = new NodeSDK();
    sdk.start();
    return { stop: () => flush(sdk, warn) };
  } catch (error) {
    warn(`a collector is named by OTEL_EXPORTER_OTLP_ENDPOINT, but ${whyNot(error)}.`);
    return nothing;
  }
}

async function flush(
  sdk: { shutdown(): Promise<void> },
  warn: (text: string) => void,
): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer')), longest);
  });
  try {
    await Promise.race([sdk.shutdown(), late]);
  } catch {
    warn('the collector did not take the last traces and metrics, so these are lost.');
  } finally {
    clearTimeout(timer);
  }
}
