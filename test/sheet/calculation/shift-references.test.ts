/** Formulas follow their cells: against a list of rows from which rows are taken and into which rows are put. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type LineShift,
  followMove,
  renameInFormula,
  shiftReferences,
} from '../../../src/sheet/calculation/shift-references.ts';
import { readReference } from '../../../src/sheet/calculation/reference-text.ts';
import { runs } from '../../support/runs.ts';

const rows = (at: number, count: number): LineShift => ({ sheet: 'Plan', axis: 'row', at, count });
const columns = (at: number, count: number): LineShift => ({ sheet: 'Plan', axis: 'column', at, count });

describe('rows and columns that come and go', () => {
  it.each([
    ['=A3', rows(2, 1), '=A4'],
    ['=A2', rows(2, 1), '=A2'],
    ['=$A$3+a3', rows(0, 2), '=$A$5+A5'],
    ['=SUM(A1:A3)', rows(1, 1), '=SUM(A1:A4)'],
    ['=SUM(A1:A3)', rows(3, 1), '=SUM(A1:A3)'],
    ['=SUM(A1:A3)', rows(1, -1), '=SUM(A1:A2)'],
    ['=SUM(A1:A3)', rows(2, -5), '=SUM(A1:A2)'],
    ['=SUM(A2:A3)', rows(0, -2), '=SUM(A1:A1)'],
    ['=SUM(A2:A3)', rows(1, -2), '=SUM(#REF!)'],
    ['=A2*2', rows(1, -1), '=#REF!*2'],
    ['=SUM(A:A)+SUM(2:2)', rows(0, 1), '=SUM(A:A)+SUM(3:3)'],
    ['=SUM(A:B)', columns(1, 1), '=SUM(A:C)'],
    ['=SUM($B:B)', columns(1, -1), '=SUM(#REF!)'],
    ['=B1#', columns(0, 1), '=C1#'],
    ['="A3"&[@A3]&Other!A3&LOG10(A3)', rows(0, 1), '="A3"&[@A3]&Other!A3&LOG10(A4)'],
    ['=plan!A3', rows(0, 1), '=plan!A4'],
    ['A3', rows(0, 1), 'A3'],
  ] as const)('%s', (formula, shift, expected) => {
    expect(shiftReferences(formula, shift, 'Plan')).toBe(expected);
  });

  it('change what other sheets, names and columns say of the sheet, and nothing else of theirs', () => {
    expect(shiftReferences("='Plan'!A3+A3", rows(0, 1), 'Other')).toBe('=Plan!A4+A3');
    expect(shiftReferences('=Plan!A3+A3', rows(0, 1), undefined)).toBe('=Plan!A4+A3');
    const quoted: LineShift = { ...rows(0, -1), sheet: "It's A1" };
    expect(shiftReferences("='It''s A1'!A3", quoted, undefined)).toBe("='It''s A1'!A2");
  });

  it('lose what leaves the last row', () => {
    expect(shiftReferences('=A1048576', rows(0, 1), 'Plan')).toBe('=#REF!');
    expect(shiftReferences('=SUM(A2:A1048576)', rows(0, 1), 'Plan')).toBe('=SUM(A3:A1048576)');
  });

  const shifts = fc.tuple(
    fc.nat(9),
    fc.integer({ min: -6, max: 6 }).filter((count) => count !== 0),
  );
  it('leave a block with the cells that are left of it', () => {
    fc.assert(
      fc.property(fc.nat(11), fc.nat(11), fc.boolean(), shifts, (a, b, isRow, [at, count]) => {
        // Every place has a number; those that come have none.
        const places: number[] = Array.from({ length: 12 }, (_, place) => place);
        const shift = isRow ? rows(at, count) : columns(at, count);
        if (count > 0) places.splice(at, 0, ...Array.from({ length: count }, () => -1));
        else places.splice(at, -count);
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const left = places.flatMap((place, now) => (place >= low && place <= high ? [now] : []));
        const write = (from: number, to: number): string =>
          isRow ? `C${String(from + 1)}:D${String(to + 1)}` : `${letter(from)}3:${letter(to)}4`;
        const expected = left.length === 0 ? '#REF!' : write(left[0] ?? 0, left.at(-1) ?? 0);
        expect(shiftReferences(`=${write(low, high)}`, shift, 'Plan')).toBe(`=${expected}`);
      }),
      { numRuns: runs(500) },
    );
  });
});

function letter(column: number): string {
  return String.fromCharCode(65 + column);
}

describe('cells that move', () => {
  const move = { sheet: 'Plan', from: { top: 0, left: 0, bottom: 1, right: 0 }, rows: 0, columns: 2 };
  it.each([
    ['=A1+B1', '=C1+B1'],
    ['=SUM(A1:$A$2)', '=SUM(C1:$C$2)'],
    ['=SUM(A1:A3)', '=SUM(A1:A3)'],
    ['=C2', '=#REF!'],
    ['=SUM(C1:C9)', '=SUM(C1:C9)'],
    ['=SUM(A:A)', '=SUM(A:A)'],
  ])('%s becomes %s', (formula, expected) => {
    expect(followMove(formula, move, 'Plan')).toBe(expected);
    expect(followMove(formula, move, 'Other')).toBe(formula);
  });

  it('come back when they move back, where nothing lay in their way', () => {
    const back = { ...move, from: { top: 0, left: 2, bottom: 1, right: 2 }, columns: -2 };
    const formula = '=A1+SUM(A1:A2)+B7';
    expect(followMove(followMove(formula, move, 'Plan'), back, 'Plan')).toBe(formula);
  });
});

it('a sheet that is renamed is renamed in formulas, in quotes where it must be', () => {
  expect(renameInFormula('=Plan!A1+plan!A:A+Plans!A1+"Plan!A1"', 'Plan', "Bob's plan")).toBe(
    `='Bob''s plan'!A1+'Bob''s plan'!A:A+Plans!A1+"Plan!A1"`,
  );
  expect(renameInFormula("='Bob''s plan'!A1", "Bob's plan", 'A1')).toBe("='A1'!A1");
  expect(readReference("'Bob''s plan'!A1")?.sheet).toBe("Bob's plan");
});
