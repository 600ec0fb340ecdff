import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseFormula } from '../../../src/sheet/formula/parse.ts';
import { needsOf } from '../../../src/sheet/formula/needs.ts';
import { runs } from '../../support/runs.ts';

describe('what cannot be read says where and why', () => {
  test.each([
    ['=', 1, 1, 'Write something behind the equals sign.'],
    ['=1+', 3, 3, 'Something is missing here.'],
    ['=SUM(1,2', 4, 5, 'This bracket is not closed.'],
    ['=SUM(1))', 7, 8, 'No bracket was opened that this one could close.'],
    ['="abc', 1, 5, 'This text has no closing quotation mark.'],
    ['=[@Cost', 1, 2, 'This reference to a column is not closed: ] is missing.'],
    ['=1+*2', 3, 4, '* does not fit here.'],
    ['=SUM(1 2)', 7, 8, '2 does not fit here.'],
    ['=A1 B1', 4, 6, 'Two references side by side: an operator or a separator is missing.'],
    ['=SUM((A1,B1))', 6, 11, 'References parted by commas cannot be joined to one area.'],
    ['=[Book]S!A1', 1, 11, 'A formula cannot reach into other files.'],
    ['=S1:S3!A1', 1, 9, 'An area goes from one cell to another of the same sheet, such as A1:B3.'],
    ['=T[#Headers]', 1, 12, 'Only the cells of a column can be used, not its header or totals.'],
    ['=T[[a]:[b]]', 1, 11, 'Name one column.'],
    ['={1,2;3}', 1, 8, 'The rows between { and } have different lengths.'],
    ['=LAMBDA(x,x)', 1, 12, 'LAMBDA is not known here.'],
    ['=1e999', 1, 6, '1e999 does not fit here.'],
    [`=${'-'.repeat(3000)}1`, 1502, 3002, 'This formula is nested too deeply.'],
    [`="${'a'.repeat(9000)}"`, 0, 9003, 'This formula is longer than 8,192 characters.'],
  ])('%#', (text, start, end, words) => {
    expect(parseFormula(text)).toEqual({ ok: false, error: { start, end, words } });
  });
});

test('no text makes the parser throw, and problems lie within the text', () => {
  const piece = fc.constantFrom(
    '=',
    '(',
    ')',
    '[',
    ']',
    '@',
    '{',
    '}',
    '"',
    "'",
    ',',
    ';',
    '.',
    '!',
    ':',
    '#',
    '%',
    '^',
    '-',
    'A1',
    'SUM',
    'x',
    '1',
    '1e9',
    ' ',
    '$',
    'ä',
    '\n',
    '😀',
    '__proto__',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join('');
      const read = parseFormula(text);
      if (read.ok) return;
      expect(read.error.start).toBeGreaterThanOrEqual(0);
      expect(read.error.end).toBeLessThanOrEqual(text.length);
      expect(read.error.start).toBeLessThanOrEqual(read.error.end);
    }),
    { numRuns: runs(3000) },
  );
});

test('a long sum is read', () => {
  expect(parseFormula(`=1${'+1'.repeat(1400)}`).ok).toBe(true);
});

test('what a formula reads', () => {
  const read = parseFormula(
    "=LET(x,[@Seats],x*Uplift+SUM(Portfolio[Unit price])+[@[Unit price]])+'My sheet'!A1+SUM(B2:C3)+x",
  );
  expect(read.ok).toBe(true);
  if (!read.ok) return;
  expect(needsOf(read.value)).toEqual({
    columns: [
      { table: undefined, column: 'Seats' },
      { table: 'Portfolio', column: 'Unit price' },
      { table: undefined, column: 'Unit price' },
    ],
    names: ['Uplift', 'x'],
    cells: [{ sheet: 'My sheet', row: 0, column: 0 }],
    ranges: [{ sheet: undefined, range: { top: 1, left: 1, bottom: 2, right: 2 } }],
    sheets: ['My sheet'],
    tables: ['Portfolio'],
  });
});
