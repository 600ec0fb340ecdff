import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { guardFormula } from '../../../src/core/formula-guard.ts';
import { tableCsv } from '../../../src/exporters/table/csv.ts';
import { csvStyle, type CsvStyle, PROGRAM_STYLE } from '../../../src/exporters/table/csv-style.ts';
import type { TableExport } from '../../../src/core/table-export.ts';
import { FORMULAS, MARKUP } from '../hostile.ts';
import { column, day, error, flag, number, table, text } from './tables.ts';

const csv = (source: TableExport, style: CsvStyle): string => [...tableCsv(source, style)].join('');

const mixed = table(
  [
    column('Subscription id', 'id'),
    column('Customer', 'text'),
    column('Seats', 'number'),
    column('EST cost', 'number', { unit: 'EUR', format: { kind: 'currency', currency: 'EUR' } }),
    column('Uplift', 'number', { format: { kind: 'percent', digits: 1 } }),
    column('Term end', 'day'),
    column('Trial', 'text', { kind: 'number' }),
  ],
  [
    [text('00012'), text('Müller; Söhne, "M"'), number('1250', '1.250'), number('1234.5', '1.234,50'), number('0.125', '12,5 %'), day('2026-12-31'), flag(true)],
    [text('1E5'), text('two\nlines'), number('-3', '−3'), number('12345678901234567.89'), number('-0.005'), text('—'), error('#DIV/0!')],
  ],
); // prettier-ignore

describe('the table on screen as CSV', () => {
  test('for programs: commas, points, ISO days, all digits', () => {
    expect(csv(mixed, PROGRAM_STYLE)).toBe(
      '\uFEFFSubscription id,Customer,Seats,EST cost (EUR),Uplift,Term end,Trial\r\n' +
        '00012,"Müller; Söhne, ""M""",1250,1234.5,12.5%,2026-12-31,yes\r\n' +
        '1E5,"two\nlines",-3,12345678901234567.89,-0.5%,—,#DIV/0!\r\n',
    );
  });
  test.each([
    ['de-DE', '00012;"Müller; Söhne, ""M""";1250;1234,5;12,5%;31.12.2026;yes'],
    ['fr-FR', '00012;"Müller; Söhne, ""M""";1250;1234,5;12,5%;31/12/2026;yes'],
    ['sv-SE', '00012;"Müller; Söhne, ""M""";1250;1234,5;12,5%;2026-12-31;yes'],
    ['en-US', '00012,"Müller; Söhne, ""M""",1250,1234.5,12.5%,12/31/2026,yes'],
  ])('in %s', (locale, line) => expect(csv(mixed, csvStyle(locale)).split('\r\n')[1]).toBe(line));

  test('a decimal comma in a file parted by commas is quoted', () => {
    const style: CsvStyle = { ...csvStyle('de-DE'), separator: ',' };
    expect(csv(table([column('A', 'number')], [[number('1.5')]]), style)).toContain('\r\n"1,5"\r\n');
  });
  test('amounts of several currencies say which', () => {
    const amounts = table(
      [column('Cost', 'number', { format: { kind: 'currency' } }), column('B', 'text')],
      [
        [number('1.5', '1.50 EUR', 'EUR'), text('x')],
        [number('2', '2 JPY', 'JPY'), text('y')],
      ],
    );
    expect(csv(amounts, PROGRAM_STYLE)).toBe('\uFEFFCost,Cost: currency,B\r\n1.5,EUR,x\r\n2,JPY,y\r\n');
  });
  test('no text runs as a formula, nor does a title', () => {
    const hostile = [...FORMULAS, ...MARKUP];
    const written = csv(table([column('=1+1', 'text'), column('n', 'number')], hostile.map((each) => [text(each), text(each)])), csvStyle('de-DE'));
    const { data } = Papa.parse<string[]>(written.slice(1), { delimiter: ';', newline: '\r\n' });
    expect(data[0]).toEqual(["'=1+1", 'n']);
    for (const [index, each] of hostile.entries()) {
      const guarded = guardFormula(each);
      expect(data[index + 1]?.[0]).toBe(guarded);
      expect(data[index + 1]?.[1]).toBe(guarded);
    }
  }); // prettier-ignore
  test('a table without columns or rows is a line of titles', () => {
    expect(csv(table([column('A', 'text')], []), PROGRAM_STYLE)).toBe('\uFEFFA\r\n');
    expect(csv(table([column('A', 'text')], [[text('')]]), PROGRAM_STYLE)).toBe('\uFEFFA\r\n""\r\n');
  });
});
