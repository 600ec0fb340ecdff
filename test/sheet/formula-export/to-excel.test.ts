import { describe, expect, test } from 'vitest';
import { parseDay } from '../../../src/core/days.ts';
import { type ExcelPlaces, excelFormula } from '../../../src/sheet/formula-export/to-excel.ts';

const COLUMNS = new Map([['seats', 'D'], ['cost', 'E'], ['list price', 'F']]); // prettier-ignore
const places: ExcelPlaces = {
  column: (table, title) =>
    table === undefined || table === 'Portfolio' ? COLUMNS.get(title.toLowerCase()) : undefined,
  rows: { first: 2, last: 9 },
  name: (name) => name.startsWith('EST_'),
  asOf: parseDay('2026-11-22') ?? 0,
};

function written(formula: string, from: ExcelPlaces = places): string {
  const result = excelFormula(formula, from);
  return result.ok ? result.value.at(7) : `no: ${result.error}`;
}

describe('what Excel can have', () => {
  test.each([
    ['=[@Seats]*[@Cost]*(1+EST_Uplift)', 'D7*E7*(1+EST_Uplift)'],
    ['=[@[List price]]-Portfolio[@Cost]', 'F7-E7'],
    ['=Portfolio[[#This Row],[Seats]]', 'D7'],
    ['=IF([@Seats]>5,"[@Cost] ""x""",-2^2)', 'IF(D7>5,"[@Cost] ""x""",-2^2)'],
    ['=ifs([@Seats]>5,1,TRUE,2)', '_xlfn.IFS(D7>5,1,TRUE,2)'],
    ['=SUM([Seats])/[@Seats]', 'SUM($D$2:$D$9)/D7'],
    ['=SUMPRODUCT([Seats]*[Cost])', 'SUMPRODUCT($D$2:$D$9*$E$2:$E$9)'],
    ['=SUMIFS([Cost],[Seats],">5")', 'SUMIFS($E$2:$E$9,$D$2:$D$9,">5")'],
    ['=XLOOKUP([@Seats],[Seats],[Cost])', '_xlfn.XLOOKUP(D7,$D$2:$D$9,$E$2:$E$9)'],
    ['=PERCENTILE.INC([Cost],0.5)', '_xlfn.PERCENTILE.INC($E$2:$E$9,0.5)'],
    ['=TODAY()+[@Seats]', 'DATE(2026,11,22)+D7'],
    ['=LET(x,[@Seats],x*2+EST_Uplift)', '_xlfn.LET(_xlpm.x,D7,_xlpm.x*2+EST_Uplift)'],
    ['=TEXT([@Cost],"0.00")&{1,2}', 'TEXT(E7,"0.00")&{1,2}'],
    ['=1+1', '1+1'],
  ])('%s', (formula, excel) => expect(written(formula)).toBe(excel));
});

describe('what it cannot, and why', () => {
  test.each([
    ['=EST.PRICE([@Seats])', 'no: Excel has no function EST.PRICE'],
    ['=IF(1,FX(1,"EUR"),2)', 'no: Excel has no function FX'],
    ['=NOSUCH(1)', 'no: Excel has no function NOSUCH'],
    ['=UNIQUE([Seats])', 'no: UNIQUE works on many cells at once, which a column of formulas in a file cannot'],
    ['=SUM([Seats]*[Cost])', 'no: [Seats] works on many cells at once, which a column of formulas in a file cannot'],
    ['=[Seats]', 'no: [Seats] works on many cells at once, which a column of formulas in a file cannot'],
    ['=[@Hidden]', 'no: the column Hidden is not in this file'],
    ['=Other[@Seats]', 'no: the column Seats is not in this file'],
    ["=Sheet1!A1+'My sheet'!B2", 'no: Sheet1!A1 stands on another sheet'],
    ['=Missing*2', 'no: there is no name Missing in this file'],
    ['=1+', 'no: it cannot be read'],
  ])('%s', (formula, reason) => expect(written(formula)).toBe(reason));

  test('whole columns, when the file does not hold all rows', () => {
    const reason = 'no: it uses the whole column Seats, and this file does not hold all of its rows';
    expect(written('=SUM([Seats])', { ...places, rows: undefined })).toBe(reason);
  });
});

test('it says which cells of its row and which names it uses', () => {
  const result = excelFormula('=[@Seats]*EST_Uplift+SUM([Cost])', places);
  expect(result.ok && { columns: result.value.rowColumns, names: result.value.names }).toEqual({
    columns: ['D'],
    names: ['EST_Uplift'],
  });
});
