import fc from 'fast-check';
import { expect, test } from 'vitest';
import { moveReferences } from '../../../src/sheet/fill/move-references.ts';
import { runs } from '../../support/runs.ts';

test.each<[string, number, number, string]>([
  ['=A1', 1, 1, '=B2'],
  ['=$A1+A$1+$A$1', 1, 1, '=$A2+B$1+$A$1'],
  ['=SUM(A1:B2)', 2, 0, '=SUM(A3:B4)'],
  ['=SUM(A$1:A1)', 1, 0, '=SUM(A$1:A2)'],
  ['=SUM(A:C)', 5, 1, '=SUM(B:D)'],
  ['=SUM($A:C)', 0, 1, '=SUM($A:D)'],
  ['=SUM(1:3)', 1, 5, '=SUM(2:4)'],
  ['=SUM($1:3)', 1, 0, '=SUM($1:4)'],
  ['=Sheet1!A1+\'My A1 sheet\'!B2', 1, 0, "=Sheet1!A2+'My A1 sheet'!B3"],
  ['=Z9', 0, 1, '=AA9'],
  ['=A1', -1, 0, '=#REF!'],
  ['=A1', 0, -1, '=#REF!'],
  ['=SUM(A1:A5)', -1, 0, '=SUM(#REF!)'],
  ['=Sheet1!A1', -1, 0, '=#REF!'],
  ['=XFD1', 0, 1, '=#REF!'],
  ['=A1048576', 1, 0, '=#REF!'],
  ['="A1"&A1&"B""2"', 1, 0, '="A1"&A2&"B""2"'],
  ['=[@A1]+Table[B2]+[@[C 3]]', 1, 1, '=[@A1]+Table[B2]+[@[C 3]]'],
  ['=LOG10(A1)+1E5+EST_Uplift+TRUE', 1, 0, '=LOG10(A2)+1E5+EST_Uplift+TRUE'],
  ['=IF(A1;1,5;B2)', 1, 0, '=IF(A2;1,5;B3)'],
  ['=a1', 1, 0, '=a2'],
  ['=XFE1', 1, 0, '=XFE1'],
  ['A1', 1, 1, 'A1'],
  ['=IF(A1,', 1, 0, '=IF(A2,'],
])('%s moved by %d rows and %d columns', (formula, rows, columns, moved) => {
  expect(moveReferences(formula, rows, columns)).toBe(moved);
}); // prettier-ignore

test('moving there and back changes nothing', () => {
  const part = fc.constantFrom(
    'A1',
    '$B$2',
    'C$3',
    '$D4',
    'A1:B2',
    'E:F',
    '5:6',
    '"A1"',
    '[@A1]',
    'Name',
    'Sheet1!Z9',
    "'x y'!AA10:AB11",
    '1.5',
    '+',
    '*',
    'SUM(',
    ')',
    ',',
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), fc.nat(50), fc.nat(50), (parts, rows, columns) => {
      const formula = `=${parts.join(' ')}`;
      const moved = moveReferences(formula, rows, columns);
      expect(moveReferences(moved, -rows, -columns)).toBe(formula);
    }),
    { numRuns: runs(300) },
  );
});
