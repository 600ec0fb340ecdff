/** Conditions and questions about values. Functions whose arguments may stay unevaluated have no `call`: they are the compiler's. */
import type { ArgumentKind, FunctionSpec } from '../formula/function-spec.ts';
import { errorOf, isError, type Scalar } from '../formula/value.ts';
import { cellOf, define, flag, scalar } from './params.ts';

/** A function that the compiler evaluates; `?` after a kind: may be left out. */
function lazy(name: string, args: readonly (ArgumentKind | 'lazy?')[], repeats = 0): FunctionSpec {
  return {
    name,
    args: args.map((kind) => (kind === 'lazy?' ? { kind: 'lazy', optional: true } : { kind })),
    ...(repeats > 0 ? { repeats } : {}),
    takesErrors: true,
  };
}

/** A question about a cell, answered for each cell of a block; errors are cells like others. */
function ask(name: string, isSo: (cell: Scalar) => boolean): FunctionSpec {
  return {
    name,
    args: [{ kind: 'scalar' }],
    takesErrors: true,
    call: ([value]) => isSo(cellOf(value)),
  };
}

const NA = errorOf('#N/A');

export const LOGIC: readonly FunctionSpec[] = [
  lazy('IF', ['lazy', 'lazy', 'lazy?']),
  lazy('IFS', ['lazy', 'lazy'], 2),
  lazy('IFERROR', ['lazy', 'lazy']),
  lazy('IFNA', ['lazy', 'lazy']),
  lazy('SWITCH', ['lazy', 'lazy', 'lazy'], 2),
  lazy('CHOOSE', ['lazy', 'lazy'], 1),
  lazy('AND', ['lazy'], 1),
  lazy('OR', ['lazy'], 1),
  lazy('LET', ['lazy', 'lazy', 'lazy'], 2),
  define('NOT', [flag], ([value]) => !value),
  ask('ISBLANK', (cell) => cell === null),
  ask('ISERROR', isError),
  ask('ISNA', (cell) => cell === NA || (isError(cell) && cell.code === NA.code)),
  ask('ISNUMBER', (cell) => typeof cell === 'number'),
  ask('ISTEXT', (cell) => typeof cell === 'string'),
  define('NA', [], () => NA),
  define('N', [scalar], ([cell]) => (typeof cell === 'number' ? cell : Number(cell === true))),
];
