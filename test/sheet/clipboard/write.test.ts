import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseClipboard } from '../../../src/sheet/clipboard/parse-clipboard.ts';
import { parseForGrid } from '../../../src/sheet/clipboard/parse-for-grid.ts';
import { parseTsv } from '../../../src/sheet/clipboard/tsv.ts';
import { type CopyCell, writeClipboard } from '../../../src/sheet/clipboard/write-clipboard.ts';
import { FORMULA_LIKE } from '../../../src/core/formula-guard.ts';
import { readTyped } from '../../../src/sheet/typed/read-typed.ts';
import { FORMULAS, MARKUP } from '../../exporters/hostile.ts';
import { runs } from '../../support/runs.ts';

const text = (each: string): CopyCell => ({ kind: 'text', text: each });

test('text: tabs, CRLF, quotes where needed, titles on request', () => {
  const rows: CopyCell[][] = [
    [text('a'), text('b\n"c"')],
    [{ kind: 'number', text: '1,5', decimal: '1.5' }, text('')],
  ];
  expect(writeClipboard(rows).text).toBe('a\t"b\n""c"""\r\n1,5\t\r\n');
  expect(writeClipboard(rows, { headers: ['A', 'B'] }).text).toBe('A\tB\r\na\t"b\n""c"""\r\n1,5\t\r\n');
  expect(writeClipboard(rows, { headers: ['A', '=B'] }).html).toContain('&#39;=B');
});

test('ids are marked as text, figures carry their value for all three programs', () => {
  const { html } = writeClipboard([[text('00012'), { kind: 'number', text: '1.234,50', decimal: '1234.50' }]]);
  expect(html).toContain('.t{mso-number-format:"\\@";}');
  expect(html).toMatch(/<td class=t [^>]*sdnum="1033;0;@"[^>]*>00012</);
  expect(html).toMatch(/x:num="1234\.50" sdval="1234\.50"[^>]*"3":1234\.50\}'[^>]*>1\.234,50</);
});

test('a figure with more digits than a double holds goes out as text and comes back whole', () => {
  const decimal = '1234567890123456.78';
  const source = writeClipboard([[{ kind: 'number', text: decimal, decimal }]]);
  expect(source.html).toContain('class=t');
  expect(parseForGrid(source, 'de-DE')).toEqual([['1234567890123456,78']]);
});

test('nothing runs, nothing breaks out, and everything comes back', () => {
  const rows = [...FORMULAS, ...MARKUP].map((each) => [text(each), text('end')]);
  const source = writeClipboard(rows);
  for (const [cell = ''] of parseTsv(source.text)) expect(/^[\s\p{Cf}\p{Cc}]*[=+\-@＝＋－＠]/u.test(cell)).toBe(false);
  expect(source.html).not.toMatch(/<(?:script|img|svg|iframe|base)/i);
  const back = parseForGrid(source, 'en-US') ?? [];
  const read = back.map(([cell = '']) => readTyped(cell, { kind: 'text' }, 'en-US'));
  const plain = (each: string) => each.replaceAll('\r', '\n').replaceAll('\0', '');
  expect(read.map((each) => (each.ok && each.value.kind === 'text' ? plain(each.value.text) : ''))).toEqual(
    [...FORMULAS, ...MARKUP].map((each) => plain(each)),
  );
});

const cells: fc.Arbitrary<CopyCell> = fc.oneof(
  fc.string().map((each) => text(each.replaceAll(/[\r\0]/g, ''))),
  fc.integer({ min: -999_999_999, max: 999_999_999 }).map((cents): CopyCell => {
    const decimal = String(cents / 1000);
    return { kind: 'number', text: decimal.replace('.', ','), decimal };
  }),
);

test('what is copied is pasted as it was, with or without HTML', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(cells, cells), { minLength: 1, maxLength: 8 }), (rows) => {
      const source = writeClipboard(rows);
      const expected = rows.map((row) =>
        row.map((cell) => (cell.kind === 'text' && FORMULA_LIKE.test(cell.text) ? `'${cell.text}` : cell.text)),
      );
      expect(parseForGrid(source, 'de-DE')).toEqual(expected);
      expect(parseForGrid({ ...source, html: '' }, 'de-DE')).toEqual(expected);
      expect(
        parseClipboard(source)?.every((row) =>
          row.every(({ text: each, raw }) => raw !== undefined || each !== each.trim()),
        ),
      ).toBe(true);
    }),
    { numRuns: runs(300) },
  );
});
