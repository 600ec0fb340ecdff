import { describe, expect, test } from 'vitest';
import { resultsDocument } from '../../src/exporters/results/document.ts';
import { resultsJson } from '../../src/exporters/results/json.ts';
import { diagnose } from '../../src/core/diagnostics.ts';
import { handMadeSimulation, month, totals } from '../support/simulation.ts';
import { tinyInputs, tinySimulation } from './tiny.ts';

describe('the results file', () => {
  test('is the golden file, byte for byte', async () => {
    await expect(resultsJson(tinySimulation, tinyInputs)).toMatchFileSnapshot('../golden/exporters/tiny.results.json');
  });

  test('is the same for the same input', () => {
    expect(resultsJson(tinySimulation, tinyInputs.toReversed())).toBe(resultsJson(tinySimulation, tinyInputs));
  });

  test('sorts subscriptions, months, unpriced and currencies by code unit, inputs by import', () => {
    const document = resultsDocument(tinySimulation, tinyInputs);
    expect(document.subscriptions.map(({ id }) => id)).toEqual(['sub-C', 'sub-a', 'sub-b']);
    expect(Object.keys(document.totals)).toEqual(['JPY', 'USD']);
    expect(document.months.map((m) => `${m.month} ${m.currency}`)).toEqual([
      '2027-01 USD',
      '2027-10 JPY',
      '2027-10 USD',
    ]);
    expect(document.inputs.map(({ file }) => file)).toEqual(['portfolio.csv', 'prices.csv']);
  });

  test('writes yen without and dinars with three decimals, and negative cents', () => {
    const simulation = handMadeSimulation({
      totals: [totals('JPY', { est: -90_861 }), totals('KWD', { est: 1 }), totals('USD', { est: -5 })],
      months: [month('2026-12', 'JPY', { est: 7 })],
    });
    const { totals: byCurrency, months } = resultsDocument(simulation, []);
    expect([byCurrency['JPY']?.est, byCurrency['KWD']?.est, byCurrency['USD']?.est]).toEqual([
      '-90861',
      '0.001',
      '-0.05',
    ]);
    expect(months[0]?.est).toBe('7');
  });

  test('gives seats as a number only when that is exact', () => {
    const rows = ['25', '2.5', '9007199254740993', '0'].map((seats, index) => ({ id: String(index), seats }));
    expect(resultsDocument(handMadeSimulation({ rows }), []).subscriptions.map(({ seats }) => seats)).toEqual([
      25,
      '2.5',
      '9007199254740993',
      0,
    ]);
  });

  test('keeps diagnostics in input order, extra ones before the engine’s, without empty keys', () => {
    const extra = [diagnose('error', 'not-recognised', { file: 'x.bin' }, { wanted: 'a', found: 'b' })];
    const { diagnostics } = resultsDocument(tinySimulation, tinyInputs, extra);
    expect(diagnostics.map(({ code }) => code)).toEqual(['empty-file', 'not-recognised', 'unreadable']);
    expect(diagnostics.map((diagnostic) => Object.keys(diagnostic).join())).toEqual([
      'file,row,column,severity,code,message',
      'file,severity,code,message',
      'file,row,severity,code,message',
    ]);
  });
});
