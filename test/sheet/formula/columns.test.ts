import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Exact,
  add,
  compare,
  divide,
  fraction,
  isZero,
  multiply,
  negate,
  parseExact,
  subtract,
  toDecimal,
  toFloat,
} from '../../../src/core/exact.ts';
import { NO_DAY, type Column } from '../../../src/core/table.ts';
import { compileColumn } from '../../../src/sheet/formula/columns/compile-column.ts';
import { roundExact } from '../../../src/sheet/formula/columns/rounding.ts';
import { type FormulaColumn, asColumn, cellAt } from '../../../src/sheet/formula/columns/result.ts';
import type { FormulaTable, InputColumn } from '../../../src/sheet/formula/columns/table.ts';
import type { FunctionSpec } from '../../../src/sheet/formula/function-spec.ts';
import { floorNumber, roundDown, roundUp } from '../../../src/sheet/formula/round.ts';
import { parseFormula } from '../../../src/sheet/formula/parse.ts';
import { type Scalar, isError } from '../../../src/sheet/formula/value.ts';
import { runs } from '../../support/runs.ts';
import { TINY } from './tiny.ts';

function tableOf(rows: number, columns: Readonly<Record<string, InputColumn>>): FormulaTable {
  const byName = new Map(Object.entries(columns));
  return { rows, column: (name) => byName.get(name) };
}

function decimals(
  scale: number,
  units: readonly (number | undefined)[],
  wide: readonly (readonly [number, string])[] = [],
): Column {
  return { kind: 'decimal', scale, units: Float64Array.from(units, (value) => value ?? NaN), wide: new Map(wide) };
}

const NAMES = new Map<string, Scalar>([
  ['est_uplift', 0.05],
  ['limit', 2],
]);
const CONTEXT = { asOf: 20_000, locale: 'en-US', name: (name: string) => NAMES.get(name.toLowerCase()) };

function run(formula: string, table: FormulaTable) {
  const read = parseFormula(formula);
  if (!read.ok) throw new Error(read.error.words);
  return compileColumn(read.value, TINY).start(table, CONTEXT);
}

function cells(column: FormulaColumn): unknown[] {
  return Array.from({ length: column.rows }, (_, row) => {
    const cell = cellAt(column, row);
    return isError(cell) ? cell.code : cell;
  });
}

const TABLE = tableOf(4, {
  Seats: decimals(0, [10, undefined, 3, 0]),
  Cost: decimals(2, [1005, 250, -333, undefined]),
  Market: { kind: 'text', codes: Uint32Array.from([1, 2, 0, 1]), values: ['', 'DE', 'se'] },
  Renews: { kind: 'flag', flags: Uint8Array.from([1, 0, 2, 1]) },
  End: { kind: 'day', days: Int32Array.from([20_000, NO_DAY, 20_100, 0]) },
  Line: { kind: 'count', counts: Uint32Array.from([2, 3, 4, 5]) },
  Rate: {
    kind: 'exact',
    low: Float64Array.from([5, NaN, 25, 1]),
    high: undefined,
    places: Uint8Array.from([1, 0, 3, 18]),
    wide: new Map(),
  },
});

describe('a column formula', () => {
  test.each([
    ['=[@Seats]*[@Cost]', true, [100.5, 0, -9.99, 0]],
    ['=[@Seats]*[@Cost]*(1+EST_Uplift)', true, [105.525, 0, -10.4895, 0]],
    ['=ROUND([@Seats]*[@Cost]*(1+EST_Uplift),2)', true, [105.53, 0, -10.49, 0]],
    ['=ROUND([@Cost]/10,2)', true, [1.01, 0.25, -0.33, 0]],
    ['=[@Cost]/[@Seats]', true, [1.005, '#DIV/0!', -1.11, '#DIV/0!']],
    ['=ROUND([@Cost]/[@Seats],2)', true, [1.01, '#DIV/0!', -1.11, '#DIV/0!']],
    ['=IFERROR([@Cost]/[@Seats],-1)', true, [1.005, -1, -1.11, -1]],
    ['=IF([@Seats]>limit,[@Cost],0)', true, [10.05, 0, -3.33, 0]],
    ['=IF([@Market]="de","Germany",[@Market])', true, ['Germany', 'se', null, 'Germany']],
    ['=[@Market]="SE"', true, [false, true, false, false]],
    ['=AND([@Seats]>0,[@Renews])', true, [true, false, false, false]],
    ['=OR([@Seats]=0,[@Renews]=FALSE)', true, [false, true, true, true]],
    ['=[@Renews]+1', true, [2, 1, 1, 2]],
    ['=[@End]+1', true, [45_570, 1, 45_670, 25_570]],
    ['=[@End]-[@End]', true, [0, 0, 0, 0]],
    ['=[@Line]*2', true, [4, 6, 8, 10]],
    ['=-[@Cost]%', true, [-0.1005, -0.025, 0.0333, 0]],
    ['=ROUND([@Cost],-1)', true, [10, 0, 0, 0]],
    ['=ROUND([@Seats],2)', true, [10, 0, 3, 0]],
    [
      '=[@Cost]/SUM([Cost])',
      true,
      [1.0854211663066954, 0.27, -0.3596544276457883, 0].map(
        (_, at) => [10.05, 2.5, -3.33, 0].map((x) => x / 9.22)[at],
      ),
    ],
    ['=LET(x,[@Seats]*2,x+x)', true, [40, 0, 12, 0]],
    ['=SUM([@Seats],[@Cost])', true, [20.05, 2.5, -0.33, 0]],
    ['=[@Nothing]+1', true, ['#REF!', '#REF!', '#REF!', '#REF!']],
    ['=[@Seats]*Nobody', true, ['#NAME?', '#NAME?', '#NAME?', '#NAME?']],
    ['=[@Seats]*FOO(1)', true, ['#NAME?', '#NAME?', '#NAME?', '#NAME?']],
    ['=[@Rate]*2', true, [1, 0, 0.05, 0]],
    ['=[@Market]&"!"', false, ['DE!', 'se!', '!', 'DE!']],
    ['=[@Market]*2', false, ['#VALUE!', '#VALUE!', 0, '#VALUE!']],
    ['=IF([@Seats]>0,[@Seats],"none")', false, [10, 'none', 3, 'none']],
    ['=LEN([@Market])', false, [2, 2, 0, 2]],
    ['=[@Seats]^2', false, [100, 0, 9, '#NUM!'].map((value, at) => (at === 3 ? 0 : value))],
    ['=IF([@Cost]="","no cost","cost")', false, ['cost', 'cost', 'cost', 'no cost']],
  ])('%s', (formula, isVector, wanted) => {
    const made = run(formula, TABLE);
    expect(made.isVector).toBe(isVector);
    const got = cells(made.all());
    for (const [row, value] of wanted.entries()) {
      if (typeof value === 'number') expect(got[row], `row ${row}`).toBeCloseTo(value, 10);
      else expect(got[row], `row ${row}`).toBe(value);
    }
  });

  test('keeps figures that no safe integer holds', () => {
    const made = run(
      '=[@Big]*2',
      tableOf(2, { Big: decimals(4, [undefined, 15_000], [[0, '12345678901234567.8901']]) }),
    );
    const column = asColumn(made.all());
    expect(column.kind === 'decimal' && [...column.wide]).toEqual([[0, '24691357802469135.7802']]);
    expect(cells(made.all())[1]).toBe(3);
  });

  test('is read by the next one, errors too', () => {
    const share = run('=[@Cost]/[@Seats]', TABLE).all();
    const next = tableOf(4, { Share: share });
    expect(cells(run('=ROUND([@Share],2)', next).all())).toEqual([1.01, '#DIV/0!', -1.11, '#DIV/0!']);
    expect(cells(run('=IFERROR([@Share],0)*2', next).all())).toEqual([2.01, 0, -2.22, 0]);
    expect(asColumn(share)).toMatchObject({ kind: 'exact', places: Uint8Array.from([3, 0, 2, 0]) });
  });

  test('shows the rows in view first, the rest in slices', () => {
    const rows = 100_000;
    const table = tableOf(rows, {
      N: decimals(
        0,
        Array.from({ length: rows }, (_, row) => row),
      ),
    });
    const made = run('=[@N]*2', table);
    expect(made.cell(99_999)).toBe(199_998);
    let pauses = 0;
    const steps = made.steps();
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done === true) {
        expect(cellAt(step.value, 50_000)).toBe(100_000);
        break;
      }
      pauses++;
    }
    expect(pauses).toBeGreaterThan(2);
  });
});

/** An oracle: the same tree on fractions. */
type Tree =
  | { readonly kind: 'a' | 'b' | 'c' }
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: '+' | '-' | '*' | '/'; readonly left: Tree; readonly right: Tree }
  | {
      readonly kind: 'round';
      readonly digits: number;
      readonly of: Tree;
      readonly mode: 'half' | 'up' | 'down' | 'floor';
    }
  | { readonly kind: 'negative' | 'percent'; readonly of: Tree }
  | { readonly kind: 'if'; readonly left: Tree; readonly right: Tree; readonly yes: Tree; readonly no: Tree };

const NAMES_OF = { half: 'ROUND', up: 'ROUNDUP', down: 'ROUNDDOWN', floor: 'INT' } as const;

function textOf(tree: Tree): string {
  switch (tree.kind) {
    case 'a':
    case 'b':
    case 'c':
      return `[@${tree.kind}]`;
    case 'number':
      return tree.text;
    case 'round':
      return tree.mode === 'floor'
        ? `INT(${textOf(tree.of)})`
        : `${NAMES_OF[tree.mode]}(${textOf(tree.of)},${tree.digits})`;
    case 'negative':
      return `(-${textOf(tree.of)})`;
    case 'percent':
      return `${textOf(tree.of)}%`;
    case 'if':
      return `IF(${textOf(tree.left)}<${textOf(tree.right)},${textOf(tree.yes)},${textOf(tree.no)})`;
    default:
      return `(${textOf(tree.left)}${tree.kind}${textOf(tree.right)})`;
  }
}

/** The exact value; undefined for a division by zero. */
function valueOf(tree: Tree, row: Readonly<Record<'a' | 'b' | 'c', Exact>>): Exact | undefined {
  switch (tree.kind) {
    case 'a':
    case 'b':
    case 'c':
      return row[tree.kind];
    case 'number':
      return parseExact(tree.text);
    case 'round': {
      const value = valueOf(tree.of, row);
      return value && roundExact(value, tree.mode === 'floor' ? 0 : tree.digits, tree.mode);
    }
    case 'negative':
    case 'percent': {
      const value = valueOf(tree.of, row);
      return value && (tree.kind === 'negative' ? negate(value) : divide(value, fraction(100)));
    }
    case 'if': {
      const left = valueOf(tree.left, row);
      const right = valueOf(tree.right, row);
      if (!left || !right) return undefined;
      return compare(left, right) < 0 ? valueOf(tree.yes, row) : valueOf(tree.no, row);
    }
    default: {
      const left = valueOf(tree.left, row);
      const right = valueOf(tree.right, row);
      if (!left || !right) return undefined;
      if (tree.kind === '/') return isZero(right) ? undefined : divide(left, right);
      return { '+': add, '-': subtract, '*': multiply }[tree.kind](left, right);
    }
  }
}

const literal = fc.constantFrom('0', '1', '2', '0.5', '1.05', '12', '3', '0.333', '100');
/** Sums, products, quotients, and roundings of them; what IF compares is exact. */
const trees = fc.letrec<{ exact: Tree; tree: Tree }>((tie) => ({
  exact: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom<Tree>({ kind: 'a' }, { kind: 'b' }, { kind: 'c' }),
    literal.map((text): Tree => ({ kind: 'number', text })),
    fc.record({ kind: fc.constantFrom('+', '-', '*'), left: tie('exact'), right: tie('exact') }),
    fc.record({
      kind: fc.constant('round'),
      digits: fc.integer({ min: 0, max: 3 }),
      mode: fc.constantFrom('half', 'up', 'down', 'floor'),
      of: tie('exact'),
    }),
  ),
  tree: fc.oneof(
    { depthSize: 'small' },
    tie('exact'),
    fc.record({ kind: fc.constantFrom('+', '-', '*', '/'), left: tie('tree'), right: tie('tree') }),
    fc.record({
      kind: fc.constant('round'),
      digits: fc.integer({ min: 0, max: 3 }),
      mode: fc.constantFrom('half', 'up', 'down', 'floor'),
      of: tie('tree'),
    }),
    fc.record({ kind: fc.constantFrom('negative', 'percent'), of: tie('tree') }),
    fc.record({ kind: fc.constant('if'), left: tie('exact'), right: tie('exact'), yes: tie('tree'), no: tie('tree') }),
  ),
}));

const VECTORS = new Map([
  ...TINY,
  ...[
    { name: 'ROUNDUP', round: roundUp },
    { name: 'ROUNDDOWN', round: roundDown },
    { name: 'INT', round: floorNumber },
  ].map(({ name, round }): [string, FunctionSpec] => [
    name,
    {
      name,
      args: [{ kind: 'scalar' }, { kind: 'scalar', optional: true }],
      call: ([value, digits = 0]) =>
        typeof value === 'number' && typeof digits === 'number' ? round(value, digits) : (value ?? null),
    },
  ]),
]);

test('whatever is rounded is rounded as fractions are', () => {
  const rows = fc.array(
    fc.record({
      a: fc.integer({ min: -200_000, max: 200_000 }),
      b: fc.integer({ min: -40, max: 40 }),
      c: fc.integer({ min: 0, max: 100_000 }),
    }),
    { minLength: 1, maxLength: 20 },
  );
  const digits = fc.integer({ min: 0, max: 4 });
  fc.assert(
    fc.property(trees.tree, digits, rows, (tree, places, data) => {
      const whole: Tree = { kind: 'round', digits: places, of: tree, mode: 'half' };
      const read = parseFormula(`=${textOf(whole)}`);
      if (!read.ok) throw new Error(textOf(whole));
      const table = tableOf(data.length, {
        a: decimals(
          2,
          data.map(({ a }) => a),
        ),
        b: decimals(
          0,
          data.map(({ b }) => b),
        ),
        c: decimals(
          3,
          data.map(({ c }) => c),
        ),
      });
      const got = compileColumn(read.value, VECTORS).start(table, CONTEXT);
      if (!got.isVector) return;
      const column = got.all();
      for (const [row, { a, b, c }] of data.entries()) {
        const wanted = valueOf(whole, { a: fraction(a, 100), b: fraction(b), c: fraction(c, 1000) });
        const cell = cellAt(column, row);
        const words = `${textOf(whole)} in row ${row}: ${wanted ? toDecimal(wanted, 0, 20) : 'none'}`;
        if (wanted === undefined) expect(isError(cell), words).toBe(true);
        else expect(cell, words).toBeCloseTo(toFloat(wanted), 9);
      }
    }),
    { numRuns: runs(1500) },
  );
});
