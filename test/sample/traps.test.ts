import { beforeAll, describe, expect, it } from 'vitest';
import { parseDay } from '../../src/core/days.ts';
import { textAt } from '../../src/core/table.ts';
import type { TrapId } from '../../src/core/text/en/sample.ts';
import { importSources } from '../../src/importers/index.ts';
import { makeSample, traps } from '../../src/sample/index.ts';
import { type Simulation, prepareBook, simulate } from '../../src/sim/index.ts';

const asOf = parseDay('2026-11-22') ?? 0;

/** The sample through the real importers and the real engine. */
async function simulateSample(): Promise<Simulation> {
  const sources = makeSample({ asOf }).map(({ name, text }) => {
    const blob = new Blob([text]);
    return { name, size: blob.size, stream: () => blob.stream() };
  });
  const { files } = await importSources(sources);
  expect(files.flatMap((file) => [...file.rejects, ...file.questions])).toEqual([]);
  const datasets = files.flatMap(({ dataset, file }, order) => (dataset ? [{ ...dataset, id: file, order }] : []));
  const scenario = files.find((file) => file.scenario)?.scenario;
  if (scenario === undefined) throw new Error('INTERNAL: the sample has no scenario');
  return simulate(prepareBook({ datasets }), { scenario, window: { asOf, horizonMonths: 12 } });
}

describe('each planted trap, through importers and engine', () => {
  const planted = traps({ asOf });
  let simulation: Simulation;
  beforeAll(async () => {
    simulation = await simulateSample();
  });

  function rowOf(trap: TrapId): number {
    const id = planted.find((entry) => entry.id === trap)?.subscriptionIds[0];
    const ids = simulation.table.columns.get('id');
    return Array.from({ length: simulation.table.rows }, (_, row) => textAt(ids, row)).findIndex((text) => text === id);
  }

  const text = (trap: TrapId, column: string): string => textAt(simulation.table.columns.get(column), rowOf(trap));

  it.each<[TrapId, string]>([
    ['lost-zero', 'est-drift'],
    ['est-no-uplift', 'in-est'],
    ['silent-twin', 'in-est'],
    ['promotion-dies', 'renews'],
    ['old-grace', 'lapses'],
    ['price-rise', 'est-drift'],
    ['no-monthly', 'est-drift'],
    ['est-despite-flag', 'est-chosen'],
    ['cancel-despite-flag', 'cancels'],
    ['ends-today', 'est-drift'],
    ['month-end', 'est-drift'],
    ['suspended', 'excluded'],
    ['trial', 'excluded'],
    ['end-of-sale', 'est-drift'],
    ['legacy-instruction', 'renews'],
  ])('%s: %s', (trap, outcome) => {
    expect(text(trap, 'outcome')).toBe(outcome);
  });

  it('shows the figures that the page promises', () => {
    const amount = (trap: TrapId, name: 'passed' | 'delayed' | 'absorbed'): number =>
      simulation.amounts[name][rowOf(trap)] ?? NaN;
    expect(text('est-no-uplift', 'notes')).toContain('est-list-differs');
    expect(Number(text('promotion-dies', 'cliffPromotion'))).toBeGreaterThan(0);
    expect(Number(text('price-rise', 'cliffListMove'))).toBeGreaterThan(0);
    expect(text('no-monthly', 'estSource')).toBe('noMonthly');
    expect(text('legacy-instruction', 'notes')).toContain('legacy-instruction');
    expect(amount('no-clause', 'passed')).toBe(0);
    expect(amount('no-clause', 'absorbed')).toBeGreaterThan(0);
    expect(amount('price-lock', 'delayed')).toBeGreaterThan(0);
    expect(simulation.unpriced.map(({ id }) => id)).toEqual(
      planted.find(({ id }) => id === 'no-price')?.subscriptionIds,
    );
    expect(simulation.totals.map(({ currency }) => currency)).toEqual(['EUR', 'USD']);
  });
});
