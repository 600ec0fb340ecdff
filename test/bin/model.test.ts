/** The headless runner as a program: what it writes, and how it ends. */
import 'fake-indexeddb/auto';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_SCENARIO } from '../../src/core/scenario/defaults.ts';
import type { Scenario } from '../../src/core/scenario/scenario.ts';
import type { ResultsDocument } from '../../src/exporters/results/document.ts';
import { makeSample } from '../../src/sample/index.ts';
import { Engine } from '../../src/workers/engine.ts';
import { engineHost } from '../../src/workers/engine-host.ts';
import type { JobContext } from '../../src/workers/protocol.ts';
import { day } from '../support/simulation.ts';

const ROOT = join(import.meta.dirname, '../..');
const CASE = join(ROOT, 'test/fixtures/cases/bridge-and-drift');
const AS_OF = '2026-11-22';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'model-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function model(...args: readonly string[]): Run {
  const command = ['--import', 'tsx', 'bin/model.ts', ...args];
  return spawnSync(process.execPath, command, { cwd: ROOT, encoding: 'utf8', maxBuffer: 2 ** 28 });
}

function write(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

function parsed(json: string): ResultsDocument {
  return JSON.parse(json) as ResultsDocument;
}

describe('npm run model', () => {
  it('reads a folder by file name and takes the scenario in it', () => {
    const out = join(folder, 'results.json');
    const run = model('--in', CASE, '--as-of', AS_OF, '--horizon', '12', '--out', out);
    expect(run.status).toBe(0);
    const results = parsed(readFileSync(out, 'utf8'));
    expect(results).toMatchObject(parsed(readFileSync(join(CASE, 'expected.json'), 'utf8')));
    expect(results.inputs.map(({ file }) => file)).toEqual(['portfolio.csv', 'pricelist.csv']);
    expect(results.diagnostics.map(({ file, severity }) => `${severity} ${file}`)).toContain('error notes.md');
  });

  it('takes several files, counts equal bytes once and lets --scenario win', () => {
    const [list, portfolio] = [join(CASE, 'pricelist.csv'), join(CASE, 'portfolio.csv')];
    const scenario = write('empty.json', '{"schema": "termwise/scenario@1"}');
    const again = write('again.csv', readFileSync(list, 'utf8'));
    const own = join(CASE, 'scenario.json');
    const args = ['--in', portfolio, list, '--in', again, own, '--scenario', scenario, '--as-of', AS_OF, '--out', '-'];
    const run = model(...args);
    expect(run.status).toBe(0);
    expect(run.stderr).toContain('again.csv: the same content as pricelist.csv');
    expect(run.stderr).toContain('scenario.json: not used');
    const { inputs, horizonMonths, subscriptions } = parsed(run.stdout);
    expect(inputs.map(({ file }) => file)).toEqual(['portfolio.csv', 'pricelist.csv']);
    expect(horizonMonths).toBe(12);
    expect(subscriptions.find(({ id }) => id === 'sub-bridged')?.rule).toBe('R-014');
  });

  it('names open questions as errors and counts what it can', () => {
    const header = 'SubscriptionId,ProductId,SkuId,Quantity,TermDuration,BillingPlan,CommitmentEndDate';
    const ambiguous = write('ambiguous.csv', `${header}\ns1,CFQ7TTC0LCHC,1,5,P1Y,Annual,05/06/2027\n`);
    const run = model('--in', CASE, ambiguous, '--as-of', AS_OF, '--out', '-');
    expect(run.status).toBe(0);
    const found = parsed(run.stdout).diagnostics.find(({ file }) => file === 'ambiguous.csv');
    expect(found).toMatchObject({ severity: 'error', code: 'question-date-order', column: 'CommitmentEndDate' });
    expect(run.stderr).toContain('05/06/2027');
  });

  it.each([
    ['no input', ['--out', '-'], '--in is missing'],
    ['no output', ['--in', CASE], '--out is missing'],
    ['an unknown option', ['--in', CASE, '--out', '-', '--fast'], '--fast'],
    ['a day that does not exist', ['--in', CASE, '--out', '-', '--as-of', '2026-02-30'], '2026-02-30'],
    ['a horizon of nothing', ['--in', CASE, '--out', '-', '--horizon', '0'], '--horizon 0'],
    ['a path that does not exist', ['--in', 'nowhere.csv', '--out', '-'], 'nowhere.csv'],
    ['a scenario with an unknown key', ['--in', CASE, '--out', '-', '--scenario', 'tsconfig.json'], 'compilerOptions'],
  ])('ends with 2 for %s', (_, args, reason) => {
    const run = model(...args);
    expect(run.status).toBe(2);
    expect(run.stderr).toContain(reason);
    expect(run.stderr).toContain('npm run model --');
    expect(run.stdout).toBe('');
  });

  it('ends with 3 and the reasons when no file could be used', () => {
    const empty = write('empty.csv', '');
    const run = model('--in', empty, join(CASE, 'notes.md'), '--out', '-');
    expect(run.status).toBe(3);
    expect(run.stderr).toContain('empty.csv: The file is empty.');
    expect(run.stderr).toContain('notes.md: ');
    expect(run.stdout).toBe('');
  });
});

describe('the app and the headless runner', () => {
  it('give the same bytes for the same files, also after a reload', async () => {
    const files = makeSample({ asOf: day(AS_OF), seed: 1 });
    mkdirSync(join(folder, 'sample'));
    const paths = files.map(({ name, text }) => write(join('sample', name), text));
    const run = model('--in', ...paths, '--as-of', AS_OF, '--horizon', '12', '--out', '-');
    expect(run.status).toBe(0);

    const engine = new Engine();
    await engine.open();
    const blobs = files.map(({ name, text }) => ({ name, blob: new Blob([text]) }));
    const request = { files: blobs, answers: new Map(), encodings: new Map() };
    const outcome = await engineHost(engine).importFiles(request, context());
    const scenario = outcome.files.find((file) => file.scenario)?.scenario ?? DEFAULT_SCENARIO;
    expect(await exported(engine, scenario)).toBe(run.stdout);

    const reloaded = new Engine();
    await reloaded.open();
    expect(await exported(reloaded, scenario)).toBe(run.stdout);
    engine.store.close();
    reloaded.store.close();
  });
});

function context<P>(): JobContext<P> {
  return { signal: new AbortController().signal, report: () => undefined, transfer: (value) => value };
}

async function exported(engine: Engine, scenario: Scenario): Promise<string> {
  const simulation = { scenario, window: { asOf: day(AS_OF), horizonMonths: 12 } };
  const request = { kind: 'results-json', simulation, workbookName: 'Sample', locale: 'en' } as const;
  const file = await engineHost(engine).exportResults(request, context());
  return new TextDecoder().decode(file.bytes);
}
