import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatKind } from '../../../src/sheet/clipboard/cell-formats.ts';
import { decodeEntities } from '../../../src/sheet/clipboard/entities.ts';
import { parseClipboard } from '../../../src/sheet/clipboard/parse-clipboard.ts';
import { runs } from '../../support/runs.ts';

const htmlTexts = (html: string) => parseClipboard({ text: '', html })?.map((row) => row.map(({ text }) => text));

describe('HTML tables', () => {
  test.each<[string, string, string[][] | undefined]>([
    ['spans hold their value once', '<table><tr><td rowspan=2>a<td colspan=2>b<td>c<tr><td>d<td>e<td>f</table>', [['a', 'b', '', 'c'], ['', 'd', 'e', 'f']]],
    ['a span reaches below the last cell of a row', '<tr><td>a<td rowspan=3>b<tr><td>c<tr></tr>', [['a', 'b'], ['c', ''], ['', '']]],
    ['breaks and paragraphs are lines', '<tr><td>a<br>b<br/>c</td><td><p>d</p><p>e</p></td></tr>', [['a\nb\nc', 'd\ne']]],
    ['blanks run together, no-break blanks do not', '<tr><td> a \n  b&nbsp;&nbsp;c </td></tr>', [['a b  c']]],
    ['an empty cell is empty', '<tr><td>&nbsp;</td><td></td><td>x</td></tr>', [['', '', 'x']]],
    ['hidden rows are left away', '<tr style="display:none"><td>a</td></tr><tr><td>b</td></tr>', [['b']]],
    ['text that overflows its cell is part of it', "<tr><td>long<span style='display:none'>er</span></td></tr>", [['longer']]],
    ['tags may be written in any way', '<TABLE><TR bgcolor=#fff><TD\nTITLE="a>b" x=\'c"d\'>e</TD></TR></TABLE>', [['e']]],
    ['signs that are no tags are text', '<tr><td>a < b > c <3 &lt;td&gt;</td></tr>', [['a < b > c <3 <td>']]],
    ['what is no markup is passed over', '<tr><td>a<!-- <td>no</td> --><script>"</td>"</script><style>td{}</style>b</td></tr>', [['ab']]],
    ['an unclosed comment ends it', '<tr><td>a</td></tr><!-- <tr><td>b</td></tr>', [['a']]],
    ['an unclosed tag ends it', '<tr><td>a</td><td title="b', [['a', '']]],
    ['no table, no cells', '<p>text</p>', undefined],
    ['nothing', '', undefined],
  ])('%s', (_, html, rows) => expect(htmlTexts(html)).toEqual(rows)); // prettier-ignore

  test('a span of millions of cells is refused', () => {
    const html = `<table>${'<tr><td colspan=16384 rowspan=1000000>a</td></tr>'.repeat(300)}</table>`;
    expect(htmlTexts(html)).toBeUndefined();
  });

  test('nothing makes it throw', () => {
    const part = fc.constantFrom('<', '>', '"', "'", '&', '<td', '<tr>', '</tr>', '<table>', '</table>', '<!--', '-->', ' rowspan=3', ' colspan=2', ' data-sheets-value="{', 'a', ' ', '\0', '&#x110000;', '<![if supportMisalignedColumns]>', '<style>', '.a{mso-number-format:"', '\\');
    fc.assert(fc.property(fc.array(part, { maxLength: 60 }), (parts) => void htmlTexts(parts.join(''))), { numRuns: runs(500) });
  }); // prettier-ignore
});

describe('text and HTML together', () => {
  const value = (text: string, html: string) => parseClipboard({ text, html });
  const five = '<td x:num="5.25">5</td>';

  test('HTML adds the value where both say the same', () => {
    expect(value('5\n', `<tr>${five}</tr>`)).toEqual([
      [{ text: '5', raw: { kind: 'number', decimal: '5.25', format: 'number' } }],
    ]);
  });
  test('text wins where they disagree', () => {
    expect(value('6\n', `<tr>${five}</tr>`)).toEqual([[{ text: '6' }]]);
    expect(value('5\t\n5\t\n', `<tr>${five}</tr>`)).toEqual([[{ text: '5' }, { text: '' }], [{ text: '5' }, { text: '' }]]); // prettier-ignore
  });
  test('text without tabs gives way to a table of several columns', () => {
    expect(value('a\nb\n', '<tr><td>a</td><td>b</td></tr>')).toEqual([[{ text: 'a' }, { text: 'b' }]]);
  });
  test('hidden rows count when the text has them', () => {
    const html = `<tr>${five}</tr><tr style='display:none'>${five}</tr>`;
    expect(value('5\n5\n', html)?.[1]?.[0]?.raw).toBeDefined();
    expect(value('5\n', html)?.[0]?.[0]?.raw).toBeDefined();
  });
});

test.each([
  ['General', 'number'], ['Standard', 'number'], ['0.00', 'number'], ['#,##0.00 "€"', 'number'], ['#.##0,00 [$€-407];[RED]-#.##0,00 [$€-407]', 'number'],
  ['0%', 'percent'], ['0,00%', 'percent'], ['Percent', 'percent'], ['dd/mm/yyyy', 'date'], ['TT.MM.JJJJ', 'date'], ['JJ/MM/AAAA', 'date'], ['ÅÅÅÅ-MM-DD', 'date'],
  ['[$-409]d\\-mmm\\-yyyy;@', 'date'], ['mmm-yy', 'date'], ['Short Date', 'date'], ['d/m/yy h:mm', 'date'], ['h:mm:ss', 'time'], ['[h]:mm', 'time'], ['hh:mm:ss.00', 'time'],
  ['@', 'text'], ['00000', 'padded'], ['0.00E+00', 'number'], ['# ?/?', 'number'], ['"day" 0', 'number'], ['BOOLEAN', 'number'],
])('format %s is a %s', (format, kind) => expect(formatKind(format)).toBe(kind)); // prettier-ignore

test('character references, named, decimal and hexadecimal', () => {
  expect(decodeEntities('&amp;lt; &Auml;&ouml;&euro;&#8364;&#x20AC;&#128;&nosuch; &copy &')).toBe(
    '&lt; Äö€€€€&nosuch; © &',
  );
});
