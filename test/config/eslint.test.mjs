import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';

const root = fileURLToPath(new URL('../..', import.meta.url));
const eslint = new ESLint({
  cwd: root,
  overrideConfigFile: fileURLToPath(new URL('eslint.config.mjs', import.meta.url)),
});
const element = 'packages/elements/src/ack-button/ack-button.ts';

/** The rules that a snippet breaks in a file. */
async function broken(file, code) {
  const [result] = await eslint.lintText(code, { filePath: `${root}/${file}` });
  return result.messages.map(({ ruleId, message }) => ruleId ?? message);
}

/** A reason to forbid it, the file it stands in, the code, the rule that says no. */
const bad = [
  ['elements import the server', element, "import '@heed/server';", 'no-restricted-imports'],
  ['elements import the contract', element, "import '@heed/contract';", 'no-restricted-imports'],
  [
    'elements import by a path',
    element,
    "import '../../../sdk/src/index.js';",
    'no-restricted-imports',
  ],
  ['elements import ky', element, "import 'ky';", 'no-restricted-imports'],
  ['elements import Node', element, "import 'node:fs';", 'no-restricted-imports'],
  [
    'the SDK imports elements',
    'packages/sdk/src/a.ts',
    "import '@heed/elements';",
    'no-restricted-imports',
  ],
  [
    'the SDK imports the server',
    'packages/sdk/src/a.ts',
    "import '@heed/server';",
    'no-restricted-imports',
  ],
  [
    'the SDK imports Node',
    'packages/sdk/src/a.ts',
    "import 'node:crypto';",
    'no-restricted-imports',
  ],
  ['the SDK imports lit', 'packages/sdk/src/a.ts', "import 'lit';", 'no-restricted-imports'],
  [
    'the contract imports the SDK',
    'packages/contract/src/a.ts',
    "import '@heed/sdk';",
    'no-restricted-imports',
  ],
  [
    'the contract imports Node',
    'packages/contract/src/a.ts',
    "import 'node:fs';",
    'no-restricted-imports',
  ],
  [
    'evidence imports Node',
    'packages/evidence/src/a.ts',
    "import 'node:crypto';",
    'no-restricted-imports',
  ],
  [
    'evidence imports the contract',
    'packages/evidence/src/a.ts',
    "import '@heed/contract';",
    'no-restricted-imports',
  ],
  [
    'the server imports the SDK',
    'packages/server/src/a.ts',
    "import '@heed/sdk';",
    'no-restricted-imports',
  ],
  [
    'conformance imports the SDK',
    'packages/conformance/src/a.ts',
    "import '@heed/sdk';",
    'no-restricted-imports',
  ],
  [
    'a test of elements imports the server',
    'packages/elements/src/a.test.ts',
    "import '@heed/server';",
    'no-restricted-imports',
  ],
  [
    'unsafeHTML',
    element,
    "import { unsafeHTML } from 'lit/directives/unsafe-html.js';",
    'no-restricted-imports',
  ],
  [
    'unsafeSVG',
    element,
    "import { unsafeSVG } from 'lit/directives/unsafe-svg.js';",
    'no-restricted-imports',
  ],
  [
    'styleMap',
    element,
    "import { styleMap } from 'lit/directives/style-map.js';",
    'no-restricted-imports',
  ],
  ['innerHTML', element, "document.body.innerHTML = '';", 'no-restricted-syntax'],
  ['outerHTML', element, "document.body.outerHTML = '';", 'no-restricted-syntax'],
  [
    'insertAdjacentHTML',
    element,
    "document.body.insertAdjacentHTML('beforeend', '');",
    'no-restricted-syntax',
  ],
  ['.innerHTML in a template', element, 'html`<p .innerHTML=${1}></p>`;', 'no-restricted-syntax'],
  ['style= in a template', element, 'html`<p style="color: red"></p>`;', 'no-restricted-syntax'],
  [
    'style=${} in a template',
    element,
    'html`<p class=${1} style=${2}></p>`;',
    'no-restricted-syntax',
  ],
  ['<style> in a template', element, 'html`<style></style>`;', 'no-restricted-syntax'],
  [
    'setAttribute style',
    element,
    "document.body.setAttribute('style', '');",
    'no-restricted-syntax',
  ],
  [
    'style= in the gate',
    'packages/elements/src/policy-reader/foreign-html.ts',
    'html`<p style=""></p>`;',
    'no-restricted-syntax',
  ],
  [
    'any',
    'packages/server/src/a.ts',
    'export const a: any = 1;',
    '@typescript-eslint/no-explicit-any',
  ],
  ['a default export', 'packages/server/src/a.ts', 'export default 1;', 'no-restricted-syntax'],
];

for (const [reason, file, code, rule] of bad) {
  test(`forbidden: ${reason}`, async () => {
    assert.ok((await broken(file, `${code}\n`)).includes(rule));
  });
}

const good = [
  [
    element,
    "import { html } from 'lit';\nimport '@heed/sdk';\nimport '../isms-element.js';\nhtml`<p .style=${1}></p>`;",
  ],
  ['packages/elements/src/policy-reader/foreign-html.ts', "document.body.innerHTML = '';"],
  [
    'packages/sdk/src/a.ts',
    "import 'ky';\nimport 'eventsource-parser';\nimport '@heed/contract';\nimport '@heed/evidence';",
  ],
  ['packages/evidence/src/cli.ts', "import 'node:fs';"],
  ['packages/evidence/src/a.test.ts', "import 'node:fs';\nimport 'fast-check';"],
  ['packages/server/src/a.ts', "import 'node:fs';\nimport '@heed/evidence/log';\nimport 'hono';"],
  ['test/journeys/a.test.mjs', "import '@heed/server';"],
];

for (const [file, code] of good) {
  test(`allowed in ${file}: ${code.split('\n')[0]}`, async () => {
    const rules = (await broken(file, `${code}\n`)).filter((rule) => /restricted/.test(rule));
    assert.deepEqual(rules, []);
  });
}
