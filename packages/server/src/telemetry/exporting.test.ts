import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { temporaryFolder } from '../../../../test/setup/engines.mjs';
import { runHeed } from '../testing/command.js';
import { startExporting } from './exporting.js';

const collector = 'http://127.0.0.1:4318';

/** An SDK that only says what was done with it. */
function fakeSdk(shutdown: () => Promise<void> = () => Promise.resolve()) {
  const calls: string[] = [];
  class NodeSDK {
    start(): void {
      calls.push('start');
    }
    shutdown(): Promise<void> {
      calls.push('shutdown');
      return shutdown();
    }
  }
  return { calls, load: () => Promise.resolve({ NodeSDK }) };
}

describe('the export of traces and metrics', () => {
  const lines: string[] = [];
  const warn = (text: string) => lines.push(text);
  const told = () => lines.splice(0);

  test('nothing is loaded unless a collector is named, or when the SDK is disabled', async () => {
    const load = () => assert.fail('loaded');
    await (await startExporting({}, warn, load)).stop();
    const disabled = { OTEL_SDK_DISABLED: 'true', OTEL_EXPORTER_OTLP_ENDPOINT: collector };
    await (await startExporting(disabled, warn, load)).stop();
    assert.deepEqual(told(), []);
  });

  test('it sends what a collector is named for, says nothing of the account, and flushes', async () => {
    const { calls, load } = fakeSdk();
    const all: NodeJS.ProcessEnv = { OTEL_EXPORTER_OTLP_ENDPOINT: collector };
    await (await startExporting(all, warn, load)).stop();
    assert.deepEqual(calls, ['start', 'shutdown']);
    const { OTEL_EXPORTER_OTLP_ENDPOINT: _, ...added } = all;
    assert.deepEqual(added, {
      OTEL_SERVICE_NAME: 'heed',
      OTEL_TRACES_EXPORTER: 'otlp',
      OTEL_METRICS_EXPORTER: 'otlp',
      OTEL_LOGS_EXPORTER: 'none',
      OTEL_NODE_RESOURCE_DETECTORS: 'env,host,os',
    });
    const one: NodeJS.ProcessEnv = {
      OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: `${collector}/v1/traces`,
      OTEL_RESOURCE_ATTRIBUTES: 'service.name=isms',
      OTEL_METRICS_EXPORTER: 'console',
    };
    await startExporting(one, warn, load);
    assert.deepEqual(
      [one['OTEL_TRACES_EXPORTER'], one['OTEL_METRICS_EXPORTER'], one['OTEL_SERVICE_NAME']],
      ['otlp', 'console', undefined],
    );
    assert.deepEqual(told(), []);
  });

  test('a collector that takes nothing, or never answers, does not keep the server from ending', async (t) => {
    const away = fakeSdk(() => Promise.reject(new Error('away')));
    const environment = () => ({ OTEL_EXPORTER_OTLP_ENDPOINT: collector });
    await (await startExporting(environment(), warn, away.load)).stop();
    assert.match(told().join(), /did not take/);
    t.mock.timers.enable({ apis: ['setTimeout'] });
    const mute = fakeSdk(() => new Promise(() => undefined));
    const stopping = (await startExporting(environment(), warn, mute.load)).stop();
    t.mock.timers.tick(5_000);
    await stopping;
    assert.match(told().join(), /did not take/);
  });

  test('an SDK that does not start is named, and the server goes on', async () => {
    const load = () => Promise.reject(new SyntaxError('not for\nthis Node'));
    await (await startExporting({ OTEL_EXPORTER_OTLP_ENDPOINT: collector }, warn, load)).stop();
    assert.match(told().join(), /does not start.*version of it for Node \d.*not for\.$/);
  });

  const sdk = new URL('../../../../node_modules/@opentelemetry/sdk-node', import.meta.url);
  const skip = existsSync(fileURLToPath(sdk)) && 'the package is there';

  test(
    'without the package the command says so in one line, serves, and ends well',
    { skip },
    async () => {
      const data = join(temporaryFolder(), 'data');
      const heed = await runHeed(['--dev', '--data', data], {
        OTEL_EXPORTER_OTLP_ENDPOINT: collector,
      });
      assert.ok(heed.address, heed.errors);
      const [line, ...more] = heed.errors.trimEnd().split('\n');
      assert.deepEqual(more, []);
      assert.match(line ?? '', /^heed: warning: .* is not installed, so no traces .* sent;/);
      assert.match(line ?? '', /Run npm install @opentelemetry\/sdk-node /);
      assert.equal((await fetch(`${heed.address}/health`)).status, 200);
      heed.child.kill('SIGTERM');
      assert.equal(await heed.ended, 0);
    },
  );
});
