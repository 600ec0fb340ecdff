import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { createFormat } from '../../../src/core/format.ts';
import { parseDay } from '../../../src/core/days.ts';
import { plainSteps } from '../../../src/core/plain-table.ts';
import { calculateSteps } from '../../../src/sheet/calculation/calculate.ts';
import { FUNCTIONS } from '../../../src/sheet/functions/index.ts';
import { ANY } from '../../../src/sheet/formula/units/unit.ts';
import { PLAIN_VIEW } from '../../../src/sheet/model/table-view.ts';
import type { NamedValue, OwnSheet } from '../../../src/sheet/model/workbook-parts.ts';
import { ShownSheet } from '../../../src/views/sheets/cells.ts';
import { ownSheetTable } from '../../../src/views/take-away/own-sheet-table.ts';
import { exportTable, type TableFileKind } from '../../../src/workers/export-table.ts';
import { drained } from '../../sheet/arrange/steps.ts';

const asOf = parseDay('2026-11-22') ?? 0;
const RATE: NamedValue = { name: 'Rate', text: '0.25', unit: '', least: '', most: '', note: 'agreed' };
const PLAN: OwnSheet = {
  ...{ id: 'sheet:1', name: 'Plan', rows: 50, columns: 12, formats: { B2: { kind: 'percent', digits: 1 } } },
  cells: {
    A1: 'Seats',
    B1: '120',
    A2: 'Share',
    B2: '=B1/480',
    A3: '=A1&"="',
    B3: '=SUM(B1:B2)*Rate',
    A4: '=Other!A1',
    B4: '=1/0',
    A5: '=SEQUENCE(2)',
    B5: '=UNKNOWN(1)',
  },
  view: { ...PLAIN_VIEW, frozenRows: 1 },
};
const OTHER: OwnSheet = { ...PLAN, id: 'sheet:2', name: 'Other', cells: { A1: '=1+1' }, formats: {} };

function shown(): ShownSheet {
  const result = drained(
    calculateSteps({
      table: { name: 'Portfolio', rows: 0, column: () => undefined, unit: () => ANY },
      ...{ formulas: [], names: [RATE], sheets: [PLAN, OTHER], functions: FUNCTIONS, asOf, locale: 'en' },
      given: () => undefined,
    }),
  );
  return new ShownSheet(PLAN, result.sheets.get(PLAN.id), createFormat('en-GB'));
}

async function fileOf(kind: TableFileKind): Promise<Uint8Array> {
  const file = await exportTable(
    {
      ...{ table: structuredClone(drained(plainSteps(ownSheetTable(shown())))), kind, locale: 'de-DE', asOf },
      workbookName: '',
      formulas: {
        ...{ tableName: 'Portfolio', hasAllRows: true },
        names: [{ name: 'Rate', text: '', raw: { kind: 'number', decimal: '0.25' }, unit: '', note: 'agreed' }],
      },
    },
    new AbortController().signal,
    () => undefined,
  );
  return new Uint8Array((await file?.bytes.arrayBuffer()) ?? new ArrayBuffer(0));
}

describe('an own sheet as a file', () => {
  it('has its cells at their addresses in CSV, down to the last that is filled', async () => {
    expect(new TextDecoder().decode(await fileOf('csv-local')).split('\r\n')).toEqual([
      'Seats;120',
      'Share;25%',
      'Seats=;30,0625',
      '2;#DIV/0!',
      '1;#NAME?',
      '2;',
      '',
    ]);
  });

  it('has its formulas as they are in XLSX, and says of the others why not', async () => {
    const { sheets } = await readXlsx(await fileOf('xlsx'), { readStyles: true });
    const [plan, assumptions, notes] = sheets;
    const cell = (at: string) => plan?.cells?.get(at);
    expect(plan?.name).toBe('Plan');
    expect(plan?.rows[0]).toEqual(['Seats', 120]);
    expect(cell('1,1')?.formula).toBe('B1/480');
    expect(cell('1,1')?.style?.numFmt).toBe('0.0%');
    expect(cell('2,0')?.formula).toBe('A1&"="');
    expect(cell('2,1')?.formula).toBe('SUM(B1:B2)*Rate');
    expect(cell('3,1')?.formula).toBe('1/0');
    expect(plan?.rows[3]?.[0]).toBe(2);
    expect(plan?.rows[4]?.[0]).toBe(1);
    expect(plan?.rows[5]?.[0]).toBe(2);
    expect(assumptions?.rows[1]?.slice(0, 2)).toEqual(['Rate', 0.25]);
    expect(notes?.rows.slice(1).map(([title]) => title)).toEqual(['A4', 'A5', 'B5']);
  });
});
