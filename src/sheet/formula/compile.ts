/**
 * Trees become closures.
 *
 * Blocks where single values are wanted: in a cell of a sheet the operation runs once for each cell and the result spills;
 * in a column formula (`rowWise`) the cell of the own row counts (`[Seats]*2` is `[@Seats]*2`), of `{…}` and of what a
 * function spills the first cell, and other blocks are `#VALUE!`. Arguments that take blocks get them whole in both.
 */
import type { FormulaProblem, Node } from './ast.ts';
import { compileCall } from './compile-call.ts';
import { compileLeaf } from './compile-leaf.ts';
import { type Compiled, type Mode, Scope } from './compile-scope.ts';
import { type Place, type Run, frameAt, ownCell } from './frame.ts';
import type { FunctionSpec } from './function-spec.ts';
import type { Host } from './host.ts';
import { broadcast, firstCell } from './matrix.ts';
import { type Needs, nameKey, needsOf } from './needs.ts';
import { OPERATORS, UNARY } from './operators.ts';
import { type Matrix, type Scalar, type Value, errorOf, isMatrix } from './value.ts';

export type FunctionTable = ReadonlyMap<string, FunctionSpec>;

export interface CompiledFormula {
  /** The formula's value where it stands: an empty cell as 0, a block of one cell as that cell. */
  evaluate(host: Host, at: Place): Value;
  readonly needs: Needs;
  /** What makes the formula an error wherever it stands: unknown functions, wrong numbers of arguments. */
  readonly problems: readonly FormulaProblem[];
}

/** Options of `compile`. */
export interface CompileOptions {
  /** For column formulas; see above. */
  readonly rowWise?: boolean;
}

/** A formula ready to run. Never throws: what is wrong with it is its value (`#NAME?`, `#VALUE!`) and in `problems`. */
export function compile(
  ast: Node,
  functions: FunctionTable,
  { rowWise = false }: CompileOptions = {},
): CompiledFormula {
  const scope = new Scope(functions, rowWise, compileNode);
  const { run } = compileNode(ast, rowWise ? 'row' : 'block', scope);
  return {
    needs: needsOf(ast),
    problems: scope.problems,
    evaluate: (host, at) => {
      const value = run(frameAt(host, at));
      return single(value) ?? 0;
    },
  };
}

export interface RowFormula {
  readonly run: Run;
  /** Whether the value may be another in the next row. */
  readonly varies: boolean;
  readonly problems: readonly FormulaProblem[];
}

/** A formula for running over many rows with one frame (`rowWise`). */
export function compileRows(ast: Node, functions: FunctionTable): RowFormula {
  const scope = new Scope(functions, true, compileNode);
  return { ...compileNode(ast, 'row', scope), problems: scope.problems };
}

function single(value: Value): Value {
  return isMatrix(value) && value.rows === 1 && value.columns === 1 ? value.at(0, 0) : value;
}

function compileNode(node: Node, mode: Mode, scope: Scope): Compiled {
  switch (node.kind) {
    case 'unary':
      return node.operator === '@'
        ? compileIntersection(node.operand, scope)
        : compileUnary(UNARY[node.operator], node.operand, mode, scope);
    case 'binary':
      return compileBinary(OPERATORS[node.operator], node.left, node.right, mode, scope);
    case 'call':
      return compileCall(node, mode, scope);
    case 'let':
      return compileLet(node, mode, scope);
    default:
      return compileLeaf(node, mode, scope);
  }
}

function compileUnary(compute: (value: Scalar) => Scalar, operand: Node, mode: Mode, scope: Scope): Compiled {
  const inner = compileNode(operand, mode, scope);
  return {
    varies: inner.varies,
    run: (frame) => {
      const value = inner.run(frame);
      return isMatrix(value) ? broadcast([value], ([cell = null]) => compute(cell)) : compute(value);
    },
  };
}

function compileBinary(
  compute: (a: Scalar, b: Scalar) => Scalar,
  left: Node,
  right: Node,
  mode: Mode,
  scope: Scope,
): Compiled {
  const first = compileNode(left, mode, scope);
  const second = compileNode(right, mode, scope);
  const varies = first.varies || second.varies;
  const runFirst = scope.settled(first, varies);
  const runSecond = scope.settled(second, varies);
  return {
    varies,
    run: (frame) => {
      const a = runFirst(frame);
      const b = runSecond(frame);
      return isMatrix(a) || isMatrix(b) ? broadcast([a, b], ([x = null, y = null]) => compute(x, y)) : compute(a, b);
    },
  };
}

/** `@A1:A9`: the cell in the formula's own row or column; of other blocks the first cell. */
function compileIntersection(operand: Node, scope: Scope): Compiled {
  const { run } = compileNode(operand, 'block', scope);
  return {
    varies: true,
    run: (frame) => {
      const value = run(frame);
      if (!isMatrix(value)) return value;
      if (operand.kind === 'column') return ownCell(frame, value);
      return operand.kind === 'range'
        ? crossing(value, frame.row - operand.range.top, frame.column - operand.range.left)
        : firstCell(value);
    },
  };
}

function crossing(block: Matrix, row: number, column: number): Scalar {
  const inRow = block.rows === 1 ? 0 : row;
  const inColumn = block.columns === 1 ? 0 : column;
  const isInside = inRow >= 0 && inRow < block.rows && inColumn >= 0 && inColumn < block.columns;
  return isInside && (block.rows === 1 || block.columns === 1) ? block.at(inRow, inColumn) : errorOf('#VALUE!');
}

function compileLet(node: Node & { kind: 'let' }, mode: Mode, scope: Scope): Compiled {
  let inner = scope;
  const inits: { readonly slot: number; readonly run: Run }[] = [];
  for (const { name, value } of node.names) {
    // Whole blocks, since the name may be handed on to a function that takes one.
    const { run } = compileNode(value, 'block', inner);
    const slot = scope.newLocal();
    inits.push({ slot, run });
    inner = inner.with(nameKey(name), slot);
  }
  const body = compileNode(node.body, mode, inner);
  return {
    varies: true,
    run: (frame) => {
      for (const { slot, run } of inits) frame.locals[slot] = run(frame);
      return body.run(frame);
    },
  };
}
