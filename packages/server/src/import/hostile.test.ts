import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { test, type TestContext } from 'node:test';
import type { Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { ALLOWED } from './allowed.js';
import { readHtml, toSafeHtml } from './html.js';
import { rewriteLinks, type Surroundings } from './links.js';
import { markdownToTree } from './markdown.js';
import { splitSections } from './sections.js';

const ATTACKS =
  (process.env.HEED_CORPUS ??
    fileURLToPath(new URL('../../../../../shared/corpus', import.meta.url))) + '/attack';

const NOWHERE: Surroundings = {
  folders: ['.'],
  own: () => undefined,
  at: () => undefined,
  elsewhere: () => undefined,
  exists: () => false,
};

function imported(tree: Root): string {
  return splitSections(tree)
    .drafts.map(({ children }) => {
      rewriteLinks(children, NOWHERE, () => undefined);
      return toSafeHtml(children).html;
    })
    .join('\n');
}

const ATTRIBUTES = new Set(
  'href rel dir lang title start reversed type value colSpan rowSpan align scope open dateTime'.split(
    ' ',
  ),
);

/** Reads the result again as a browser would and looks at every element and attribute in it. */
function assertHarmless(html: string, source: string): void {
  visit(fromHtml(html, { fragment: true }), (node) => {
    assert.ok(node.type !== 'comment' && node.type !== 'doctype', source);
    if (node.type !== 'element') return;
    assert.ok(ALLOWED.includes(node.tagName), `<${node.tagName}> from ${source}`);
    for (const [name, value] of Object.entries(node.properties)) {
      assert.ok(ATTRIBUTES.has(name), `${name} from ${source}`);
      if (name === 'href') assert.match(String(value), /^(https?:|mailto:|tel:)/i, source);
    }
  });
}

async function attacks(): Promise<string[]> {
  const read = (name: string): Promise<string> => readFile(`${ATTACKS}/${name}`, 'utf8');
  const pairs = JSON.parse(await read('dompurify-expect.json')) as { payload: string }[];
  const strings = JSON.parse(await read('blns.json')) as string[];
  const files = ['xss', 'tables', 'commonmark_extras', 'linkify', 'proto', 'normalize'];
  const cases = await Promise.all(files.map((name) => read(`markdown-it/${name}.txt`)));
  return [
    ...pairs.map(({ payload }) => payload),
    ...strings,
    ...cases.flatMap((text) => text.split(/^\.$/m)),
  ];
}

test('hostile Markdown and HTML leave nothing active behind', async (context: TestContext) => {
  if (!existsSync(ATTACKS)) {
    if (process.env.CI === 'true') assert.fail(`The corpus is missing at ${ATTACKS}`);
    return context.skip(`no corpus at ${ATTACKS}; set HEED_CORPUS`);
  }
  const all = await attacks();
  assert.ok(all.length > 800, `${all.length} cases`);
  for (const source of all) {
    assertHarmless(imported(markdownToTree(source, 'Footnotes').tree), source);
    assertHarmless(imported(readHtml(source).tree), source);
  }
});

const CASES = [
  '[a](javascript:alert(1))',
  '[a](java\nscript:alert(1))',
  '<a href="java&#10;script:alert(1)">a</a>',
  '<a href="&#1;javascript:alert(1)">a</a>',
  '[a](vbscript:x) [b](data:text/html,x) <file:///etc/passwd>',
  '<p onclick="x" style="color:red" id="x" class="y">text</p>',
  '<script>1</script><style>a{}</style><svg><script>1</script></svg>',
  '<math><mi xlink:href="javascript:1">x</mi></math>',
  '<form action="//x"><button formaction="javascript:1">x</button></form>',
  '<a href="//evil.example/x">a</a> [b](\\\\evil.example)',
  '<iframe srcdoc="<script>1</script>"></iframe><object data="x"></object><base href="//x">',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
];
for (const source of CASES) {
  test(`harmless: ${source.replaceAll('\n', ' ')}`, () => {
    assertHarmless(imported(markdownToTree(source, 'Footnotes').tree), source);
    assertHarmless(imported(readHtml(source).tree), source);
  });
}
