/** Workbooks and archives that hide, lie or explode. */
import { gzipSync, strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { importSources } from '../../src/importers/index.ts';
import { deflatedZeros, gzipBomb, plainPart, zipOf } from './bombs.ts';
import { importOne, plainTable, sourceOf } from './support.ts';

const codes = (report: Awaited<ReturnType<typeof importOne>>) => report.diagnostics.map(({ code }) => code);

const STYLES = `<styleSheet><numFmts count="2"><numFmt numFmtId="164" formatCode="00000"/><numFmt numFmtId="165" formatCode="00.00"/></numFmts>
<cellStyleXfs><xf numFmtId="164"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="14"/></cellXfs></styleSheet>`;
const text = (cell: string, value: string) => `<c r="${cell}" t="inlineStr"><is><t>${value}</t></is></c>`;
const HEADER = `<row r="1">${text('A1', 'CustomerId')}${text('B1', 'CustomerName')}${text('C1', 'Note')}</row>`;

interface Parts {
  readonly rows: string;
  readonly after?: string;
  readonly properties?: string;
  readonly hidden?: string;
}

/** A workbook of one sheet with these rows below the header, perhaps with a hidden sheet. */
function workbook({ rows, after = '', properties = '', hidden }: Parts): Uint8Array {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const sheet = `<worksheet xmlns="${main}"><sheetData>${HEADER}${rows}</sheetData>${after}</worksheet>`;
  const other = hidden === undefined ? '' : `<sheet name="${hidden}" sheetId="2" state="hidden" r:id="rId4"/>`;
  const parts = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}">${properties}<sheets><sheet name="R&amp;D" sheetId="1" r:id="rId1"/>${other}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="${office}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId4" Type="${office}/worksheet" Target="worksheets/sheet2.xml"/></Relationships>`,
    'xl/styles.xml': STYLES,
    'xl/sharedStrings.xml': `<sst xmlns="${main}"><si><t>c-9</t></si></sst>`,
    'xl/worksheets/sheet1.xml': sheet,
    'xl/worksheets/sheet2.xml': `<worksheet xmlns="${main}"><sheetData>${HEADER}</sheetData></worksheet>`,
  }; // prettier-ignore
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, strToU8(part)])));
}
const row = (n: number, id: string, note = text(`C${String(n)}`, '-')) =>
  `<row r="${String(n)}">${id}${text(`B${String(n)}`, 'Fabrikam')}${note}</row>`;

describe('cells of workbooks', () => {
  it('that only show leading zeros are named', async () => {
    const rows = row(2, '<c r="A2" s="1"><v>123</v></c>', '<c r="C2" s="2"><v>7</v></c>') + row(3, '<c r="A3" s="1"><v>7</v></c>');
    const report = await importOne('x.xlsx', workbook({ rows }));
    expect(report.diagnostics).toMatchObject([{ severity: 'warning', code: 'zeros-only-shown', params: { count: 2, cell: 'A2' } }]);
    expect(report.dataset && plainTable(report.dataset.table)['customerId']).toEqual(['123', '7']);
  }); // prettier-ignore

  it('that hold errors, or formulas without result, are named', async () => {
    const rows =
      row(2, text('A2', 'c-1'), '<c r="C2" t="e"><v>#DIV/0!</v></c>') +
      row(3, text('A3', 'c-2'), '<c r="C3"><f>1+1</f></c>') +
      row(4, text('A4', 'c-3'), '<c r="C4"><f>1+1</f><v>2</v></c>') +
      row(5, text('A5', 'c-4'));
    const report = await importOne('x.xlsx', workbook({ rows }));
    expect(report.diagnostics.map(({ code, params }) => [code, params])).toEqual([
      ['error-cells', { count: 1, cell: 'C2' }],
      ['formulas-without-value', { count: 1, cell: 'C3' }],
    ]);
    expect(report.dataset && plainTable(report.dataset.table)['x:Note']).toEqual(['#DIV/0!', null, '2', '-']);
  });

  it.each(['999', '-1', 'abc'])('that refer to a text which is not there (%s) refuse the workbook', async (index) => {
    const rows = row(2, '<c r="A2" t="s"><v>0</v></c>') + row(3, `<c r="A3" t="s"><v>${index}</v></c>`);
    const report = await importOne('x.xlsx', workbook({ rows }));
    expect(report).toMatchObject({ state: 'refused', diagnostics: [{ code: 'damaged-workbook', params: { reason: 'R&D!A3 refers to a text that is not there' } }] });
  }); // prettier-ignore

  it('that are merged, and sheets that are hidden, are named', async () => {
    const rows = row(2, '<c r="A2" t="s"><v>0</v></c>');
    const after = '<mergeCells count="1"><mergeCell ref="B2:B3"/></mergeCells>';
    const report = await importOne('x.xlsx', workbook({ rows, after, hidden: 'Old' }));
    expect(report.diagnostics.map(({ code, params }) => [code, params])).toEqual([
      ['merged-cells', { count: 1, cell: 'B2:B3' }],
      ['hidden-sheets', { sheets: 'Old' }],
    ]);
  });

  it('count their days from 1904 where the workbook says so', async () => {
    const rows = row(2, text('A2', 'c-1'), '<c r="C2" s="3"><v>43831</v></c>');
    const of = async (properties: string) => {
      const report = await importOne('x.xlsx', workbook({ rows, properties }));
      return report.dataset && plainTable(report.dataset.table)['x:Note'];
    };
    expect([await of(''), await of('<workbookPr date1904="1"/>')]).toEqual([['2020-01-01'], ['2024-01-02']]);
  });

  it('at the end of a row are no fault when they are empty', async () => {
    const report = await importOne('x.xlsx', workbook({ rows: `<row r="2">${text('A2', 'c-1')}${text('B2', 'Contoso')}</row>${row(3, text('A3', 'c-2'))}` }));
    expect(report).toMatchObject({ state: 'read', diagnostics: [], dataset: { ledger: { accepted: 2 } } });
    const csv = await importOne('x.csv', 'CustomerId,CustomerName,Note\nc-1,Contoso\nc-2,Fabrikam,-\n');
    expect(codes(csv)).toContain('short-rows');
  }); // prettier-ignore

  it.each([
    ['the last day that Excel counts right of the wrong leap year', '<c r="C2" s="3"><v>59</v></c>', '1900-02-28'],
    ['the first day after it', '<c r="C2" s="3"><v>61</v></c>', '1900-03-01'],
    ['a date of the strict format', '<c r="C2" s="3" t="d"><v>2026-05-04</v></c>', '2026-05-04'],
    ['an instant of the strict format', '<c r="C2" s="3" t="d"><v>2026-05-04T10:30:00</v></c>', '2026-05-04T10:30:00'],
  ])('are read as %s', async (_what, cell, expected) => {
    const report = await importOne('x.xlsx', workbook({ rows: row(2, text('A2', 'c-1'), cell) }));
    expect(report.dataset && plainTable(report.dataset.table)['x:Note']).toEqual([expected]);
  });

  it('of 29 February 1900, which Excel alone has, are named', async () => {
    const rows = row(2, text('A2', 'c-1'), '<c r="C2" s="3"><v>60.5</v></c>') + row(3, text('A3', 'c-2'), '<c r="C3"><v>60</v></c>');
    expect((await importOne('x.xlsx', workbook({ rows }))).diagnostics).toMatchObject([{ severity: 'warning', code: 'no-such-day', params: { count: 1, cell: 'C2' } }]);
    expect(codes(await importOne('x.xlsx', workbook({ rows, properties: '<workbookPr date1904="1"/>' })))).toEqual([]);
  }); // prettier-ignore

  it('are found however many header rows stand above', async () => {
    const rows = `<row r="2">${text('A2', 'CustomerId')}${text('B2', 'CustomerName')}${text('C2', 'Note')}</row>${row(3, text('A3', 'c-1'))}`;
    const report = await importOne('x.xlsx', workbook({ rows }));
    expect(report.dataset?.ledger.accepted).toBeGreaterThan(0);
  });
});

describe('bombs', () => {
  const workbookBomb = (mebibytes: number) =>
    zipOf([
      plainPart('[Content_Types].xml', '<Types/>'),
      plainPart('xl/workbook.xml', '<workbook/>'),
      { name: 'xl/worksheets/sheet1.xml', packed: deflatedZeros(mebibytes) },
    ]);
  it.each([64, 1024, 3072])('of %i MiB are refused', async (mebibytes) => {
    const zip = zipOf([{ name: 'a.csv', packed: deflatedZeros(mebibytes) }]);
    for (const bomb of [gzipBomb(mebibytes), zip, workbookBomb(mebibytes)]) {
      const report = await importOne('x', bomb);
      expect([report.state, codes(report)]).toEqual(['refused', ['zip-bomb']]);
    }
  });
  it('of entries that share their bytes are refused', async () => {
    const zip = zipOf([plainPart('a.csv', 'a,b\n'), { ...plainPart('b.csv', 'a,b\n'), sameAs: 0 }]);
    expect(codes(await importOne('x.zip', zip))).toEqual(['zip-bomb']);
  });
  it('of 65,535 entries are refused', async () => {
    const many = Array.from({ length: 65_535 }, (_, i) => ({ name: String(i), packed: new Uint8Array(0), sameAs: 0 }));
    expect(codes(await importOne('x.zip', zipOf([plainPart('a', 'b'), ...many])))).toEqual(['too-many-entries']);
  });
});

describe('archives', () => {
  const CUSTOMERS = 'CustomerId,CustomerName\nc-1,Fabrikam\n';
  it('that lie about sizes are read by their bytes', async () => {
    const { files } = await importSources([sourceOf('x.zip', zipOf([{ ...plainPart('a.csv', CUSTOMERS), size: 2 ** 31 }]))]);
    expect(files).toMatchObject([{ state: 'read', bytes: CUSTOMERS.length }]);
  }); // prettier-ignore
  it('that are encrypted are named with the file', async () => {
    const { files } = await importSources([sourceOf('x.zip', zipOf([{ ...plainPart('a.csv', CUSTOMERS), flags: 1 }]))]);
    expect(files).toMatchObject([{ diagnostics: [{ code: 'encrypted-zip', params: { entry: 'a.csv' } }] }]);
  });
  it('of one packed answer of the API are read as the file inside', async () => {
    const { files } = await importSources([sourceOf('sheets', zipOf([plainPart('sheets.csv', CUSTOMERS)]))]);
    expect(files).toMatchObject([{ file: 'sheets/sheets.csv', state: 'read', kind: 'customers' }]);
  });
  it.each([
    ['XLSB', zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'xl/workbook.bin': strToU8('x') }), 'binary-workbook'],
    ['ODS', zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'), 'content.xml': strToU8('<x/>') }), 'open-document'],
    ['a web page', strToU8('\uFEFF <!DOCTYPE html><table><tr><td>1</td></tr></table>'), 'web-page'],
    ['XML of Excel 2003', strToU8('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>'), 'web-page'],
    ['XLS or a workbook with password', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]), 'old-excel'],
    ['gzip in gzip', gzipSync(gzipSync(strToU8('x'))), 'nested-archive'],
  ])('and others that are called .xlsx: %s', async (_name, bytes, code) => {
    expect(codes(await importOne('book.xlsx', bytes))).toEqual([code]);
  }); // prettier-ignore
});
