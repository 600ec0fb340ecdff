// `npm test`: installs what is missing, runs every check and every test, and closes with one line of counts.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBrowser, missingBrowserAdvice } from './find-browser.mjs';
import { ensureInstalled, projectFolder } from './install.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** @type {Counts} */
const nothing = { passed: 0, failed: 0, skipped: 0 };

/**
 * One step. `script` is a program of a package; a static check counts as one test, a test runner counts from its report.
 * @typedef {object} Step
 * @property {string} name
 * @property {string} script relative to node_modules
 * @property {readonly string[]} parameters
 * @property {boolean} isStatic
 * @property {() => Counts} [count]
 * @property {() => string | undefined} [obstacle] why the step can't run
 */

const reportsFolder = join(projectFolder, 'node_modules/.cache/termwise');
const unitReport = join(reportsFolder, 'unit.json');
const e2eReport = join(reportsFolder, 'e2e.json');

/**
 * The report that a test runner wrote, if it came that far.
 * @param {string} file
 */
function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/** @returns {Counts} */
function countUnitTests() {
  /** @type {import('vitest/node').JsonTestResults | undefined} */
  const report = readReport(unitReport);
  if (report === undefined) return nothing;
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** @returns {Counts} */
function countE2eTests() {
  /** @type {import('@playwright/test/reporter').JSONReport | undefined} */
  const report = readReport(e2eReport);
  if (report === undefined) return nothing;
  const { expected, flaky, unexpected, skipped } = report.stats;
  return { passed: expected + flaky, failed: unexpected, skipped };
}

/** Checkers of types make much that lives shortly: with room for it they spend a fifth less of their time on clearing up. */
const roomy = ['--max-semi-space-size=128'];

/** @type {readonly Step[]} */
const steps = [
  // One run: the types of the whole project are worked out once for it. It takes one core, what comes below the other.
  { name: 'lint', script: 'eslint/bin/eslint.js', parameters: ['--max-warnings', '0', '.'], isStatic: true },
  {
    name: 'format',
    script: 'prettier/bin/prettier.cjs',
    parameters: ['--check', '--log-level', 'warn', '.'],
    isStatic: true,
  },
  {
    // Of components and of everything else in tsconfig.json.
    name: 'types',
    script: 'svelte-check/bin/svelte-check',
    parameters: ['--fail-on-warnings', '--output', 'human'],
    isStatic: true,
  },
  {
    name: 'purity',
    script: 'typescript/bin/tsc',
    parameters: ['-p', 'tsconfig.pure.json', '--noEmit'],
    isStatic: true,
  },
  {
    name: 'boundaries',
    script: 'dependency-cruiser/bin/dependency-cruise.mjs',
    parameters: ['src', 'bin', 'test', '--config', '.dependency-cruiser.cjs'],
    isStatic: true,
  },
  { name: 'build', script: 'vite/bin/vite.js', parameters: ['build', '--logLevel', 'warn'], isStatic: true },
  {
    name: 'unit, property and golden tests',
    script: 'vitest/vitest.mjs',
    parameters: ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`],
    isStatic: false,
    count: countUnitTests,
  },
  {
    name: 'end-to-end tests',
    script: '@playwright/test/cli.js',
    parameters: ['test'],
    isStatic: false,
    count: countE2eTests,
    obstacle: () => (ensureBrowser() === undefined ? missingBrowserAdvice : undefined),
  },
];

/**
 * Runs a step and counts it. A failed runner that reports no failed test counts as one. A static check says what it has to say when
 * it is through, since others run beside it.
 * @param {Step} step
 * @returns {Promise<Counts & { name: string }>}
 */
async function run({ name, script, parameters, isStatic, count, obstacle }) {
  if (!isStatic) console.log(`\n── ${name}`);
  const startedAt = Date.now();
  const reason = obstacle?.();
  if (reason !== undefined) console.error(reason);
  const { passes, said } =
    reason === undefined ? await execute(script, parameters, isStatic) : { passes: false, said: '' };
  if (isStatic) console.log(`\n── ${name}\n${said.trim()}`.trimEnd());
  console.log(`── ${name}: ${passes ? 'ok' : 'FAILED'} (${((Date.now() - startedAt) / 1000).toFixed(1)} s)`);
  if (isStatic || count === undefined) return { name, passed: passes ? 1 : 0, failed: passes ? 0 : 1, skipped: 0 };
  const counts = count();
  return { name, ...counts, ...(passes || counts.failed > 0 ? {} : { failed: 1 }) };
}

/**
 * @param {string} script
 * @param {readonly string[]} parameters
 * @param {boolean} isKept whether its output is given back instead of shown at once
 * @returns {Promise<{ passes: boolean, said: string }>}
 */
function execute(script, parameters, isKept) {
  const program = join(projectFolder, 'node_modules', script);
  const child = spawn(process.execPath, [...(isKept ? roomy : []), program, ...parameters], {
    cwd: projectFolder,
    stdio: ['inherit', isKept ? 'pipe' : 'inherit', isKept ? 'pipe' : 'inherit'],
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: e2eReport },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (/** @type {string} */ text) => (said += text));
  return new Promise((done) => {
    child.on('error', (error) => done({ passes: false, said: `${said}${error.message}` }));
    child.on('close', (status) => done({ passes: status === 0, said }));
  });
}

/**
 * Runs steps, so many at a time; the others wait for a free place.
 * @param {readonly Step[]} those
 * @param {number} places
 */
async function runAll(those, places) {
  const waiting = [...those];
  /** @type {(Counts & { name: string })[]} */
  const counted = [];
  const take = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) counted.push(await run(step));
  };
  await Promise.all(Array.from({ length: places }, take));
  return counted;
}

const { values } = parseArgs({ options: { static: { type: 'boolean', default: false } } });
ensureInstalled();
rmSync(reportsFolder, { recursive: true, force: true });
mkdirSync(reportsFolder, { recursive: true });
const inBrowser = steps.filter(({ obstacle }) => obstacle !== undefined);
const others = steps.filter(
  (step) => !inBrowser.includes(step) && (!values.static || (step.isStatic && step.name !== 'build')),
);
// The longest of them takes one core, the others the second; tests in a browser get the machine for themselves.
const results = await runAll(others, 2);
if (!values.static) results.push(...(await runAll(inBrowser, 1)));
/** @param {keyof Counts} key */
const total = (key) => results.reduce((sum, counts) => sum + counts[key], 0);
const failures = results.filter(({ failed }) => failed > 0).map(({ name }) => name);
console.log(failures.length > 0 ? `\nFailed: ${failures.join(', ')}\n` : '');
const skipped = total('skipped');
console.log(
  `${String(total('passed'))} passed, ${String(total('failed'))} failed${skipped > 0 ? `, ${String(skipped)} skipped` : ''}`,
);
process.exitCode = failures.length > 0 ? 1 : 0;
