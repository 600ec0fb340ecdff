/** Trials from the command line: the same bytes for any number of threads, and options that win over the scenario. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTrialOptions } from '../../bin/trial-options.ts';
import type { ResultsDocument } from '../../src/exporters/results/document.ts';
import { readScenario } from '../../src/core/scenario/read.ts';
import { prepareBook } from '../../src/sim/index.ts';
import { exportResults } from '../../src/workers/export-results.ts';
import { importAll, sourceOfFile } from '../support/import-files.ts';
import { day } from '../support/simulation.ts';
import type { UncertaintyDocument } from '../../src/exporters/results/uncertainty.ts';

const ROOT = join(import.meta.dirname, '../..');
const CASE = join(ROOT, 'test/fixtures/cases/bridge-and-drift');

type Results = ResultsDocument & { readonly uncertainty?: UncertaintyDocument };

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'trials-'));
  const uncertainty = {
    trials: 700,
    seed: 'file',
    inputs: [
      { what: 'outcome', renews: '1', cancels: '1', est: '2' },
      { what: 'price', distribution: { kind: 'triangular', min: '0', mode: '5', max: '10' } },
    ],
  };
  writeFileSync(join(folder, 'scenario.json'), JSON.stringify({ schema: 'termwise/scenario@1', uncertainty }));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function model(...args: readonly string[]): {
  readonly status: number | null;
  readonly json: string;
  readonly said: string;
} {
  const files = ['portfolio.csv', 'pricelist.csv'].map((name) => join(CASE, name));
  const given = ['--in', ...files, '--as-of', '2026-11-22', '--out', '-', ...args];
  const run = spawnSync(process.execPath, ['--import', 'tsx', 'bin/model.ts', ...given], {
    ...{ cwd: ROOT, encoding: 'utf8', maxBuffer: 2 ** 28 },
  });
  return { status: run.status, json: run.stdout, said: run.stderr };
}

function uncertaintyOf(json: string): UncertaintyDocument | undefined {
  return (JSON.parse(json) as Results).uncertainty;
}

describe('npm run model with trials', () => {
  it('gives the same bytes for 1, 2, 4 and 8 workers', () => {
    const csv = (workers: string): string => join(folder, `trials-${workers}.csv`);
    const runs = ['1', '2', '4', '8'].map((workers) => {
      const scenario = join(folder, 'scenario.json');
      const run = model('--scenario', scenario, '--workers', workers, '--trials-csv', csv(workers));
      expect(run.status).toBe(0);
      return `${run.json}${readFileSync(csv(workers), 'utf8')}`;
    });
    expect(new Set(runs).size).toBe(1);
    expect(readFileSync(csv('1'), 'utf8').trimEnd().split('\n')).toHaveLength(701);
  });

  it('gives what the app exports', async () => {
    const path = join(folder, 'scenario.json');
    const files = ['portfolio.csv', 'pricelist.csv'].map((name) => sourceOfFile(join(CASE, name)));
    const { datasets } = await importAll(files);
    const scenario = readScenario(readFileSync(path, 'utf8'));
    if (!scenario.ok) throw new Error(JSON.stringify(scenario.error));
    const simulation = { scenario: scenario.value, window: { asOf: day('2026-11-22'), horizonMonths: 12 } };
    const request = { kind: 'results-json', simulation, workbookName: '', locale: 'en' } as const;
    const file = await exportResults(request, prepareBook({ datasets }), datasets, new AbortController().signal);
    expect(new TextDecoder().decode(file.bytes)).toBe(model('--scenario', path).json);
  });

  it('lets --trials and --seed win, and repeats the known results where nothing is uncertain', () => {
    const { json, status } = model('--trials', '3', '--seed', 'own', '--workers', '1');
    expect(status).toBe(0);
    const { totals } = JSON.parse(json) as Results;
    const own = uncertaintyOf(json);
    expect([own?.trials, own?.seed, own?.perTrial.length]).toEqual([3, 'own', 3]);
    for (const trial of own?.perTrial ?? []) {
      for (const [currency, amounts] of Object.entries(trial)) expect(totals[currency]).toMatchObject(amounts);
    }
  });

  it.each([
    [{ trials: '0' }, '--trials 0'],
    [{ trials: '100001' }, '--trials 100001'],
    [{ workers: '0.5' }, '--workers 0.5'],
    [{ workers: '9' }, '--workers 9'],
  ])('cannot use %o', (texts, named) => {
    const options = readTrialOptions(texts);
    expect(options.ok ? '' : options.error).toContain(named);
  });

  it('ends with 2 and the reason for an input that cannot be drawn', () => {
    const inputs = [{ what: 'fx', distribution: { kind: 'uniform', min: '3', max: '1' } }];
    const path = join(folder, 'bad.json');
    writeFileSync(path, JSON.stringify({ schema: 'termwise/scenario@1', uncertainty: { inputs } }));
    const run = model('--scenario', path);
    expect(run.status).toBe(2);
    expect(run.said).toContain('Input 1:');
  });
});
