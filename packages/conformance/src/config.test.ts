import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { ConfigError, readConfig } from './config.js';

const folder = mkdtempSync(join(tmpdir(), 'conformance-'));
after(() => rmSync(folder, { recursive: true }));

function file(text: string): string {
  const path = join(folder, 'conformance.json');
  writeFileSync(path, text);
  return path;
}

describe('the configuration', () => {
  it('takes the command line over the environment over the file over defaults', () => {
    const path = file(
      JSON.stringify({
        baseUrl: 'https://file.example.test/',
        setup: 'https://file.example.test/setup/',
        people: { staff: 'file-staff', auditor: 'file-auditor' },
      }),
    );
    const environment = {
      CONFORMANCE_SETUP: 'https://environment.example.test/setup',
      CONFORMANCE_PEOPLE_STAFF: 'environment-staff',
      CONFORMANCE_PEOPLE_ISMS_MANAGER: 'environment-manager',
      CONFORMANCE_PEOPLE_STRANGER_BASE_URL: 'https://other.example.test',
      CONFORMANCE_PEOPLE_NEWCOMERS: 'one, two three',
    };
    const config = readConfig(
      { baseUrl: 'https://line.example.test', only: undefined },
      environment,
      path,
    );
    assert.deepEqual(config, {
      baseUrl: 'https://line.example.test',
      setup: 'https://environment.example.test/setup',
      people: {
        staff: 'environment-staff',
        auditor: 'file-auditor',
        'isms-manager': 'environment-manager',
        strangerBaseUrl: 'https://other.example.test',
        newcomers: ['one', 'two', 'three'],
      },
      readOnly: false,
      only: [],
    });
  });

  it('leaves out the slash at the end', () => {
    assert.equal(
      readConfig({ baseUrl: 'https://a.test/isms//' }, {}).baseUrl,
      'https://a.test/isms',
    );
  });

  it('says what does not fit', () => {
    const refused: [() => unknown, RegExp][] = [
      [() => readConfig({}, {}), /baseUrl/],
      [() => readConfig({ baseUrl: 'somewhere' }, {}), /baseUrl/],
      [() => readConfig({ baseUrl: 'https://a.test' }, {}, file('{')), /cannot be read as JSON/],
      [() => readConfig({ baseUrl: 'https://a.test' }, {}, file('[]')), /baseUrl|object/],
      [
        () => readConfig({}, {}, file('{"baseUrl":"https://a.test","people":{"staff":1}}')),
        /people.staff/,
      ],
      [() => readConfig({ baseUrl: 'https://a.test' }, {}, join(folder, 'none.json')), /none.json/],
    ];
    for (const [read, message] of refused) {
      assert.throws(
        read,
        (error) => error instanceof ConfigError && message.test(error.message),
        String(message),
      );
    }
  });
});
