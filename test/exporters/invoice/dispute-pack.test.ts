import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { coveringText, disputeBook, disputeFiles, disputePage } from '../../../src/exporters/invoice/pack.ts';
import { EVERYTHING, FORMULAS, MARKUP } from '../hostile.ts';
import { tokens } from '../html-tags.ts';
import { CHOICES, difference, disputes, hostileDisputes } from './disputes.ts';

describe('a dispute pack', () => {
  test('says what was billed, what it should have been, why, and where it stands', async () => {
    const { text } = tokens(disputePage(disputes()));
    for (const said of [
      '1. Quantity: Contoso',
      '100 seats were billed, 10 were held.',
      'A cycle is billed for the seats held when it begins',
      'Note: Ten times what we hold.',
      'june.csv',
      'G012345678',
      'price list: prices.csv, row 7',
      '▲ +1,728.00',
      'Fabrikam',
      '292.20',
    ])
      expect(text.replace(/\s+/g, ' '), said).toContain(said);
  });

  test('is a workbook of real numbers and days, with every line of evidence by its difference', async () => {
    const { sheets } = await readXlsx(await disputeBook(disputes()));
    expect(sheets.map(({ name }) => name)).toEqual([
      ...['Summary', 'Totals', 'By cause', 'Differences', 'Billed lines', 'Expected lines', 'Refund windows'],
    ]);
    const rowOf = (name: string): Readonly<Record<string, unknown>> => {
      const [head = [], row = []] = sheets.find((sheet) => sheet.name === name)?.rows ?? [];
      return Object.fromEntries(head.map((title, at): [string, unknown] => [String(title), row[at]]));
    };
    expect(rowOf('Totals')).toEqual({ Currency: 'EUR', Differences: 1, Difference: 1728 });
    expect(rowOf('Differences')).toMatchObject({ 'No.': 1, Billed: 1920, 'Should be': 192, Difference: 1728 });
    expect(rowOf('Billed lines')).toMatchObject({ 'No.': 1, File: 'june.csv', Row: 6, 'Before tax': 1920 });
    expect(rowOf('Billed lines')['From']).toEqual(new Date('2026-06-10'));
    expect(rowOf('Expected lines')).toMatchObject({ 'No.': 1, Quantity: 10, 'Unit price': 19.2, Days: '30/30' });
    expect(rowOf('Refund windows')).toMatchObject({ Seats: 12, 'Back on the as-of day': 292.2 });
  });

  test('comes with a covering text to who bills, in English or German', () => {
    const two = disputes({
      disputed: [{ difference: difference(), note: '' }, { difference: difference({ amount: -500 }), note: '' }],
    }); // prettier-ignore
    const english = coveringText(two);
    expect(english).toContain('Subject: Differences on invoice G012345678 (June 2026)\r\n');
    expect(english).toContain('* EUR: 2 differences, 1,728.00 billed too much, 5.00 too little\r\n');
    const german = coveringText({ ...two, choices: { ...CHOICES, recipient: 'distributor', language: 'de', locale: 'de-DE' } });
    expect(german).toContain('wir haben Ihre Rechnung für Juni 2026');
    expect(german).toContain('* EUR: 2 Abweichungen, 1.728,00 zu viel berechnet, 5,00 zu wenig\r\n');
  }); // prettier-ignore

  test('has the same bytes again', async () => {
    expect(await disputeFiles(disputes())).toEqual(await disputeFiles(disputes()));
  });

  test.each([...MARKUP.map((text) => [text, 'en'] as const), [EVERYTHING, 'en'], [EVERYTHING, 'de']] as const)('is a page on which %j is inert wherever it stands, %s', async (text, language) => {
    const input = hostileDisputes(text, language);
    const { tags } = tokens(disputePage(input));
    const names = ['doctype', 'html', 'head', 'meta', 'title', 'style', 'body', 'header', 'h1', 'p', 'main', 'nav', 'h2', 'ol', 'li'];
    const more = ['a', 'section', 'div', 'table', 'thead', 'tr', 'th', 'tbody', 'td', 'span', 'h3', 'dl', 'dt', 'dd', 'footer'];
    expect(tags.filter(({ name }) => ![...names, ...more].includes(name))).toEqual([]);
    const attributes = new Set(tags.flatMap((tag) => [...tag.attributes.keys()]));
    expect([...attributes].filter((name) => name.startsWith('on') || ['style', 'src', 'srcdoc'].includes(name))).toEqual([]);
    const links = tags.flatMap((tag) => tag.attributes.get('href') ?? []);
    expect(links.filter((link) => !/^#part-\d+$/.test(link))).toEqual([]);
    expect(coveringText(input).replaceAll('\r\n', '')).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
  }); // prettier-ignore

  test.each([...FORMULAS, EVERYTHING])('is a workbook in which %j is text wherever it stands', async (text) => {
    const parts = Object.entries(unzipSync(await disputeBook(hostileDisputes(text))));
    const cells = parts.filter(([name]) => name.startsWith('xl/worksheets/')).map(([, part]) => strFromU8(part));
    expect(cells.join('')).not.toMatch(/<f>|<c [^>]*t="e"/);
  });
});
