/** Formulas that are still being typed: what is wrong with them, and what they give in a few rows. */
import { describe, expect, it } from 'vitest';
import { DayBuilder, DecimalBuilder } from '../../../src/core/column-builders.ts';
import {
  type Inspection,
  type InspectionInput,
  inspectCell,
  inspectColumn,
  inspectName,
} from '../../../src/sheet/calculation/inspect.ts';
import type { Node } from '../../../src/sheet/formula/ast.ts';
import { parseFormula } from '../../../src/sheet/formula/parse.ts';
import { unitText } from '../../../src/sheet/formula/units/algebra.ts';
import { ANY, PLAIN, type Unit, moneyUnit } from '../../../src/sheet/formula/units/unit.ts';
import { FUNCTIONS } from '../../../src/sheet/functions/index.ts';
import type { ColumnFormula, NamedValue } from '../../../src/sheet/model/workbook-parts.ts';

const UNITS = new Map<string, Unit>([
  ['seats', PLAIN],
  ['cost', moneyUnit('EUR', 'month')],
  ['fee', moneyUnit('USD', 'month')],
]);
const seats = new DecimalBuilder();
for (const text of ['10', '20', '30']) seats.push(text);
const SEATS = seats.finish();
const ends = new DayBuilder();
for (const day of [20_000, 20_100, 20_200]) ends.push(day);
const ENDS = ends.finish();

const formula = (title: string, text: string): ColumnFormula => ({
  ...{ key: `f:${title}`, title, formula: text },
  format: { kind: 'general' },
});
const named = (name: string, text: string): NamedValue => ({ name, text, unit: '', least: '', most: '', note: '' });

function input(formulas: readonly ColumnFormula[] = [], names: readonly NamedValue[] = []): InspectionInput {
  return {
    ...{ formulas, names, sheets: [], functions: FUNCTIONS, result: undefined },
    base: {
      name: 'Portfolio',
      rows: 3,
      column: (title) => (title.toLowerCase() === 'ends' ? ENDS : UNITS.has(title.toLowerCase()) ? SEATS : undefined),
      unit: (title) => UNITS.get(title.toLowerCase()) ?? ANY,
    },
    given: (name) => (name.toLowerCase() === 'est_uplift' ? 0.5 : undefined),
    call: { asOf: 20_000, locale: 'en' },
  };
}

function tree(text: string): Node {
  const parsed = parseFormula(text);
  if (!parsed.ok) throw new Error(parsed.error.words);
  return parsed.value;
}

function inspected(text: string, from = input(), title = 'New', key?: string): Inspection {
  return inspectColumn({ key, title, tree: tree(text), length: text.length }, [2, 0], from);
}

describe('inspectColumn', () => {
  it('shows the rows that were asked for, names and whole columns included', () => {
    expect(inspected('=[@Seats]*(1+EST_Uplift)/SUM([Seats])').cells).toStrictEqual([0.75, 0.25]);
  });

  it('tells days from numbers', () => {
    expect(inspected('=[@Ends]+1').cells).toStrictEqual([{ day: 20_201 }, { day: 20_001 }]);
  });

  it('says what the numbers count', () => {
    expect(unitText(inspected('=[@Cost]*[@Seats]').unit)).toBe('EUR/month');
  });

  it.each([
    ['=1+[@Nope]', 3, 10, /no column Nope/],
    ['=2*Nope', 3, 7, /no name Nope/],
    ['=A1+1', 1, 3, /Sheet1!A1/],
    ["='No sheet'!A1", 1, 14, /no sheet No sheet/],
    ['=NOPE(1)', 1, 5, /no function NOPE/],
    ['=ROUND(1)', 1, 6, /more arguments/],
    ['=[@Cost]+[@Fee]', 1, 15, /EUR and USD/],
  ])('%s', (text, start, end, words) => {
    const { problem, cells } = inspected(text);
    expect(problem?.words).toMatch(words);
    expect([problem?.start, problem?.end]).toStrictEqual([start, end]);
    expect(cells).toStrictEqual([]);
  });

  it('names the ring that the formula would close, not one that it breaks', () => {
    const from = input([formula('A', '=[@B]'), formula('B', '=Rate')], [named('Rate', '=SUM(Portfolio[C])')]);
    const withC = { ...from, base: { ...from.base, column: () => SEATS } };
    expect(inspected('=[@A]', withC, 'C').problem?.words).toContain('C → A → B → Rate → C');
    expect(inspected('=[@Seats]', withC, 'A', 'f:A').problem).toBeUndefined();
    expect(inspected('=[@A]', withC, 'A', 'f:A').problem?.words).toBe('A reads itself.');
  });
});

describe('inspectName', () => {
  it.each([
    ['=[@Seats]', /no column/],
    ['=1+Other', /no name/],
    ['=Own+1', /Own reads itself/],
  ])('%s is refused', (text, words) => {
    expect(inspectName({ name: 'Own', tree: tree(text), length: text.length }, input())?.words).toMatch(words);
  });

  it('may read whole columns and other names', () => {
    const text = '=SUM(Portfolio[Seats])*EST_Uplift';
    expect(inspectName({ name: 'Own', tree: tree(text), length: text.length }, input())).toBeUndefined();
  });
});

describe('inspectCell', () => {
  it('knows cells of its own sheet, and columns only with their table', () => {
    expect(inspectCell(tree('=A1+SUM(Portfolio[Seats])'), input())).toBeUndefined();
    expect(inspectCell(tree('=SUM([Seats])'), input())?.words).toContain('no column');
    expect(inspectCell(tree('=B2*Nope'), input())?.words).toContain('no name');
  });
});
