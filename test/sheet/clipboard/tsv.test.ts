import fc from 'fast-check';
import { expect, test } from 'vitest';
import { transpose } from '../../../src/sheet/clipboard/transpose.ts';
import { parseTsv, writeTsv } from '../../../src/sheet/clipboard/tsv.ts';
import { runs } from '../../support/runs.ts';

test.each<[string, string[][]]>([
  ['a\tb\r\nc\td\r\n', [['a', 'b'], ['c', 'd']]],
  ['a\tb\nc\td', [['a', 'b'], ['c', 'd']]],
  ['a\tb\rc\td\r', [['a', 'b'], ['c', 'd']]],
  ['a', [['a']]],
  ['a\t', [['a', '']]],
  ['\r\n', [['']]],
  ['a\n\nb\n', [['a'], [''], ['b']]],
  ['a\n\n', [['a'], ['']]],
  ['a\tb\tc\nd\n', [['a', 'b', 'c'], ['d']]],
  ['"a\tb"\tc\n', [['a\tb', 'c']]],
  ['"two\r\nlines"\tc\r\n', [['two\nlines', 'c']]],
  ['"say ""hi"""\tc\n', [['say "hi"', 'c']]],
  ['5" screen\tb\n', [['5" screen', 'b']]],
  ['"A" and "B"\tb\n', [['"A" and "B"', 'b']]],
  ['"unclosed\tb\n', [['"unclosed', 'b']]],
  ['"\tb\n', [['"', 'b']]],
  ['""\tb\n', [['', 'b']]],
  ['"a"\n"b"', [['a'], ['b']]],
  ['a"b""c\td', [['a"b""c', 'd']]],
  [' a \t b\n', [[' a ', ' b']]],
  ['a\tb\0\0', [['a', 'b']]],
])('%j', (text, rows) => expect(parseTsv(text)).toEqual(rows)); // prettier-ignore

const cell = fc.oneof(fc.string(), fc.stringMatching(/^["\t\n a]{0,6}$/));
const table = fc
  .integer({ min: 1, max: 5 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }));

test('what is written is read back', () => {
  fc.assert(
    fc.property(table, (rows) => {
      const plain = rows.map((row) => row.map((text) => text.replaceAll('\r', '').replaceAll('\0', '')));
      expect(parseTsv(writeTsv(plain))).toEqual(plain);
    }),
    { numRuns: runs(500) },
  );
});

test('rows become columns and back, short rows are filled', () => {
  expect(transpose([['a', 'b', 'c'], ['d']], '')).toEqual([['a', 'd'], ['b', ''], ['c', '']]); // prettier-ignore
  fc.assert(
    fc.property(table, (rows) => {
      expect(transpose(transpose(rows, ''), '')).toEqual(rows);
    }),
    { numRuns: runs(100) },
  );
});
