/** Literals and references as closures. */
import type { Node } from './ast.ts';
import type { Compiled, Mode, Scope } from './compile-scope.ts';
import { type Run, ownCell } from './frame.ts';
import { matrixOf } from './matrix.ts';
import { nameKey } from './needs.ts';
import { type FormulaError, type Value, errorOf, isMatrix } from './value.ts';

const REF_ERROR = errorOf('#REF!');
const NAME_ERROR = errorOf('#NAME?');

type Leaf = Exclude<Node, { kind: 'unary' | 'binary' | 'call' | 'let' }>;

function constant(value: Value): Compiled {
  return { varies: false, run: () => value };
}

/** Where a single value is wanted, the own row's cell of a block. */
function narrowed(run: Run, mode: Mode): Run {
  if (mode === 'block') return run;
  return (frame) => {
    const value = run(frame);
    return isMatrix(value) ? ownCell(frame, value) : value;
  };
}

export function compileLeaf(node: Leaf, mode: Mode, scope: Scope): Compiled {
  switch (node.kind) {
    case 'number':
    case 'text':
    case 'flag':
    case 'error':
      return constant(node.value);
    case 'array':
      return constant(mode === 'row' ? (node.rows[0]?.[0] ?? null) : matrixOf(node.rows));
    case 'cell': {
      const { sheet, row, column } = node;
      return { varies: false, run: ({ host }) => host.cell(sheet, row, column) };
    }
    case 'spill': {
      const { sheet, row, column } = node;
      const run: Run = ({ host }) => host.spill?.(sheet, row, column) ?? REF_ERROR;
      return { varies: mode === 'row', run: narrowed(run, mode) };
    }
    case 'range': {
      const { sheet, range } = node;
      return { varies: mode === 'row', run: narrowed(({ host }) => host.range(sheet, range), mode) };
    }
    case 'name':
      return compileName(node.name, mode, scope);
    case 'column':
    case 'this-row':
      return compileColumnNode(node, mode);
  }
}

function compileColumnNode({ kind, table, column }: Node & { kind: 'column' | 'this-row' }, mode: Mode): Compiled {
  if (table === undefined && (kind === 'this-row' || mode === 'row'))
    return { varies: true, run: ({ host, row }) => orError(host.rowCell(column, row), REF_ERROR) };
  const whole: Run = ({ host }) => host.column(table, column) ?? REF_ERROR;
  if (kind === 'this-row' || mode === 'row') return { varies: true, run: narrowed(whole, 'row') };
  return { varies: false, run: whole };
}

/** Tells an empty cell (null) from what is not there (undefined). */
function orError(value: Value | undefined, error: FormulaError): Value {
  return value === undefined ? error : value;
}

function compileName(name: string, mode: Mode, scope: Scope): Compiled {
  const slot = scope.local(nameKey(name));
  const run: Run =
    slot === undefined ? ({ host }) => orError(host.name(name), NAME_ERROR) : ({ locals }) => locals[slot] ?? null;
  return { varies: slot !== undefined, run: scope.rowWise ? narrowed(run, mode) : run };
}
