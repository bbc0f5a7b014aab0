// Every command that the packages promise, run the way the README says, in a fresh clone and in a built one.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { root } from './config/files.mjs';

const json = (file) => JSON.parse(readFileSync(file, 'utf8'));
const golden = (name) => json(join(root, 'packages/contract/golden', name));

const packages = readdirSync(join(root, 'packages'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => ({ name, manifest: json(join(root, 'packages', name, 'package.json')) }));
const commands = packages.flatMap(({ manifest }) => Object.keys(manifest.bin ?? {}));

function run(program, args, cwd) {
  const options = { cwd, encoding: 'utf8', shell: process.platform === 'win32' };
  const { status, stdout, stderr } = spawnSync(program, args, options);
  return { status, stdout, stderr };
}

describe('the commands', () => {
  let folder;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'heed-clone-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('are conformance, heed and heed-verify', () => {
    assert.deepEqual(commands.sort(), ['conformance', 'heed', 'heed-verify']);
  });

  it('are linked by an install before anything is built, and then say what to do', () => {
    const manifest = { name: 'clone', private: true, workspaces: ['packages/*'] };
    writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
    for (const { name, manifest } of packages.filter((each) => each.manifest.bin)) {
      const target = join(folder, 'packages', name);
      cpSync(join(root, 'packages', name), target, {
        recursive: true,
        filter: (path) => !/[\\/](dist|node_modules|src)$/.test(path),
      });
      // Nothing of the network is needed to link what lies here.
      const own = { ...manifest, dependencies: {}, devDependencies: {} };
      writeFileSync(join(target, 'package.json'), JSON.stringify(own));
    }
    const installed = run('npm', ['install', '--offline', '--no-audit', '--no-fund'], folder);
    assert.equal(installed.status, 0, installed.stderr);
    for (const command of commands) {
      const { status, stderr } = run('npx', ['--no', '--', command], folder);
      assert.notEqual(status, 0, command);
      assert.match(stderr, new RegExp(`^${command} is not built yet.*npm run build`, 'm'));
    }
  });

  it('verify a receipt in the words of the README', () => {
    const readme = readFileSync(join(root, 'README.md'), 'utf8');
    const [, key] = /npx heed-verify \S+ --key '([^'…]+)…?'/.exec(readme) ?? [];
    const { log } = golden('discovery.read.200.json');
    assert.ok(log.key.startsWith(key), `the README shows the beginning of ${log.key}`);
    const receipt = join(folder, 'receipt.json');
    writeFileSync(receipt, golden('acknowledgements.create.201.json').receipt);
    const { status, stdout, stderr } = run('npx', ['heed-verify', receipt, '--key', log.key], root);
    assert.equal(status, 0, stderr);
    for (const said of ['3 in en, called \u201c2.1\u201d', 'Mara Lindqvist', 'The key is pinned'])
      assert.ok(stdout.includes(said), `${said} in\n${stdout}`);
    assert.match(stdout, /2 of 2 sections displayed, 43 s in view/);
    assert.match(stdout, /Signed in by +https:\/\/login\.example\.com, at 2026-01-22T08:55:10/);
  });

  it('start the backend', () => {
    const { status, stdout, stderr } = run('npx', ['heed', '--help'], root);
    assert.equal(status, 0, stderr);
    assert.match(stdout, /^heed \[options\]/);
  });
});
