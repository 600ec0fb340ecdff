import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { reportCsv } from '../../src/exporters/report/formats/csv.ts';
import { reportJson } from '../../src/exporters/report/formats/json.ts';
import { reportSheets } from '../../src/exporters/report/formats/sheets.ts';
import { xlsxOf } from '../../src/exporters/tabular/xlsx.ts';
import type { ReportDocument } from '../../src/core/report/document.ts';
import { EVERYTHING, FORMULAS, MARKUP } from './hostile.ts';
import { documentOf, hostileReport, plainReport } from './report-input.ts';

async function partsOf(document: ReportDocument): Promise<ReadonlyMap<string, string>> {
  const bytes = await xlsxOf(reportSheets(document), document.title, document.asOf);
  return new Map(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
}

function formulasOf(parts: ReadonlyMap<string, string>): readonly string[] {
  return [...parts].flatMap(([name, xml]) =>
    name.startsWith('xl/worksheets/') ? [...xml.matchAll(/<f>([^<]*)<\/f>/g)].map(([, formula = '']) => formula) : [],
  );
}

describe('a report as a workbook', () => {
  test('has real numbers, and sums as formulas that give the figure of the report', async () => {
    const document = documentOf(plainReport);
    const workbook = await readXlsx(await xlsxOf(reportSheets(document), 'report', document.asOf));
    const sheet = workbook.sheets.find(({ name }) => name.startsWith('Cost by month, USD'));
    const rows = sheet?.rows ?? [];
    const [head = [], ...lines] = rows;
    const est = head.indexOf('EST');
    const figures = lines.map((row) => row[est]);
    expect(figures.every((figure) => typeof figure === 'number')).toBe(true);
    const total = figures.at(-1);
    const sum = figures.slice(0, -1).reduce<number>((all, figure) => all + Number(figure), 0);
    expect(total).toBeCloseTo(sum, 6);
    expect(formulasOf(await partsOf(document))).toContain(
      `SUM(${String.fromCharCode(65 + est)}2:${String.fromCharCode(65 + est)}${String(lines.length)})`,
    );
  });

  test('is the same bytes for the same report', async () => {
    const document = documentOf(plainReport);
    const once = await xlsxOf(reportSheets(document), 'report', document.asOf);
    expect(await xlsxOf(reportSheets(document), 'report', document.asOf)).toEqual(once);
  });

  test.each([...FORMULAS, ...MARKUP, EVERYTHING])(
    'with %j in every field has no formula but its sums, and no error value',
    async (text) => {
      const parts = await partsOf(documentOf(hostileReport(text)));
      const formulas = formulasOf(parts);
      expect(formulas.filter((formula) => !/^SUM\([A-Z]+2:[A-Z]+\d+\)$/.test(formula))).toEqual([]);
      const errors = [...parts].flatMap(([, xml]) => xml.match(/<c [^>]*t="e"[^]*?<\/c>/g) ?? []);
      expect(errors).toEqual([]);
    },
  );
});

describe('a report as CSV', () => {
  test('is one file for each table, in their order, and the same bytes each time', () => {
    const files = unzipSync(reportCsv(documentOf(plainReport)));
    const names = Object.keys(files);
    expect(names[0]).toBe('01-summary.csv');
    expect(names).toContain('02-cost-by-month-jpy.csv');
    expect(strFromU8(files['01-summary.csv'] ?? new Uint8Array())).toContain('Northwind Cloud, renewals FY27');
    expect(reportCsv(documentOf(plainReport))).toEqual(reportCsv(documentOf(plainReport)));
  });

  test.each(FORMULAS)('with %j in every field begins no cell as a formula', (text) => {
    for (const bytes of Object.values(unzipSync(reportCsv(documentOf(hostileReport(text)))))) {
      const cells =
        strFromU8(bytes)
          .replace(/^\uFEFF/, '')
          .match(/(?:"(?:[^"]|"")*"|[^,\r\n]*)(?=,|\r\n)/g) ?? [];
      for (const cell of cells) {
        const plain = cell.replace(/^"|"$/g, '').replaceAll('""', '"');
        expect(/^\s*[=+@\t\r＝＋－＠]/.test(plain) || /^\s*-(?![\d.]+$)/.test(plain), plain).toBe(false);
      }
    }
  });
});

test('a report as JSON keeps amounts to the cent with their currency', () => {
  const json: unknown = JSON.parse(reportJson(documentOf(plainReport)));
  expect(json).toMatchObject({ schema: 'termwise/report@1', edition: 'partner', asOf: '2026-11-22' });
  expect(JSON.stringify(json)).toContain(
    '{"label":"EST cost","value":{"amount":"6525.00","currency":"USD"},"unit":"USD"}',
  );
});
