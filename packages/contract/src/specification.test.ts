import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { before, describe, it } from 'node:test';
import * as z from 'zod/mini';
import { problems } from './problems.js';
import { rules } from './rules.js';
import { Setup } from './setup.js';
import { exampleSetup } from './specification/setup.js';
import { endpoints } from './specification/site.js';
import { filledIn } from './testing/evidence-page.js';
import { folder, generatedPages, laidOut, linksOf, placesOf } from './testing/pages.js';

/** The file, or nothing where there is none yet. */
const stored = (file: URL) => readFile(file, 'utf8').catch(() => '');

describe('the specification', () => {
  let generated: ReadonlyMap<string, string>;
  const pages = new Map<string, string>();

  before(async () => {
    const evidence = await stored(new URL('evidence.md', folder));
    generated = new Map([
      ...(await generatedPages()),
      ['evidence.md', await laidOut(await filledIn(evidence))],
    ]);
    if (process.env.UPDATE_GENERATED) {
      await mkdir(folder, { recursive: true });
      for (const [name, text] of generated) await writeFile(new URL(name, folder), text);
    }
    for (const name of await readdir(folder)) {
      pages.set(name, await readFile(new URL(name, folder), 'utf8'));
    }
  });

  it('is what the contract says, byte for byte', async () => {
    for (const [name, text] of generated) {
      assert.equal(
        await stored(new URL(name, folder)),
        text,
        `${name} is out of date: run \`UPDATE_GENERATED=1 npm test -- node\` and review the difference`,
      );
    }
  });

  it('has no page of a noun that is gone', () => {
    const marked = [...pages].filter(([, text]) => text.includes('<!-- Generated from'));
    const made = [...generated.keys()].filter((name) => name !== 'evidence.md');
    assert.deepEqual(marked.map(([name]) => name).sort(), made.sort());
  });

  const onePage = (mark: string) => {
    const found = [...pages].flatMap(([name, text]) =>
      Array.from({ length: text.split(mark).length - 1 }, () => name),
    );
    assert.equal(found.length, 1, `${mark} is on ${found.join(', ') || 'no page'}`);
  };

  it('has every requirement on exactly one page', () => {
    const all = [...endpoints.flatMap(({ endpoint }) => endpoint.requirements)];
    for (const { id } of [...all, ...Object.values(rules).flat()]) {
      onePage(`<a id="${id.toLowerCase()}"></a>**${id}**`);
    }
  });

  it('has every problem on exactly one page', () => {
    for (const code of Object.keys(problems)) onePage(`<a id="problem-${code}"></a>`);
  });

  it('has every endpoint on exactly one page', () => {
    for (const { id, endpoint } of endpoints) {
      onePage(`\n## ${id}\n\n\`${endpoint.method} ${endpoint.path}\`\n`);
    }
  });

  it('says of every member what it is', () => {
    assert.deepEqual(
      [...pages].flatMap(
        ([name, text]) =>
          text.match(/^\| `.+\| (yes|no) +\| +\|$/gm)?.map((line) => `${name}: ${line}`) ?? [],
      ),
      [],
    );
  });

  it('shows a set-up that its schema takes as it is', () => {
    assert.deepEqual(z.parse(Setup, exampleSetup), exampleSetup);
  });

  it('has no link that leads nowhere', async () => {
    const vendors = new URL('../vendors.md', folder);
    const all = new Map([...pages].map(([name, text]) => [new URL(name, folder).href, text]));
    all.set(vendors.href, await readFile(vendors, 'utf8'));
    for (const [from, text] of all) {
      for (const link of linksOf(text)) {
        const target = new URL(link, from);
        const place = decodeURIComponent(target.hash.slice(1));
        target.hash = '';
        await assert.doesNotReject(stat(target), `${from}: ${link}`);
        if (!place) continue;
        const places = placesOf(all.get(target.href) ?? (await readFile(target, 'utf8')));
        assert.ok(places.has(place), `${from}: ${link}`);
      }
    }
  });
});
