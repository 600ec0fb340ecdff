import { describe, expect, it } from 'vitest';
import { createFormat } from '../../../src/core/format.ts';
import type { Scenario } from '../../../src/core/scenario/scenario.ts';
import { compareScenarios } from '../../../src/sim/compare/compare.ts';
import { LEAST_SCENARIOS, MOST_SCENARIOS } from '../../../src/sim/compare/types.ts';
import { prepareBook } from '../../../src/sim/index.ts';
import { LEAST, MOST, chosenScenarios, soundChoice, toggledChoice } from '../../../src/views/compare/choice.ts';
import { compareTable } from '../../../src/views/compare/compare-table.ts';
import { figureLines } from '../../../src/views/compare/figures.ts';
import { type ListFilter, listRows, shownRows, sortedRows } from '../../../src/views/compare/list-rows.ts';
import { compareSource } from '../../../src/views/compare/list-source.ts';
import { portfolio, price, priceList, scenario } from '../../support/books.ts';
import { day, totals } from '../../support/simulation.ts';

const format = createFormat('en-GB');

describe('the choice of scenarios', () => {
  const candidate = (id: string) => ({ id, name: id.toUpperCase(), scenario: scenario() });
  const branches = ['a', 'b', 'c', 'd'].map(candidate);
  const presets = ['p', 'q', 'r', 's'].map(candidate);

  it('begins with the first branches, or with one and the first what-if', () => {
    expect(soundChoice(branches, presets, {})).toStrictEqual({ chosen: ['a', 'b', 'c'], reference: 'a' });
    expect(soundChoice(branches.slice(0, 1), presets, {}).chosen).toStrictEqual(['a', 'p']);
  });

  it('forgets what is gone, keeps the order of the candidates, and never has more than six', () => {
    const wanted = { chosen: ['s', 'gone', 'r', 'q', 'p', 'c', 'b', 'a'], reference: 'b' };
    expect(soundChoice(branches, presets, wanted)).toStrictEqual({
      chosen: ['a', 'b', 'c', 'p', 'q', 'r'],
      reference: 'b',
    });
    expect(soundChoice(branches, presets, { chosen: ['c', 'd'], reference: 'gone' }).reference).toBe('c');
    expect([LEAST, MOST]).toStrictEqual([LEAST_SCENARIOS, MOST_SCENARIOS]);
  });

  it('is changed by one at a time', () => {
    const choice = soundChoice(branches, [], {});
    expect(toggledChoice(choice, 'b', false).chosen).toStrictEqual(['a', 'c']);
    expect(
      chosenScenarios(branches, toggledChoice(choice, 'd', true))
        .map(({ name }) => name)
        .join(''),
    ).toBe('ABCD');
  });
});

describe('the key figures', () => {
  it('have a difference and a percentage against the reference, and say which way is good', () => {
    const sums = (id: string, given: Parameters<typeof totals>[1]) => {
      return { id, name: id, totals: [totals('USD', given)], months: [] };
    };
    const scenarios = [
      sums('a', { extra: 10_000, margin: 500, exposed: 4 }),
      sums('b', { extra: 12_500, margin: 400 }),
    ];
    const { main, others } = figureLines(scenarios, 'USD', 0, format);
    const changeOf = (figure: string) => main.find((line) => line.figure === figure)?.cells[1]?.change;
    expect(main.find(({ figure }) => figure === 'extra')?.cells[0]).toStrictEqual({
      value: '100.00',
      change: undefined,
    });
    expect(changeOf('extra')).toStrictEqual({ text: '▲ +25.00 (+25.0%)', direction: 'worse' });
    expect(changeOf('margin')).toStrictEqual({ text: '▼ −1.00 (−20.0%)', direction: 'worse' });
    expect(changeOf('exposed')).toStrictEqual({ text: '▼ −4 (−100.0%)', direction: 'better' });
    expect(changeOf('est')?.text).toBe('=');
    expect(figureLines(scenarios, 'USD', 1, format).main.at(-1)?.cells[0]?.change?.direction).toBe('better');
    expect(others.map(({ label }) => label)).toContain('Promotion lost');
  });

  it('have no percentage of nothing', () => {
    const scenarios = [0, 700].map((extra) => ({ id: '', name: '', totals: [totals('USD', { extra })], months: [] }));
    const line = figureLines(scenarios, 'USD', 0, format).main.find(({ figure }) => figure === 'extra');
    expect(line?.cells[1]?.change?.text).toBe('▲ +7.00 (—)');
  });
});

/** One drifts, one renews, one has no price in either, one is decided on in the second scenario. */
const datasets = [
  priceList([price('P1Y/Annual', '1200.00'), price('P1M/Monthly', '120.00')]),
  portfolio([
    { customerId: 'a', customerName: 'Adatum' },
    { customerId: 'b', autoRenew: 'true' },
    { customerId: 'c', productId: 'UNKNOWN' },
    { customerId: 'd', customerName: 'Datum', quantity: '30' },
  ]),
];
const book = prepareBook({ datasets });

function listOf(...scenarios: readonly Scenario[]) {
  const named = scenarios.map((one, index) => ({ id: String(index), name: `S${String(index)}`, scenario: one }));
  const window = { asOf: day('2026-11-22'), horizonMonths: 12 };
  const comparison = compareScenarios(book, { scenarios: named, window, unchangedToo: true });
  return listRows(comparison, book.portfolio.table, 'USD', 'extra', 0);
}
const ANY: ListFilter = { find: '', change: 'any' };

describe('the list of subscriptions', () => {
  const cancels = { match: { customerId: 'd' }, outcome: 'cancels' as const };
  const list = listOf(scenario(), scenario({ est: { upliftMonthly: '0.13' }, decisions: [cancels] }));
  const shown = (filter: Partial<ListFilter>): readonly number[] => [...shownRows(list, { ...ANY, ...filter }, 'en')];

  it('is filtered by what changed and by words', () => {
    expect(shown({})).toStrictEqual([0, 1, 2]);
    expect(shown({ change: 'amount' })).toStrictEqual([0, 2]);
    expect(shown({ change: 'more' })).toStrictEqual([0]);
    expect(shown({ change: 'less' })).toStrictEqual([2]);
    expect(shown({ change: 'outcome' })).toStrictEqual([2]);
    expect(shown({ find: 'DATUM' })).toStrictEqual([0, 2]);
    expect(shown({ find: 'sub-1' })).toStrictEqual([1]);
  });

  it('has the largest difference first, and is sorted by any column', () => {
    const rows = Uint32Array.of(0, 1, 2);
    const sorted = (key?: string) => [
      ...sortedRows(list, rows, key === undefined ? [] : [{ key, descending: false }], 'en'),
    ];
    expect(sorted()).toStrictEqual([2, 0, 1]);
    expect(sorted('difference 1')).toStrictEqual([2, 1, 0]);
    expect(sorted('customer')).toStrictEqual([0, 2, 1]);
    expect(sorted('outcome 1')).toStrictEqual([0, 2, 1]);
  });

  it('shows each scenario, the differences, and sums that are those of the rows', () => {
    const order = Uint32Array.of(2, 0, 1);
    const source = compareSource(list, 'extra', order, format);
    const titles = source.columns.map(({ title }) => title);
    expect(titles).toStrictEqual([
      ...['Customer', 'Product', 'Extra, S0', 'Extra, S1', '± S1', '% S1', 'Outcome, S0', 'Outcome, S1'],
      'Subscription id',
    ]);
    const cell = (row: number, title: string) => source.text(row, titles.indexOf(title));
    expect(['Customer', '% S1', 'Outcome, S1'].map((title) => cell(0, title))).toStrictEqual([
      ...['Datum', '−100.0%', 'cancels'],
    ]);
    expect(cell(0, '± S1')).toBe(`−${cell(0, 'Extra, S0')}`);
    expect([cell(2, 'Customer'), cell(2, '± S1'), cell(2, '% S1')]).toStrictEqual(['b', '=', '=']);
    const differences = [0, 1, 2].map((row) => source.number?.(row, titles.indexOf('± S1')) ?? 0);
    expect(source.sumOf(titles.indexOf('± S1'))).toBe(differences.reduce((a, b) => a + b, 0));
    expect(source.totals(0)).toBe('3 subscriptions');
  });

  it('is taken away with exact figures and the shares as ratios', () => {
    const order = Uint32Array.of(2);
    const table = compareTable(list, compareSource(list, 'extra', order, format), order);
    expect(table.rows).toBe(2);
    expect(table.cell(0, 3).raw).toStrictEqual({ kind: 'number', decimal: '0.00' });
    expect(table.cell(0, 5).raw).toStrictEqual({ kind: 'number', decimal: '-1' });
    expect(table.columns.map(({ unit }) => unit).filter((unit) => unit === 'USD')).toHaveLength(3);
  });
});
