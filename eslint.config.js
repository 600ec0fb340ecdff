import { defineConfig, globalIgnores } from 'eslint/config';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import tseslint from 'typescript-eslint';

const pureFolders = ['core', 'importers', 'sim', 'sheet', 'charts', 'exporters', 'sample'];
/** @param {readonly string[]} folders */
const inFolders = (folders) => folders.map((folder) => `src/${folder}/**/*.ts`);

// The rule `no-restricted-syntax` is replaced, not merged, by a later block: each block below says its whole list.
const everywhere = [{ selector: 'ExportDefaultDeclaration', message: 'Named exports only.' }];
const inApp = [
  ...everywhere,
  {
    selector: 'SvelteAttribute[key.name="style"]',
    message: 'The policy forbids inline styles; use style: directives.',
  },
];
const noWorker = {
  selector: 'NewExpression[callee.name=/^(Shared)?Worker$/]',
  message: 'Only src/workers starts workers: spawnWorker keeps them under the policy.',
};
const noClock = [
  { selector: 'MemberExpression[object.name="Date"][property.name="now"]', message: 'Pure folders know no clock.' },
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'Pure folders know no clock.' },
  { selector: 'CallExpression[callee.name="Date"]', message: 'Pure folders know no clock.' },
  { selector: 'MemberExpression[object.name="Math"][property.name="random"]', message: 'Use a seeded generator.' },
];
const noFloatRounding = [
  { selector: 'MemberExpression[property.name="toFixed"]', message: 'Money is rounded in core/exact.ts only.' },
  {
    selector: 'MemberExpression[object.name="Math"][property.name="round"]',
    message: 'Money is rounded in core/exact.ts only.',
  },
];

// Engines may round these as they like, and `**` with them: trials give the same bits everywhere.
const inexact = [
  ...[
    'acos',
    'acosh',
    'asin',
    'asinh',
    'atan',
    'atan2',
    'atanh',
    'cbrt',
    'cos',
    'cosh',
    'exp',
    'expm1',
    'hypot',
    'log',
  ],
  ...['log10', 'log1p', 'log2', 'pow', 'sin', 'sinh', 'tan', 'tanh'],
].map((property) => ({
  object: 'Math',
  property,
  message: 'Use src/sim/uncertainty/maths.ts: the same bits everywhere.',
}));
const noPower = {
  selector: 'BinaryExpression[operator="**"]:not([left.value=10])',
  message: 'Powers are rounded as the engine likes.',
};

const networkGlobals = ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'WebTransport', 'RTCPeerConnection'].map(
  (name) => ({ name, message: 'Nothing leaves this machine.' }),
);

export default defineConfig(
  globalIgnores([
    'dist',
    'node_modules',
    'test-results',
    'playwright-report',
    'bench-results',
    'test/fixtures',
    'test/golden',
  ]),
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  svelte.configs.recommended,
  {
    languageOptions: {
      globals: { ...globals.browser, ...globals.node },
      parserOptions: { projectService: true, extraFileExtensions: ['.svelte'] },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      // Text is spread into code points, where that is meant.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // An empty text and `false` fall back too, where `||` is written.
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true, boolean: true } }],
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      // The compiler allows no enum (`erasableSyntaxOnly`), and looking for one takes a tenth of the time.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      // Only a type alias fits an index signature, so both are needed.
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      'max-lines': ['error', { max: 300 }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': ['error', ...everywhere],
      eqeqeq: 'error',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: tseslint.parser } },
    rules: {
      // The parser sees a component's whole script as one function.
      'max-lines-per-function': 'off',
      // Svelte's types of element attributes hold `any` (data-*), and so does what `...rest` takes of them.
      '@typescript-eslint/no-unsafe-assignment': 'off',
    },
  },
  {
    files: ['src/**'],
    rules: {
      'no-restricted-globals': ['error', ...networkGlobals],
      'no-restricted-syntax': ['error', ...inApp, noWorker],
    },
  },
  { files: ['src/workers/**'], rules: { 'no-restricted-syntax': ['error', ...inApp] } },
  { files: inFolders(pureFolders), rules: { 'no-restricted-syntax': ['error', ...inApp, noWorker, ...noClock] } },
  {
    files: [...inFolders(['sim', 'exporters']), 'src/core/*money*', 'src/core/money/**'],
    rules: { 'no-restricted-syntax': ['error', ...inApp, noWorker, ...noClock, ...noFloatRounding] },
  },
  {
    files: ['src/sim/uncertainty/**/*.ts'],
    rules: {
      'no-restricted-properties': ['error', ...inexact],
      'no-restricted-syntax': ['error', ...inApp, noWorker, ...noClock, ...noFloatRounding, noPower],
    },
  },
  // A sentence is a template: its type can be read off it.
  { files: ['src/core/text/**'], rules: { '@typescript-eslint/explicit-module-boundary-types': 'off' } },
  // Declarations describe what others made, as it is.
  {
    files: ['**/*.d.ts'],
    rules: { 'no-var': 'off', 'no-restricted-syntax': 'off', '@typescript-eslint/prefer-function-type': 'off' },
  },
  {
    files: ['test/**'],
    rules: {
      // A suite is one long function of many short ones, and fixtures are JSON.
      'max-lines-per-function': 'off',
      'max-lines': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/explicit-module-boundary-types': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
    },
  },
  // Programs of ours that read JSON without a validator (npm's and the test runners' own files).
  {
    files: ['bin/*.mjs'],
    rules: {
      '@typescript-eslint/explicit-module-boundary-types': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  // These tools ask for a default export.
  { files: ['*.config.*', 'test/e2e/support/build-probe.ts'], rules: { 'no-restricted-syntax': 'off' } },
);
