import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { portfolioTemplateXlsx } from '../../src/exporters/portfolio-template.ts';
import { resultsXlsx } from '../../src/exporters/results/xlsx.ts';
import { amountCell, type Cell, dayCell, numberCell, sheetOf, textCell } from '../../src/exporters/tabular/sheet.ts';
import { xlsxOf } from '../../src/exporters/tabular/xlsx.ts';
import { day, handMadeSimulation } from '../support/simulation.ts';
import { EVERYTHING, FORMULAS, MARKUP } from './hostile.ts';
import { fullScenario, plainScenario } from './scenarios.ts';
import { tinyInputs, tinySimulation } from './tiny.ts';
import { runs } from '../support/runs.ts';

const AS_OF = day('2026-11-22');
const context = { scenario: plainScenario, defaults: plainScenario, inputs: tinyInputs };

async function written(cells: readonly Cell[]): Promise<Uint8Array> {
  return xlsxOf(
    [sheetOf('S', [{ key: 'k', title: 'T', width: 9, cell: (cell: Cell) => cell }], cells)],
    'title',
    AS_OF,
  );
}

async function rowsOf(bytes: Uint8Array, sheet: number): Promise<readonly (readonly unknown[])[]> {
  return (await readXlsx(bytes)).sheets[sheet]?.rows ?? [];
}

async function readBack(cells: readonly Cell[]): Promise<readonly unknown[]> {
  return (await rowsOf(await written(cells), 0)).slice(1).map((row) => row[0]);
}

function parts(bytes: Uint8Array): string {
  return Object.values(unzipSync(bytes))
    .map((part) => strFromU8(part))
    .join('\n');
}

describe('the XLSX writer', () => {
  test('keeps hostile texts as texts', async () => {
    const texts = [...FORMULAS, ...MARKUP, '#N/A', '#DIV/0!', '_x0041_', '00123', '1E5', 'true'];
    expect(await readBack(texts.map(textCell))).toEqual(texts);
  });

  test('keeps any text', async () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1 });
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 50 }), async (texts) => {
        expect(await readBack(texts.map(textCell))).toEqual(texts);
      }),
      { numRuns: runs(40) },
    );
  });

  test('cuts a text that is longer than a cell, and says so in the cell', async () => {
    const [text] = await readBack([textCell('x'.repeat(40_000))]);
    expect(text).toHaveLength(32_767);
    expect(text).toMatch(/x … \[cut: 40000 characters\]$/);
  });

  test('writes amounts as numbers while a double is exact, beyond as text', async () => {
    expect(
      await readBack([
        amountCell(-123_456, 'USD'),
        amountCell(1428, 'JPY'),
        amountCell(999_999_999_999_999, 'USD'),
        amountCell(9_007_199_254_740_991, 'USD'),
        numberCell('5.1234567891'),
        dayCell(AS_OF),
        dayCell(day('1899-01-01')),
      ]),
    ).toEqual([
      -1234.56,
      1428,
      9_999_999_999_999.99,
      '90071992547409.91',
      5.1234567891,
      new Date('2026-11-22'),
      '1899-01-01',
    ]);
  });

  test('shows the digits of each currency', async () => {
    const book = parts(await written([amountCell(1, 'USD'), amountCell(1, 'JPY'), amountCell(1, 'KWD')]));
    for (const format of ['#,##0.00', '#,##0', '#,##0.000']) expect(book).toContain(`formatCode="${format}"`);
  });
});

describe('the results workbook', () => {
  test('has its sheets, each with a frozen header, a filter and widths', async () => {
    const bytes = await resultsXlsx(tinySimulation, context);
    const { sheets } = await readXlsx(bytes);
    expect(sheets.map(({ name }) => name)).toEqual([
      'Summary', 'Subscriptions', 'Months', 'Unpriced', 'Assumptions', 'Diagnostics',
    ]); // prettier-ignore
    for (const [path, part] of Object.entries(unzipSync(bytes)).filter(([name]) => name.includes('worksheets/sheet'))) {
      for (const mark of ['state="frozen"', '<autoFilter', '<cols>']) expect(strFromU8(part), path).toContain(mark);
    }
  });

  test('reads back as it was given', async () => {
    const bytes = await resultsXlsx(tinySimulation, context);
    const [header, first, second, third] = await rowsOf(bytes, 1);
    const column = (title: string): number => header?.indexOf(title) ?? -1;
    expect([first, second, third].map((row) => row?.[0])).toEqual(['sub-C', 'sub-a', 'sub-b']);
    expect(second?.[column('Customer')]).toBe('=北 Kita "KK"');
    expect(third?.[column('EST cost')]).toBe(6525);
    expect(third?.[column('Term end')]).toEqual(new Date('2026-12-31'));
    expect(third?.[column('SKU id')]).toBe('0001');
    const summary = await rowsOf(bytes, 0);
    expect(summary).toContainEqual(['prices.csv', 'SHA-256', 'b'.repeat(64)]);
    expect(summary).toContainEqual(['Totals JPY', 'EST cost', 1428]);
  });

  test('holds no formula, whatever names say', async () => {
    const rows = [{ id: EVERYTHING, customer: EVERYTHING, product: '=1+1', currency: 'USD', notes: '=1+1' }];
    const simulation = handMadeSimulation({ rows, unpriced: [{ row: 0, id: '=1+1', reason: '@SUM(A1)' }] });
    const book = parts(await resultsXlsx(simulation, { ...context, scenario: fullScenario('=1+1') }));
    expect(book).not.toMatch(/<f[\s>/]/);
    expect(book).not.toMatch(/t="e"/);
  });

  test('has the same bytes each time', async () => {
    const [first, second] = [await resultsXlsx(tinySimulation, context), await resultsXlsx(tinySimulation, context)];
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
  });
});

test('the template workbook has two examples and a help sheet that explains every column', async () => {
  const bytes = await portfolioTemplateXlsx();
  const portfolio = await rowsOf(bytes, 0);
  const help = await rowsOf(bytes, 1);
  expect(portfolio).toHaveLength(3);
  expect(help.slice(1).map((row) => row[0])).toEqual(portfolio[0]);
});
