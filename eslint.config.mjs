import js from '@eslint/js';
import {createNodeResolver, importX} from 'eslint-plugin-import-x';
import jsdoc from 'eslint-plugin-jsdoc';
import {configs as lit} from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import {configs as wc} from 'eslint-plugin-wc';
import {defineConfig, globalIgnores} from 'eslint/config';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import * as bans from './scripts/eslint/bans.mjs';
import deskwire from './scripts/eslint/disable-needs-reason.mjs';

const source = ['packages/**/src/**/*.ts'];
const tests = [
  'packages/**/src/**/*.{test,stories}.ts',
  'e2e/**/*.ts',
  'scripts/**/*.test.ts',
  'scripts/interop/**/*.ts',
  '.storybook/**/*.ts',
];
/** What runs in a page. */
const browser = ['packages/{elements,widgets,testing}/**/*.ts', 'examples/**/*.ts', '.storybook/**/*.ts'];
const pure = ['packages/core/{domain,engine}/src/**/*.ts'];

const everywhere = {
  files: ['**/*.{js,mjs,ts}'],
  extends: [js.configs.recommended],
  plugins: {'import-x': importX, deskwire},
  linterOptions: {reportUnusedDisableDirectives: 'error'},
  languageOptions: {ecmaVersion: 2024},
  settings: {
    'import-x/resolver-next': [
      createNodeResolver({
        conditionNames: ['source', 'types', 'import', 'node', 'default'],
        extensions: ['.ts', '.mjs', '.js', '.json'],
        extensionAlias: {'.js': ['.ts', '.js']},
      }),
    ],
  },
  rules: {
    eqeqeq: ['error', 'always', {null: 'ignore'}],
    'no-restricted-imports': ['error', bans.bannedImports],
    'deskwire/disable-needs-reason': 'error',
    'import-x/no-duplicates': 'error',
    'import-x/no-extraneous-dependencies': ['error', {packageDir: [import.meta.dirname], includeTypes: true}],
    // Outside, ours, relative, styles.
    'import-x/order': [
      'error',
      {
        groups: ['builtin', 'external', 'internal', 'parent', 'sibling', 'index'],
        pathGroups: [
          {pattern: '@deskwire/**', group: 'internal'},
          {pattern: './**/*.styles.js', group: 'index', position: 'after'},
        ],
        pathGroupsExcludedImportTypes: ['builtin'],
        'newlines-between': 'ignore',
      },
    ],
  },
};

const typescript = {
  files: ['**/*.ts'],
  extends: [tseslint.configs.recommendedTypeChecked],
  languageOptions: {
    parserOptions: {project: 'tsconfig.lint.json', tsconfigRootDir: import.meta.dirname},
  },
  rules: {
    'import-x/no-default-export': 'error',
    '@typescript-eslint/ban-ts-comment': ['error', {'ts-expect-error': 'allow-with-description'}],
    '@typescript-eslint/consistent-type-imports': [
      'error',
      {fixStyle: 'separate-type-imports', disallowTypeAnnotations: false},
    ],
    '@typescript-eslint/no-import-type-side-effects': 'error',
    // Chai's equal, typed as a promise by a plugin for DOM snapshots: it answers at once all the same.
    '@typescript-eslint/no-floating-promises': [
      'error',
      {allowForKnownSafeCalls: [{from: 'package', name: 'Equal', package: 'chai'}]},
    ],
    // `AgentId | 'system'` tells the reader something, although an id is a string.
    '@typescript-eslint/no-redundant-type-constituents': 'off',
    '@typescript-eslint/no-unused-vars': ['error', {argsIgnorePattern: '^_', ignoreRestSiblings: true}],
    '@typescript-eslint/restrict-template-expressions': ['error', {allowNumber: true, allowBoolean: true}],
    '@typescript-eslint/switch-exhaustiveness-check': ['error', {considerDefaultExhaustiveForUnions: true}],
    // A promise is part of a port's contract, whether or not this implementation waits for anything.
    '@typescript-eslint/require-await': 'off',
    // Lit binds listeners to their host.
    '@typescript-eslint/unbound-method': 'off',
  },
};

const shipped = {
  files: source,
  ignores: tests,
  rules: {
    'no-console': 'error',
    'no-restricted-syntax': ['error', ...bans.bannedSyntax],
  },
};

const documented = {
  files: source,
  ignores: [...tests, '**/*.{messages,styles}.ts', '**/define.ts'],
  plugins: {jsdoc},
  settings: {jsdoc: {mode: 'typescript'}},
  rules: {
    'jsdoc/require-jsdoc': [
      'error',
      {
        publicOnly: {esm: true, cjs: false, window: false},
        enableFixer: false,
        require: {FunctionDeclaration: true, ClassDeclaration: true},
        contexts: [
          'TSInterfaceDeclaration',
          'TSTypeAliasDeclaration',
          'ExportNamedDeclaration > VariableDeclaration',
          "PropertyDefinition:has(> Decorator[expression.callee.name='property'])",
        ],
      },
    ],
    'jsdoc/check-param-names': ['error', {disableMissingParamChecks: true, checkDestructured: false}],
    'jsdoc/check-alignment': 'error',
    'jsdoc/check-tag-names': [
      'error',
      {definedTags: ['element', 'attr', 'slot', 'csspart', 'cssprop', 'cssstate', 'fires', 'remarks']},
    ],
    'jsdoc/empty-tags': 'error',
  },
};

const elements = {
  files: browser,
  extends: [lit['flat/recommended'], wc['flat/best-practice']],
  plugins: {'lit-a11y': litA11y},
  languageOptions: {globals: globals.browser},
  settings: {wc: {elementBaseClasses: ['LitElement']}},
  rules: {
    ...litA11y.configs.recommended.rules,
    'lit/no-classfield-shadowing': 'error',
    'lit/no-legacy-imports': 'error',
    'lit/no-this-assign-in-render': 'error',
    'lit/no-useless-template-literals': 'error',
    'lit/no-value-attribute': 'error',
    'lit/prefer-nothing': 'error',
    'lit/value-after-constraints': 'error',
    // LitElement has the callbacks: a guard around super would only hide a mistake.
    'wc/guard-super-call': 'off',
  },
};

const deterministic = {
  files: pure,
  ignores: tests,
  rules: {
    'no-restricted-syntax': ['error', ...bans.bannedSyntax, ...bans.impureSyntax],
    'no-restricted-properties': ['error', ...bans.impureProperties],
    'no-restricted-globals': ['error', ...bans.impureGlobals],
  },
};

const relaxedForTests = {
  // The suites of the testing package are tests, too.
  files: [...tests, 'packages/testing/src/**/*.ts'],
  languageOptions: {globals: {...globals.browser, ...globals.mocha}},
  rules: {
    // Chai's assertions are expressions; a test may look into what is not typed, and knows what it has put there.
    '@typescript-eslint/no-unused-expressions': 'off',
    '@typescript-eslint/no-unnecessary-type-assertion': 'off',
    '@typescript-eslint/no-unsafe-argument': 'off',
    '@typescript-eslint/no-unsafe-assignment': 'off',
    '@typescript-eslint/no-unsafe-call': 'off',
    '@typescript-eslint/no-unsafe-member-access': 'off',
    '@typescript-eslint/no-unsafe-return': 'off',
  },
};

export default defineConfig(
  globalIgnores(['**/dist/', '**/coverage/', '**/storybook-static/', '**/generated/', '.data/']),
  everywhere,
  {files: ['**/*.mjs'], languageOptions: {globals: globals.node}},
  {files: ['examples/**/*.js'], languageOptions: {globals: globals.browser}},
  typescript,
  shipped,
  documented,
  elements,
  deterministic,
  relaxedForTests,
  {
    files: ['**/*.stories.ts', '.storybook/*.ts', '**/*.mjs'],
    rules: {'import-x/no-default-export': 'off'},
  },
);
