/** Calls of functions as closures: arguments are counted, blocks spread out, errors handed on. */
import { formulaWords } from '../../core/text/en/formulas.ts';
import type { CallNode } from './ast.ts';
import type { Compiled, Mode, Scope } from './compile-scope.ts';
import type { Run } from './frame.ts';
import type { ArgumentSpec, FunctionSpec } from './function-spec.ts';
import { LAZY } from './lazy.ts';
import { broadcast, firstCell, matrixOf } from './matrix.ts';
import { type Scalar, type Value, errorOf, isError, isMatrix } from './value.ts';

const VALUE_ERROR = errorOf('#VALUE!');

function failed(node: CallNode, scope: Scope, words: string, value: Value): Compiled {
  scope.report({ ...node.nameSpan, words });
  return { varies: false, run: () => value };
}

/** Fewest and most arguments of a function; undefined: no bound. */
export function arityOf({ args, repeats = 0 }: FunctionSpec): {
  readonly least: number;
  readonly most: number | undefined;
} {
  const least = args.filter(({ optional = false }) => !optional).length;
  return { least, most: repeats > 0 ? undefined : args.length };
}

/** What is said of the argument at a place, the repeated ones counted through. */
export function argumentAt({ args, repeats = 0 }: FunctionSpec, index: number): ArgumentSpec | undefined {
  if (index < args.length || repeats === 0) return args[index];
  return args[args.length - repeats + ((index - args.length) % repeats)];
}

function countProblem(name: string, spec: FunctionSpec, count: number): string | undefined {
  const { least, most } = arityOf(spec);
  if (count < least) return formulaWords.fewArguments(name);
  if (most !== undefined && count > most) return formulaWords.manyArguments(name);
  const { args, repeats = 0 } = spec;
  const isWhole = repeats < 2 || count <= args.length || (count - args.length) % repeats === 0;
  return isWhole ? undefined : formulaWords.noPair(name);
}

export function compileCall(node: CallNode, mode: Mode, scope: Scope): Compiled {
  const { name } = node;
  // A single left-out argument is none: `TODAY()`.
  const args = node.args.length === 1 && node.args[0] === undefined ? [] : node.args;
  const lazy = LAZY.get(name);
  if (lazy) {
    const words = lazy.check(args.length);
    return words === undefined ? lazy.compile(args, mode, scope) : failed(node, scope, words(name), VALUE_ERROR);
  }
  const spec = scope.functions.get(name);
  if (spec?.call === undefined) {
    if (name === 'TRUE' || name === 'FALSE') return { varies: false, run: () => name === 'TRUE' };
    return failed(node, scope, formulaWords.noFunction(name), errorOf('#NAME?'));
  }
  const words = countProblem(name, spec, args.length);
  return words === undefined ? compileKnown(spec, args, mode, scope) : failed(node, scope, words, VALUE_ERROR);
}

/** A reference to one cell where blocks are read: what stands there counts like a cell of a range, not like a written value. */
function asBlock({ varies, run }: Compiled): Compiled {
  return {
    varies,
    run: (frame) => {
      const value = run(frame);
      return isMatrix(value) ? value : matrixOf([[value]]);
    },
  };
}

interface Argument {
  readonly run: Run;
  readonly isScalar: boolean;
}

function compileKnown(spec: FunctionSpec, nodes: CallNode['args'], mode: Mode, scope: Scope): Compiled {
  const compiled = nodes.map((node, index) => {
    const isScalar = argumentAt(spec, index)?.kind === 'scalar';
    const inner: Compiled =
      node === undefined ? { varies: false, run: () => null } : scope.compile(node, isScalar ? mode : 'block');
    const isCell = node?.kind === 'cell' || node?.kind === 'this-row';
    return { inner: isCell && !isScalar ? asBlock(inner) : inner, isScalar };
  });
  const varies = compiled.some(({ inner }) => inner.varies);
  const args = compiled.map(({ inner, isScalar }) => ({ run: scope.settled(inner, varies), isScalar }));
  const call = caller(spec, args);
  if (mode === 'block') return { varies, run: call };
  return { varies, run: (frame) => firstCell(call(frame)) };
}

function caller(spec: FunctionSpec, args: readonly Argument[]): Run {
  const { call, takesErrors = false } = spec;
  return (frame) => {
    const values: Value[] = [];
    let isSpread = false;
    for (const { run, isScalar } of args) {
      const value = run(frame);
      if (isScalar && !takesErrors && isError(value)) return value;
      isSpread ||= isScalar && isMatrix(value);
      values.push(value);
    }
    if (call === undefined) return VALUE_ERROR;
    return isSpread ? spread(spec, args, values, frame.host) : call(values, frame.host);
  };
}

/** Runs a function once for each cell of the blocks that stand where it wants single values. */
function spread(
  spec: FunctionSpec,
  args: readonly Argument[],
  values: readonly Value[],
  host: Parameters<NonNullable<FunctionSpec['call']>>[1],
): Value {
  const { call, takesErrors = false } = spec;
  const cells = values.map((value, index) => (args[index]?.isScalar === true ? value : undefined));
  return broadcast(cells, (row: readonly (Scalar | undefined)[]) => {
    const error = takesErrors ? undefined : row.find((cell) => cell !== undefined && isError(cell));
    if (error !== undefined) return error;
    return (
      call?.(
        values.map((value, index) => (args[index]?.isScalar === true ? row[index] : value)),
        host,
      ) ?? VALUE_ERROR
    );
  });
}
