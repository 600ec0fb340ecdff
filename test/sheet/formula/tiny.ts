/** A handful of functions and a host of a few cells, enough to try the grammar with. */
import { toNumber, toText } from '../../../src/sheet/formula/coerce.ts';
import { compile } from '../../../src/sheet/formula/compile.ts';
import type { FunctionSpec } from '../../../src/sheet/formula/function-spec.ts';
import type { Host } from '../../../src/sheet/formula/host.ts';
import { firstCell, matrixOf } from '../../../src/sheet/formula/matrix.ts';
import { parseFormula } from '../../../src/sheet/formula/parse.ts';
import { roundHalfAway } from '../../../src/sheet/formula/round.ts';
import { type Scalar, type Value, errorOf, isError, isMatrix } from '../../../src/sheet/formula/value.ts';

function numbersOf(value: Value | undefined): Scalar[] {
  if (value === undefined) return [];
  if (!isMatrix(value)) return [value];
  const cells: Scalar[] = [];
  for (let row = 0; row < value.rows; row++)
    for (let column = 0; column < value.columns; column++) cells.push(value.at(row, column));
  return cells.filter((cell) => typeof cell === 'number' || (cell !== null && isError(cell)));
}

const specs: readonly FunctionSpec[] = [
  {
    name: 'SUM',
    args: [{ kind: 'block' }],
    repeats: 1,
    call: (args) => {
      let sum = 0;
      for (const cell of args.flatMap(numbersOf)) {
        const number = toNumber(cell);
        if (typeof number !== 'number') return number;
        sum += number;
      }
      return sum;
    },
  },
  {
    name: 'ROUND',
    args: [{ kind: 'scalar' }, { kind: 'scalar' }],
    call: ([value, digits]) => {
      const number = toNumber(firstCell(value ?? null));
      const places = toNumber(firstCell(digits ?? null));
      if (typeof number !== 'number') return number;
      return typeof places === 'number' ? roundHalfAway(number, places) : places;
    },
  },
  {
    name: 'LEN',
    args: [{ kind: 'scalar' }],
    call: ([value]) => {
      const text = toText(firstCell(value ?? null));
      return typeof text === 'string' ? text.length : text;
    },
  },
  {
    name: 'ISERROR',
    args: [{ kind: 'scalar' }],
    takesErrors: true,
    call: ([value]) => isError(firstCell(value ?? null)),
  },
  {
    name: 'SUMIFS',
    args: [{ kind: 'block' }, { kind: 'block' }, { kind: 'scalar' }],
    repeats: 2,
    call: () => 0,
  },
  { name: 'LEFT', args: [{ kind: 'scalar' }, { kind: 'scalar', optional: true }], call: (args) => args.length },
  { name: 'TODAY', args: [], call: (_, { asOf }) => asOf },
  {
    name: 'EST.PRICE',
    args: [{ kind: 'scalar' }],
    call: (args, { product }) =>
      product?.(
        'EST.PRICE',
        args.map((arg) => firstCell(arg ?? null)),
      ) ?? errorOf('#N/A'),
  },
];

export const TINY: ReadonlyMap<string, FunctionSpec> = new Map(specs.map((spec) => [spec.name, spec]));

/** Cells of the sheet, by row: A1 is 1, B1 2, C1 'x', A2 is empty, B2 TRUE, C2 an error. */
export const CELLS: readonly (readonly Scalar[])[] = [
  [1, 2, 'x'],
  [null, true, errorOf('#N/A')],
  [3, '4', 5],
];

export const HOST: Host = {
  asOf: 20_000,
  locale: 'en-US',
  cell: (sheet, row, column) =>
    sheet === undefined || sheet === 'My sheet' ? (CELLS[row]?.[column] ?? null) : errorOf('#REF!'),
  range: (_sheet, { top, left, bottom, right }) =>
    matrixOf(CELLS.slice(top, bottom + 1).map((row) => row.slice(left, right + 1))),
  column: (table, column) =>
    column === 'Seats' && (table ?? 'Portfolio') === 'Portfolio' ? matrixOf([[10], [20], [30]]) : undefined,
  rowCell: (column, row) => (column === 'Seats' ? [10, 20, 30][row] : undefined),
  name: (name) =>
    new Map<string, Scalar>([
      ['est_uplift', 0.05],
      ['nothing', null],
    ]).get(name.toLowerCase()),
};

/** The value of a formula in cell B4 of the sheet; blocks as rows. */
export function valueOf(formula: string, options: { readonly rowWise?: boolean; readonly row?: number } = {}): unknown {
  const ast = parseFormula(formula);
  if (!ast.ok) return ast.error.words;
  const { row = 3, rowWise = false } = options;
  const value = compile(ast.value, TINY, { rowWise }).evaluate(HOST, { row, column: 1, rows: 3 });
  if (isMatrix(value))
    return Array.from({ length: value.rows }, (_, at) =>
      Array.from({ length: value.columns }, (__, column) => shown(value.at(at, column))),
    );
  return shown(value);
}

function shown(value: Scalar): unknown {
  return isError(value) ? value.code : value;
}
