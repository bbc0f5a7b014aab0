/**
 * The rules that a reviewer would otherwise have to remember: who may import whom, and what a strict
 * Content-Security-Policy forbids in elements. Each ban has a bad example in eslint.test.mjs.
 */
import js from '@eslint/js';
import globals from 'globals';
import tseslint from 'typescript-eslint';

const tests = ['**/*.test.ts', '**/*.checks.ts', '**/src/testing/**'];

/** Sinks that turn a string into HTML, and inline style, which the policy blocks. */
const htmlSinks = [
  {
    selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML)$/]',
    message: 'Foreign HTML goes through foreign-html.ts; everything else is a lit template.',
  },
  {
    selector:
      'CallExpression[callee.property.name=/^(insertAdjacentHTML|setHTMLUnsafe|createContextualFragment|parseHTMLUnsafe)$/]',
    message: 'Foreign HTML goes through foreign-html.ts; everything else is a lit template.',
  },
  {
    selector: "CallExpression[callee.object.name='document'][callee.property.name=/^write(ln)?$/]",
    message: 'document.write destroys the page of our host.',
  },
  {
    selector: 'TaggedTemplateExpression TemplateElement[value.raw=/\\.(inner|outer)HTML\\s*=/]',
    message: 'Foreign HTML goes through foreign-html.ts and into the template as a fragment.',
  },
];
const inlineStyle = [
  {
    selector:
      'TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement[value.raw=/\\sstyle\\s*=/]',
    message:
      'style= is blocked by a strict CSP: use a class, a part or a custom property set by CSSOM.',
  },
  {
    selector:
      'TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement[value.raw=/<style/i]',
    message: '<style> is blocked by a strict CSP: use static styles.',
  },
  {
    selector: "CallExpression[callee.property.name='setAttribute'][arguments.0.value='style']",
    message:
      'A style attribute is blocked by a strict CSP: set the property through element.style.',
  },
];
const noDefaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Name what you export, so that it has one name everywhere.',
};

const unsafeDirectives = [
  {
    regex: '^(lit|lit-html)/directives/(unsafe-html|unsafe-svg|unsafe-mathml)(\\.js)?$',
    message: 'These bless any string; foreign HTML goes through foreign-html.ts.',
  },
  {
    regex: '^(lit|lit-html)/directives/style-map(\\.js)?$',
    message: 'styleMap writes a style attribute first, which a strict CSP blocks.',
  },
];
const noNode = {
  regex: '^node:',
  message: 'This package runs in browsers: nothing of Node in it.',
};
const intoAnotherPackage = {
  regex: '^\\.\\.?/(.*/)?(contract|evidence|sdk|elements|server|conformance)/(src|dist)/',
  message: 'Import another package by its name, not by a path into it.',
};

/** Options of no-restricted-imports: only these packages of ours, and whatever else is forbidden. */
function imports(own, ...more) {
  const others = {
    regex: own.length > 0 ? `^@heed/(?!(${own.join('|')})(/|$))` : '^@heed/',
    message: `Only ${own.map((name) => `@heed/${name}`).join(', ') || 'nothing of ours'} may be imported here (elements → sdk → contract, evidence; server → contract, evidence).`,
  };
  return ['error', { patterns: [intoAnotherPackage, others, ...more] }];
}

/** Options of no-restricted-imports: what does not start with one of these, and is not a file, is forbidden. */
function onlyFrom(names) {
  return {
    regex: `^(?!\\.|node:|@heed/|(${names.join('|')})(/|$))`,
    message: `Of other people's packages only ${names.join(', ')} may be imported here.`,
  };
}

const strictCode = {
  eqeqeq: 'error',
  // Foreign text does contain control characters: that is why they are looked for.
  'no-control-regex': 'off',
  'prefer-const': 'error',
  'object-shorthand': 'error',
};

export default tseslint.config(
  {
    ignores: [
      '**/dist/',
      '**/node_modules/',
      'coverage/',
      'screenshots/',
      'storybook-static/',
      '.data*/',
      '.cache/',
      'packages/contract/golden/',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  { rules: strictCode },
  {
    files: ['**/*.mjs', '**/*.js'],
    languageOptions: { globals: { ...globals.node } },
    rules: { 'no-unused-vars': ['error', { argsIgnorePattern: '^_' }] },
  },
  {
    // Scripts of a page, and functions that puppeteer carries into one.
    files: ['examples/**/*.{js,mjs}', 'test/**/*.mjs', 'stories/**/*.mjs'],
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strict],
    rules: {
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // A type and the schema it is derived from share one name.
      '@typescript-eslint/no-redeclare': 'off',
      // noUncheckedIndexedAccess asks for them where an index was just checked.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // `return void this.#load()` says that nobody waits.
      '@typescript-eslint/no-invalid-void-type': 'off',
      // A plain record with one member less.
      '@typescript-eslint/no-dynamic-delete': 'off',
      // The names of events are typed by an interface beside the class.
      '@typescript-eslint/no-unsafe-declaration-merging': 'off',
    },
  },
  {
    files: ['packages/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', noDefaultExport] },
  },
  {
    files: ['packages/contract/src/**/*.ts'],
    rules: { 'no-restricted-imports': imports([], noNode, onlyFrom(['zod'])) },
  },
  {
    files: ['packages/evidence/src/**/*.ts'],
    rules: { 'no-restricted-imports': imports([], noNode, onlyFrom(['@noble'])) },
  },
  {
    files: ['packages/evidence/src/cli*.ts'],
    rules: { 'no-restricted-imports': imports([], onlyFrom(['@noble'])) },
  },
  {
    files: ['packages/sdk/src/**/*.ts'],
    rules: {
      'no-restricted-imports': imports(
        ['contract', 'evidence'],
        noNode,
        onlyFrom(['eventsource-parser', 'idb-keyval', 'ky', 'zod']),
      ),
      'no-restricted-syntax': ['error', noDefaultExport, ...htmlSinks],
    },
  },
  {
    files: ['packages/elements/src/**/*.ts'],
    rules: {
      'no-restricted-imports': imports(
        ['sdk'],
        noNode,
        ...unsafeDirectives,
        onlyFrom(['lit', '@lit', 'dompurify', 'diff']),
      ),
      'no-restricted-syntax': ['error', noDefaultExport, ...htmlSinks, ...inlineStyle],
    },
  },
  {
    // The one gate for foreign HTML.
    files: ['packages/elements/src/**/foreign-html.ts'],
    rules: { 'no-restricted-syntax': ['error', noDefaultExport, ...inlineStyle] },
  },
  {
    files: ['packages/{server,conformance}/src/**/*.ts'],
    rules: { 'no-restricted-imports': imports(['contract', 'evidence']) },
  },
  {
    // Tests look at what was rendered and may use Node and test libraries; the packages' order holds for them too.
    files: tests,
    rules: { 'no-restricted-syntax': ['error', noDefaultExport] },
  },
  ...['contract', 'evidence', 'sdk', 'elements', 'server', 'conformance'].map((name) => ({
    files: tests.map((pattern) => `packages/${name}/src/${pattern.replace('**/src/', '**/')}`),
    rules: {
      'no-restricted-imports': imports(
        {
          contract: ['evidence'],
          evidence: [],
          sdk: ['sdk', 'contract', 'evidence'],
          elements: ['elements', 'sdk', 'contract', 'evidence'],
          server: ['server', 'contract', 'evidence'],
          conformance: ['conformance', 'contract', 'evidence'],
        }[name],
      ),
      '@typescript-eslint/no-unused-expressions': 'off',
    },
  })),
);
