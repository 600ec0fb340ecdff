import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { diagnose } from '../../src/core/diagnostics.ts';
import { portfolioTemplateCsv } from '../../src/exporters/portfolio-template.ts';
import { diagnosticsCsv, monthsCsv, rejectsCsv, resultsCsv } from '../../src/exporters/results/csv.ts';
import { FORMULA_LIKE } from '../../src/core/formula-guard.ts';
import { csvOf } from '../../src/exporters/tabular/csv.ts';
import { amountCell, dayCell, numberCell, sheetOf, textCell } from '../../src/exporters/tabular/sheet.ts';
import { day, handMadeSimulation } from '../support/simulation.ts';
import { FORMULAS, MARKUP } from './hostile.ts';
import { tinyInputs, tinySimulation } from './tiny.ts';
import { runs } from '../support/runs.ts';

/** What a spreadsheet would evaluate, told independently of the writer: the first visible character decides. */
function wouldRun(cell: string): boolean {
  const visible = cell.replace(/^[\s\p{Cc}\p{Cf}]+/u, '');
  return '=+-@＝＋－＠'.includes(visible.charAt(0) || 'x') || /^[\t\r\n]/.test(cell);
}

const unguarded = (cell: string): string =>
  cell.startsWith("'") && FORMULA_LIKE.test(cell.slice(1)) ? cell.slice(1) : cell;

function textsAsCsv(texts: readonly string[]): string {
  const columns = [
    { key: 'text', title: '', width: 1, cell: textCell },
    { key: 'end', title: '', width: 1, cell: () => textCell('end') },
  ];
  return csvOf(sheetOf('', columns, texts));
}

function read(csv: string): string[][] {
  return Papa.parse<string[]>(csv.replace(/^\uFEFF/, ''), { newline: '\r\n', delimiter: ',' }).data;
}

function expectInert(texts: readonly string[]): void {
  const csv = textsAsCsv(texts);
  const cells = read(csv)
    .slice(1, -1)
    .map(([cell]) => cell ?? '');
  expect(cells.filter(wouldRun)).toEqual([]);
  expect(cells.map(unguarded)).toEqual(texts);
}

describe('the CSV writer', () => {
  test('guards every formula of the corpus, and the text comes back', () => {
    expectInert([...FORMULAS, ...MARKUP]);
  });

  test('guards with an apostrophe and quotes', () => {
    expect(textsAsCsv(['=1+1', '-5', 'a";=1+1'])).toBe(
      '\uFEFFtext,end\r\n"\'=1+1",end\r\n"\'-5",end\r\n"a"";=1+1",end\r\n',
    );
  });

  test('guards any text', () => {
    const unit = fc.constantFrom(...Array.from('=+-@\t\r\n ＝＋－＠\u200B\uFEFF;,"\'aé1\u00A0\0'));
    const anything = fc.oneof(fc.string({ unit }), fc.string({ unit: 'binary' }));
    fc.assert(
      fc.property(fc.array(anything, { minLength: 1, maxLength: 20 }), (texts) => {
        expectInert(texts);
      }),
      { numRuns: runs(1000) },
    );
  });

  test('guards headers', () => {
    expect(csvOf(sheetOf('', [{ key: '=x', title: '', width: 1, cell: () => textCell('') }], []))).toBe(
      '\uFEFF"\'=x"\r\n',
    );
  });

  test('leaves numbers, amounts and days bare, by type', () => {
    const cells = [numberCell('-5.25'), amountCell(-123, 'USD'), amountCell(-123, 'JPY'), dayCell(day('2026-11-22'))];
    const columns = cells.map((cell, index) => ({ key: String(index), title: '', width: 1, cell: () => cell }));
    expect(read(csvOf(sheetOf('', columns, [0])))[1]).toEqual(['-5.25', '-1.23', '-123', '2026-11-22']);
  });
});

describe('CSV exports', () => {
  test('subscriptions: one row each with all figures, ids in order', () => {
    const [header, ...rows] = read(resultsCsv(tinySimulation));
    expect(rows.map(([id]) => id)).toEqual(['sub-C', 'sub-a', 'sub-b', '']);
    const cell = (row: number, key: string): string | undefined => rows[row]?.[header?.indexOf(key) ?? -1];
    expect(cell(1, 'customer')).toBe('\'=北 Kita "KK"');
    expect([cell(1, 'est'), cell(2, 'est'), cell(2, 'margin')]).toEqual(['1428', '6525.00', '-381.00']);
    expect([cell(2, 'cliff.commitment'), cell(0, 'currentUnit'), cell(0, 'seats')]).toEqual([
      '2.64',
      '5.1234567891',
      '2.5',
    ]);
    expect([cell(2, 'skuId'), cell(2, 'termEnd')]).toEqual(['0001', '2026-12-31']);
  });

  test('an id that looks like a number keeps its zeros, one that looks like a formula its guard', () => {
    const rows = [{ id: '0007', customer: '-5' }];
    const line = read(resultsCsv(handMadeSimulation({ rows })))[1];
    expect([line?.[0], line?.[2]]).toEqual(['0007', "'-5"]);
  });

  test('months', () => {
    expect(read(monthsCsv(tinySimulation)).slice(0, 3)).toEqual([
      ['month', 'currency', 'est', 'current', 'extra', 'passed', 'delayed', 'absorbed'],
      ['2027-01', 'USD', '6525.00', '5544.00', '981.00', '600.00', '0.00', '381.00'],
      ['2027-10', 'JPY', '1428', '1217', '211', '0', '0', '219'],
    ]);
  });

  test('rejects and diagnostics keep line, column, reason and the original text', () => {
    const [reject] = tinyInputs.flatMap(({ diagnostics }) => diagnostics);
    const rejects = reject === undefined ? [] : [reject];
    expect(read(rejectsCsv(rejects))[1]).toEqual([
      'portfolio.csv', '6', 'Quantity', 'empty-file', 'The file is empty. Download it again.', "'=2+3,x",
    ]); // prettier-ignore
    expect(read(diagnosticsCsv([diagnose('info', 'empty-file', { file: '@x' })]))[1]?.slice(0, 4)).toEqual([
      "'@x", '', '', 'info',
    ]); // prettier-ignore
  });

  test('the template has the header of the portfolio file and two examples', () => {
    const [header, ...rows] = read(portfolioTemplateCsv());
    expect(header?.join(', ')).toBe(
      'CustomerId, CustomerName, SubscriptionId, ProductId, SkuId, OfferName, Segment, Market, Currency, Quantity, ' +
        'TermDuration, BillingPlan, CommitmentStartDate, CommitmentEndDate, AutoRenewEnabled, ScheduledAction, ' +
        'PromotionPercent, PricePaidPerSeatMonth, CustomerPricePerSeatMonth, Status, IsTrial',
    );
    expect(rows.filter((row) => row.length > 1).map((row) => row[2])).toEqual(['example-0001', 'example-0002']);
  });
});
