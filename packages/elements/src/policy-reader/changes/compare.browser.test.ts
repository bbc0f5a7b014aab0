import type { Document, Section } from '@heed/sdk';
import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { openGate, type Gate } from '../../foreign-html.js';
import { differentWords } from '../../testing/reader.js';
import { blocksIn, holdsBlocks } from './blocks.js';
import { compareDocuments, type Comparison } from './compare.js';

const leaves = (parent: ParentNode & Node): string[] =>
  blocksIn(parent).flatMap(({ nodes, element }) =>
    element && holdsBlocks(element) ? leaves(element) : [nodes.map((n) => n.textContent).join('')],
  );
const visible = (texts: readonly string[]): string[] =>
  texts.map((text) => text.replace(/\s+/g, ' ').trim()).filter(Boolean);

/** The headings and blocks of a document as a reader would read them out. */
const read = ({ sections }: Document, gate: Gate): string[] =>
  visible(sections.flatMap(({ title, html }) => [title, ...leaves(gate(html))]));

/** What is left of a comparison without the marks of one kind. */
function without(mark: 'ins' | 'del', now: Document, found: Comparison, gate: Gate): string[] {
  const left = (fragment: DocumentFragment): string[] => {
    const body = fragment.cloneNode(true) as DocumentFragment;
    for (const one of body.querySelectorAll(`${mark}[data-changed]`)) one.remove();
    return leaves(body);
  };
  const first = found.bodies.get(-1);
  return visible([
    ...(first ? left(first) : []),
    ...now.sections.flatMap(({ title, html }, i) => {
      const heading = mark === 'ins' && found.headings.has(i) ? [] : [title];
      return [...heading, ...left(found.bodies.get(i) ?? gate(html))];
    }),
  ]);
}

const section = (id: string, title: string, html: string): Section => ({
  ...{ id, title, html, level: 2, words: 1 },
});
const text = (...sections: Section[]): Document => ({
  ...{ policy: 'p', version: 1, language: 'en', title: 'P', sections },
});
const one = (html: string): Document => text(section('s', 'S', html));

describe('comparing two versions of a document', () => {
  let gate: Gate;
  before(async () => {
    gate = await openGate();
  });

  const compare = async (was: Document, now: Document): Promise<Comparison> => {
    const found = (await compareDocuments(was, now, gate))!;
    expect(without('del', now, found, gate)).to.deep.equal(read(now, gate));
    expect(without('ins', now, found, gate)).to.deep.equal(read(was, gate));
    return found;
  };
  const shown = ({ bodies }: Comparison, number = 0): string => {
    const holder = document.createElement('div');
    holder.append(bodies.get(number)!.cloneNode(true));
    return holder.innerHTML.replaceAll(' data-changed=""', '');
  };

  const cases: [what: string, was: string, now: string, shows: string, kinds: string][] = [
    [
      'a word',
      '<p>Lock the screen when you leave.</p>',
      '<p>Lock your screen when you leave.</p>',
      '<p>Lock <del>the</del><ins>your</ins> screen when you leave.</p>',
      'changed',
    ],
    [
      'a phrase as one piece',
      '<p>Report a loss to the office within two days of it.</p>',
      '<p>Report a loss to the help desk at once of it.</p>',
      '<p>Report a loss to the <del>office within two days</del><ins>help desk at once</ins> of it.</p>',
      'changed',
    ],
    [
      'a sentence that became another',
      '<p>Keep it short.</p><p>Badges are worn.</p>',
      '<p>Keep it short.</p><p>Visitors sign in at the desk.</p>',
      '<p>Keep it short.</p><p><del>Badges are worn.</del></p><p><ins>Visitors sign in at the desk.</ins></p>',
      'removed added',
    ],
    [
      'an item of a list, which stays a list',
      '<ul><li>One key</li><li>Two locks</li></ul>',
      '<ul><li>One key</li><li>No lights</li><li>Two new locks</li></ul>',
      '<ul><li>One key</li><li><ins>No lights</ins></li><li>Two <ins>new </ins>locks</li></ul>',
      'added changed',
    ],
    [
      'a cell of a table, which keeps its shape',
      '<table><thead><tr><th>What</th><th>Days</th></tr></thead><tbody><tr><td>Mail</td><td>30</td></tr></tbody></table>',
      '<table><thead><tr><th>What</th><th>Days</th></tr></thead><tbody><tr><td>Mail</td><td>90</td></tr></tbody></table>',
      '<table><thead><tr><th>What</th><th>Days</th></tr></thead><tbody><tr><td>Mail</td><td><del>30</del><ins>90</ins></td></tr></tbody></table>',
      'changed',
    ],
    [
      'where a link leads, without a way to the old address',
      '<p>See <a href="https://a.test/">the guide</a> first.</p>',
      '<p>See <a href="https://b.test/">the guide</a> first.</p>',
      '<p>See <del>the guide</del><a href="https://b.test/"><ins>the guide</ins></a> first.</p>',
      'link',
    ],
    [
      'a word of a link, which stays one link',
      '<p>See <a href="/g">the old guide</a>.</p>',
      '<p>See <a href="/g">the new guide</a>.</p>',
      '<p>See <a href="/g">the <del>old</del><ins>new</ins> guide</a>.</p>',
      'changed',
    ],
    [
      'ideographs one by one',
      '<p>请在离开时锁定屏幕。</p>',
      '<p>请在离开时关闭屏幕。</p>',
      '<p>请在离开时<del>锁定</del><ins>关闭</ins>屏幕。</p>',
      'changed',
    ],
  ];
  for (const [what, was, now, shows, kinds] of cases) {
    it(`shows ${what}`, async () => {
      const found = await compare(one(was), one(now));
      expect(shown(found)).to.equal(shows);
      expect(found.changes.map(({ kind }) => kind).join(' ')).to.equal(kinds);
    });
  }

  it('finds nothing where only the source was written anew', async () => {
    const was = '<p>One two</p>\n\n<ul>\n<li>three</li>\n</ul>';
    const { changes, bodies } = await compare(
      one(was),
      one('<p>One two</p><ul><li>three</li></ul>'),
    );
    expect(changes).to.have.length(0);
    expect(bodies.size).to.equal(0);
  });

  it('follows text into another section, and says what a heading was', async () => {
    const was = text(
      section('a', 'Devices', '<p>Lock it.</p>'),
      section('b', 'Loss', '<p>Tell us.</p>'),
    );
    const now = text(
      section('x', 'Devices at work', '<p>Lock it.</p><p>Tell us.</p>'),
      section('c', 'New', '<p>Wear a badge.</p>'),
    );
    const found = await compare(was, now);
    expect([...found.headings]).to.deep.equal([0, 1]);
    expect(shown(found)).to.equal(
      '<p class="was-heading"><del>Devices</del></p><p>Lock it.</p><p class="was-heading"><del>Loss</del></p><p>Tell us.</p>',
    );
  });

  it('is exact whatever was edited', async () => {
    const word = fc.constantFrom('key', 'door', 'lock', 'badge,', 'mail', 'a', 'the');
    const words = fc.array(word, { minLength: 1, maxLength: 12 }).map((all) => all.join(' '));
    const inline = fc.oneof(
      words,
      words.map((w) => `<strong>${w}</strong>`),
      words.map((w) => `<a href="/x">${w}</a> `),
    );
    const inlines = fc.array(inline, { minLength: 1, maxLength: 4 }).map((all) => all.join(' '));
    const block = fc.oneof(
      inlines.map((t) => `<p>${t}</p>`),
      fc
        .array(inlines, { minLength: 1 })
        .map((l) => `<ul>${l.map((t) => `<li>${t}</li>`).join('')}</ul>`),
      fc
        .array(fc.array(words, { minLength: 2, maxLength: 3 }), { minLength: 1 })
        .map(
          (rows) =>
            `<table><tbody>${rows.map((r) => `<tr>${r.map((t) => `<td>${t}</td>`).join('')}</tr>`).join('')}</tbody></table>`,
        ),
      inlines,
    );
    const sections = fc
      .array(fc.tuple(words, fc.array(block, { maxLength: 4 })), { minLength: 1, maxLength: 4 })
      .map((all) => text(...all.map(([title, html], i) => section(`s${i}`, title, html.join('')))));
    await fc.assert(
      fc.asyncProperty(sections, sections, async (was, now) => void (await compare(was, now))),
      { numRuns: 150 },
    );
  }).timeout(60_000);

  it('compares ten thousand words without holding a frame up', async () => {
    const source = differentWords();
    const next = (count: number): string =>
      Array.from({ length: count }, () => source.next().value as string).join(' ');
    const sections = Array.from({ length: 40 }, (_, i) =>
      section(
        `s${i}`,
        `Section ${i}`,
        Array.from({ length: 5 }, () => `<p>${next(50)}.</p>`).join(''),
      ),
    );
    const was = text(...sections);
    const edited = ({ html }: Section): string =>
      html.replace(/(\w+) (\w+) (\w+)(?=[^<]*<)/g, (all, a: string, b: string, c: string) =>
        /[13]$/.test(a) ? `${c} ${next(2)} ${b}` : all,
      );
    const now = text(...sections.map((one, i) => (i % 3 ? { ...one, html: edited(one) } : one)));
    const runs: { took: number; longest: number }[] = [];
    const isGood = ({ took, longest }: (typeof runs)[number]): boolean =>
      took < 1500 && longest < 50;
    // Other work on the machine only ever makes it slower: one good run of several shows what it needs.
    while (runs.length < 8 && !runs.some(isGood)) {
      let [last, longest] = [performance.now(), 0];
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        longest = Math.max(longest, performance.now() - last);
        last = performance.now();
        port2.postMessage(undefined);
      };
      port2.postMessage(undefined);
      const began = performance.now();
      const found = await compareDocuments(was, now, gate);
      runs.push({ took: performance.now() - began, longest });
      port1.close();
      expect(found!.changes.length).to.be.greaterThan(50);
    }
    expect(runs.find(isGood), JSON.stringify(runs)).to.not.equal(undefined);
  }).timeout(60_000);

  it('is exact over the versions of real policies', async function () {
    this.timeout(120_000);
    const answer = await fetch('/corpus-policies/moj-security-guidance');
    if (answer.status === 404) return this.skip();
    interface Version {
      documents: { document: Document }[];
    }
    const policies = (await answer.json()) as { id: string; versions: Version[] }[];
    let compared = 0;
    for (const { versions } of policies.filter((policy) => policy.versions.length > 1)) {
      const texts = versions.map(({ documents }) => documents[0]!.document);
      for (const [i, was] of texts.entries()) {
        for (const now of new Set([texts[i + 1], texts.at(-1)])) {
          if (!now || now === was) continue;
          await compare(was, now);
          compared++;
        }
      }
    }
    expect(compared).to.be.greaterThan(90);
  });
});
