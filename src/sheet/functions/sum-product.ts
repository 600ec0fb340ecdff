/** SUMPRODUCT: products of cells at the same place, added up; exact where they are made of decimals and whole numbers. */
import { errorOf, type FormulaError, isError, isMatrix, type Matrix, type Value } from '../formula/value.ts';
import { sameShape } from './matrix.ts';
import { block } from './params.ts';
import { Total } from './totals.ts';

const VALUE = errorOf('#VALUE!');

/** Reading blocks needs neither day nor locale. */
const CONTEXT = { asOf: 0, locale: 'en-US' };

/** What is no number counts 0. */
export function sumProduct(args: readonly (Value | undefined)[]): Value {
  const matrices: Matrix[] = [];
  for (const argument of args) {
    const matrix = block.read(argument, CONTEXT);
    if (!isMatrix(matrix)) return matrix;
    matrices.push(matrix);
  }
  const [first] = matrices;
  if (first === undefined || matrices.some((matrix) => !sameShape(matrix, first))) return VALUE;
  const scale = matrices.reduce((sum, { decimals }) => sum + (decimals?.scale ?? 0), 0);
  const total = new Total();
  for (let row = 0; row < first.rows; row++) {
    for (let column = 0; column < first.columns; column++) {
      const error = addProduct(total, matrices, scale, row, column);
      if (error !== undefined) return error;
    }
  }
  return total.value();
}

/** Adds one product: as whole units of all the decimals' places when it is safe to, else as a double. */
function addProduct(
  total: Total,
  matrices: readonly Matrix[],
  scale: number,
  row: number,
  column: number,
): FormulaError | undefined {
  let value = 1;
  let units = 1;
  for (const matrix of matrices) {
    const cell = matrix.at(row, column);
    if (isError(cell)) return cell;
    const factor = typeof cell === 'number' ? cell : 0;
    value *= factor;
    units *= matrix.decimals === undefined || factor === 0 ? factor : (matrix.decimals.units[row] ?? NaN);
  }
  if (Number.isSafeInteger(units)) total.addUnits(units, scale);
  else total.add(value);
  return undefined;
}
