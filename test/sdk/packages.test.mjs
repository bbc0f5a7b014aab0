// What is for tests is in the packages, and in no bundle that a browser loads.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { root } from '../config/files.mjs';

const graph = JSON.parse(readFileSync(join(root, 'packages/elements/dist/chunks.json'), 'utf8'));

/** The files of a package as npm would publish it. */
function packed(name) {
  const args = ['pack', '--dry-run', '--json', '--workspace', `packages/${name}`];
  const shell = process.platform === 'win32';
  const [{ files }] = JSON.parse(execFileSync('npm', args, { cwd: root, encoding: 'utf8', shell }));
  return files.map(({ path }) => path);
}

describe('the entries for tests', () => {
  it('reach no bundle', () => {
    const modules = Object.values(graph).flatMap((chunk) => chunk.modules);
    assert.ok(modules.some((module) => module.includes('packages/sdk/dist/')));
    assert.deepEqual(
      modules.filter((module) => /\/(faults|in-process)\/|packages\/server\//.test(module)),
      [],
    );
  });

  for (const name of ['sdk', 'server']) {
    it(`are in @heed/${name}, without the tests of ${name} itself`, () => {
      const files = packed(name);
      const { types, default: code } = JSON.parse(
        readFileSync(join(root, `packages/${name}/package.json`), 'utf8'),
      ).exports['./testing'];
      for (const file of [types, code]) assert.ok(files.includes(file.slice(2)), file);
      const unwanted = /\.(test|checks)\.|^dist\/(testing|compatibility|types)\//;
      assert.deepEqual(
        files.filter((file) => unwanted.test(file)),
        [],
      );
    });
  }
});
