// @ts-check
/** What the linter checks: types, Lit templates, accessibility, and the rules of this house: who may import whom. */
import js from '@eslint/js';
import { configs as lit } from 'eslint-plugin-lit';
// @ts-expect-error it has no types
import litA11y from 'eslint-plugin-lit-a11y';
import { configs as wc } from 'eslint-plugin-wc';
import globals from 'globals';
import ts from 'typescript-eslint';

/** @typedef {{ regex: string, message: string, allowTypeImports?: boolean }} Ban */

const TAGS = '(paper-feed|paper-card|author-list|subscribe-form)';

/** Nobody in src/ may import these. @type {Ban[]} */
const everywhere = [
  {
    regex: '^lit(-html)?/directives/(style-map|unsafe-.*)\\.js$',
    message: 'Strict pages forbid style attributes, and feed text must stay text.',
  },
  { regex: '^zod(?!/mini$)', message: "zod/mini only: it is small, and a strict page's policy does not stop it." },
];

/** @satisfies {Record<string, Ban>} */
const bans = {
  zod: { regex: '^zod/mini$', message: 'Only feed/formats/ and subscribe-form/services/ validate with zod.' },
  lit: { regex: '^(lit|@lit)(/|$)', message: 'This is data code without Lit and DOM; it runs in Node too.' },
  ours: {
    regex: '^\\.\\./(?!(shared|text)/)',
    message: 'This imports nothing of ours but types.',
    allowTypeImports: true,
  },
  registering: {
    regex: `/${TAGS}\\.js$`,
    message: 'This would register an element; only files that register import those that do.',
  },
  classes: {
    regex: '^\\.\\./.*\\.element\\.js$',
    message: 'Elements know each other by type only.',
    allowTypeImports: true,
  },
  elements: { regex: `/${TAGS}/`, message: 'Data does not know the elements.' },
  data: {
    regex: '/feed/',
    message: 'Only <paper-feed> loads; the others know the types of data.',
    allowTypeImports: true,
  },
  domShared: {
    regex: '/shared/(attributes|events|language|registration|tokens\\.styles)\\.js$',
    message: 'This file of shared/ needs Lit or a DOM; data runs without.',
  },
  loader: {
    regex: '^\\.\\./(?!format|model|feed-error|\\.\\./(shared|text)/)',
    message: 'A format knows the model, and nothing of the loader.',
  },
  deeper: {
    regex: '^\\.\\./(paper-feed|paper-card)/',
    message: 'Imports run from feed to card to author list, never back.',
    allowTypeImports: true,
  },
  feedElement: { regex: '^\\.\\./paper-feed/', message: 'Imports run from feed to card to author list, never back.' },
};

/** Files and what they may not import besides; a later line replaces an earlier one for the same file. */
const importRules = /** @type {[files: string, ...bans: Ban[]][]} */ ([
  ['src/*.ts', bans.zod],
  ['src/{shared,lang,math}/**/*.ts', bans.zod, bans.ours],
  ['src/text/**/*.ts', bans.zod, bans.lit, bans.ours],
  ['src/feed/**/*.ts', bans.zod, bans.lit, bans.elements, bans.domShared],
  ['src/feed/formats/**/*.ts', bans.lit, bans.elements, bans.domShared, bans.loader],
  ['src/paper-feed/**/*.ts', bans.zod, bans.registering, bans.classes],
  ['src/paper-card/**/*.ts', bans.zod, bans.registering, bans.classes, bans.data, bans.feedElement],
  ['src/author-list/**/*.ts', bans.zod, bans.registering, bans.classes, bans.data, bans.deeper],
  ['src/subscribe-form/**/*.ts', bans.zod, bans.registering, bans.classes, bans.data, bans.deeper],
  ['src/subscribe-form/services/**/*.ts', bans.lit, bans.registering, bans.classes, bans.data, bans.deeper],
  [`src/*/${TAGS.replaceAll('|', ',').replace('(', '{').replace(')', '}')}.ts`, bans.zod],
]).map(
  ([files, ...patterns]) =>
    /** @type {import('eslint').Linter.Config} */ ({
      files: [files],
      rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns: [...everywhere, ...patterns] }] },
    }),
);

/** What no page with a strict policy allows, and what could run a feed's text. */
const forbiddenInSources = [
  {
    selector: "TaggedTemplateExpression[tag.name='html'] TemplateElement[value.raw=/<style|\\sstyle=/i]",
    message: 'Strict pages forbid style attributes and elements: a class, or the .style property.',
  },
  {
    selector:
      'MemberExpression[property.name=/^(innerHTML|outerHTML|srcdoc|insertAdjacentHTML|createContextualFragment|parseFromString|setHTMLUnsafe)$/]',
    message: 'Text of a feed must never be parsed as HTML.',
  },
  {
    selector: "ImportDeclaration[source.value='zod/mini'] > :not(ImportNamespaceSpecifier, Literal)",
    message: "Write `import * as z from 'zod/mini'`: what is not used stays out of the bundle.",
  },
  { selector: 'ImportExpression', message: 'One file, so that an integrity hash covers all of it: no dynamic import.' },
];

export default ts.config(
  { ignores: ['dist', 'coverage', 'storybook-static', 'test/consumers', '**/.*/', '!.storybook/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  { files: ['**/*.{js,mjs}'], languageOptions: { globals: globals.node } },
  // Functions that a test hands to a page run there.
  { files: ['{test,bench}/**/*.{js,mjs}', 'scripts/**/*.mjs'], languageOptions: { globals: globals.browser } },
  {
    // Functions that a test hands to a page run there.
    files: ['{test,scripts}/**/*.mjs'],
    languageOptions: { globals: { document: 'readonly' } },
  },
  {
    files: ['{src,test,stories,.storybook}/**/*.ts'],
    extends: [ts.configs.recommendedTypeChecked, ts.configs.strict],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/unbound-method': 'off', // Lit binds `@click=${this.method}` itself
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }], // event handlers may be async
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
    },
  },
  { files: ['*.ts'], extends: [ts.configs.recommended] },
  {
    files: ['src/**/*.ts'],
    extends: [wc['flat/best-practice']],
    plugins: { 'lit-a11y': litA11y },
    rules: {
      ...litA11y.configs.recommended.rules,
      eqeqeq: 'error',
      'no-console': ['error', { allow: ['warn', 'error'] }],
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-restricted-syntax': ['error', ...forbiddenInSources],
    },
  },
  {
    files: ['{src,stories,test}/**/*.ts'],
    extends: [lit['flat/all']],
    rules: {
      // Matters of taste, where ours is another.
      'lit/no-template-arrow': 'off',
      'lit/no-template-map': 'off',
      'lit/no-value-attribute': 'off',
      'lit/prefer-query-decorators': 'off',
    },
  },
  importRules,
  {
    files: ['test/**/*.{ts,mjs}'],
    rules: {
      // Chai asserts by mere expressions, and a test may throw and await what no code should.
      '@typescript-eslint/no-floating-promises': 'off',
      '@typescript-eslint/no-misused-promises': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/only-throw-error': 'off',
      '@typescript-eslint/prefer-promise-reject-errors': 'off',
      '@typescript-eslint/require-await': 'off',
      'no-restricted-syntax': [
        'error',
        {
          selector: "MemberExpression[object.name=/^(describe|it|test)$/][property.name='only']",
          message: 'This would leave out all other tests.',
        },
      ],
    },
  },
);
