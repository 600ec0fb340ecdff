import { describe, expect, test } from 'vitest';
import { markClasses, selectionClasses } from '../../../src/ui/grid/cell-class.ts';
import { rangeToTsv } from '../../../src/ui/grid/clipboard.ts';
import { figureOrMarks, fitWidth } from '../../../src/ui/grid/fit.ts';
import { cellCount, rangeOf, single } from '../../../src/ui/grid/selection.ts';
import { spokenSelection } from '../../../src/ui/grid/spoken.ts';
import { CELL, type GridSource } from '../../../src/ui/grid/source.ts';
import { type GridSummary, summarise } from '../../../src/ui/grid/summary.ts';
import { sampleColumns, sampleSource } from './samples.ts';

const source = sampleSource(10, sampleColumns(5));

describe('a selection', () => {
  test('is the rectangle between its corners, whichever way it was drawn', () => {
    const range = rangeOf({ anchor: { row: 7, column: 1 }, focus: { row: 3, column: 4 } });
    expect(range).toEqual({ top: 3, bottom: 7, left: 1, right: 4 });
    expect(cellCount(range)).toBe(20);
  });

  test('draws each edge once, and marks the corner that stays', () => {
    const range = { top: 1, bottom: 3, left: 1, right: 2 };
    const anchor = { row: 1, column: 1 };
    expect(selectionClasses(range, anchor, 1, 1)).toEqual(['selected', 'edge-top', 'edge-left', 'anchor']);
    expect(selectionClasses(range, anchor, 2, 2)).toEqual(['selected', 'edge-right']);
    expect(selectionClasses(range, anchor, 3, 3)).toEqual([]);
  });
});

describe('copying', () => {
  test('gives rows by CRLF and cells by tabs', () => {
    expect(rangeToTsv(source, { top: 1, bottom: 2, left: 0, right: 1 })).toBe('r1c0\tr1c1\r\nr2c0\tr2c1');
  });

  test('quotes what would break the table', () => {
    const odd: GridSource = {
      ...source,
      text: (_, column) => ['a\tb', 'say "hi"', 'two\nlines', 'plain'][column] ?? '',
    };
    expect(rangeToTsv(odd, { top: 0, bottom: 0, left: 0, right: 3 })).toBe('"a\tb"\t"say ""hi"""\t"two\nlines"\tplain');
  });

  test('takes the titles from the header, and the copy text where the source has one', () => {
    const plain: GridSource = { ...source, copyText: () => '-5.00' };
    expect(rangeToTsv(plain, { top: -1, bottom: -1, left: 0, right: 1 })).toBe('Column 0\tColumn 1');
    expect(rangeToTsv(plain, { top: 0, bottom: 0, left: 0, right: 0 })).toBe('-5.00');
  });
});

describe('the summary of a selection', () => {
  const numbers: GridSource = {
    ...source,
    text: (row, column) => (column === 4 ? '' : `r${String(row)}`),
    number: (row, column) => (column === 2 ? row * 100 : undefined),
    unit: (row) => (row % 2 === 0 ? 'USD' : 'EUR'),
  };

  test('counts cells and adds numbers, each currency for itself', () => {
    expect(finish(numbers, { top: 0, bottom: 3, left: 2, right: 4 })).toEqual({
      cells: 12,
      filled: 8,
      sums: [
        { unit: 'USD', count: 2, sum: 200 },
        { unit: 'EUR', count: 2, sum: 400 },
      ],
    });
  });

  test('has no sum rather than one with lost cents', () => {
    const huge: GridSource = { ...numbers, number: () => Number.MAX_SAFE_INTEGER, unit: () => '' };
    expect(finish(huge, { top: 0, bottom: 1, left: 0, right: 0 }).sums).toEqual([
      { unit: '', count: 2, sum: undefined },
    ]);
  });

  test('pauses on large selections and still adds up', () => {
    const large: GridSource = { ...sampleSource(50_000, sampleColumns(2)), number: () => 1 };
    const steps = summarise(large, { top: 0, bottom: 49_999, left: 0, right: 1 });
    let pauses = 0;
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) pauses += 1;
    expect(pauses).toBe(5);
    expect(step.value.sums[0]?.sum).toBe(100_000);
  });
});

function finish(from: GridSource, range: Parameters<typeof summarise>[1]): GridSummary {
  const steps = summarise(from, range);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

describe('a screen reader hears', () => {
  const marked: GridSource = { ...source, flags: (row) => (row === 2 ? CELL.override + CELL.warning : 0) };
  const hear = (row: number, column: number, text = marked): string =>
    spokenSelection(text, [{ key: 'c1', descending: true }], single({ row, column }));

  test('header, value and row of a cell, and its marks', () => {
    expect(hear(1, 3)).toBe('Column 3, r1c3, row 2');
    expect(hear(2, 3)).toBe('Column 3, r2c3, changed by you, warning, row 3');
    expect(hear(1, 3, { ...marked, text: () => '' })).toBe('Column 3, empty, row 2');
  });

  test('how a header sorts', () => {
    expect(hear(-1, 1)).toBe('Column 1, column header, sorted descending, key 1');
    expect(hear(-1, 2)).toBe('Column 2, column header');
  });

  test('the size of a range', () => {
    const range = { anchor: { row: 4, column: 2 }, focus: { row: 1, column: 1 } };
    expect(spokenSelection(marked, [], range)).toBe('4 by 2 cells selected');
  });

  test('the cell that Enter has gone to within a range', () => {
    const range = { anchor: { row: 1, column: 1 }, focus: { row: 4, column: 2 }, active: { row: 2, column: 1 } };
    expect(spokenSelection(source, [], range)).toBe('Column 1, r2c1, row 3');
  });

  test('the name, size and state of a group', () => {
    const grouped: GridSource = {
      ...source,
      groupAt: (row) => (row === 0 ? { level: 1, label: 'Contoso', count: 12, closed: true } : undefined),
    };
    expect(hear(0, 0, grouped)).toBe('group Contoso, 12 rows, closed');
    expect(hear(1, 0, grouped)).toBe('Column 0, r1c0, row 2');
  });

  test('nothing where there are no columns', () => {
    expect(hear(-1, 0, { ...marked, columns: [] })).toBe('');
  });
});

describe('cells', () => {
  test('carry their marks as classes', () => {
    expect(markClasses(0)).toEqual([]);
    expect(markClasses(CELL.bold + CELL.override)).toEqual(['bold', 'override']);
  });

  test('never show a part of a figure', () => {
    expect(figureOrMarks('1,234,567.89', 120, 7)).toBe('1,234,567.89');
    expect(figureOrMarks('1,234,567.89', 60, 7)).toBe('###');
  });

  test('fit to the widest of title and shown rows', () => {
    const wide: GridSource = { ...source, text: (row) => 'x'.repeat(row === 5 ? 80 : 3) };
    expect(fitWidth(wide, 0, 0, 4, 7)).toBeLessThan(200);
    expect(fitWidth(wide, 0, 4, 8, 7)).toBeGreaterThan(500);
  });
});
