/**
 * The functions that decide which of their arguments are computed: IF, IFS, IFERROR, IFNA, SWITCH, CHOOSE; and AND, OR, which
 * read blocks in their own way. Where a condition is a block, all arguments are computed and chosen from cell by cell.
 */
import { formulaWords } from '../../core/text/en/formulas.ts';
import type { Node } from './ast.ts';
import { compareScalars, toBoolean, toNumber } from './coerce.ts';
import type { Compiled, Mode, Scope } from './compile-scope.ts';
import type { Frame, Run } from './frame.ts';
import { broadcast } from './matrix.ts';
import { type Scalar, type Value, errorOf, isError, isMatrix } from './value.ts';

type Words = (name: string) => string;
type Args = readonly (Node | undefined)[];

export interface LazyFunction {
  /** What is wrong with a number of arguments. */
  check(count: number): Words | undefined;
  compile(args: Args, mode: Mode, scope: Scope): Compiled;
}

/** Computes the argument at a place. */
type Give = (index: number) => Value;

/** Chooses: asks for the arguments that it needs and gives one of them. A block that it cannot decide by is thrown. */
type Choose = (give: Give, count: number) => Value;

/** Thrown by `decide` when a condition turns out to be a block; caught below. */
class IsBlock extends Error {}

/** A condition's single value. */
function decide(value: Value): Scalar {
  if (isMatrix(value)) throw new IsBlock();
  return value;
}

function between(least: number, most?: number): (count: number) => Words | undefined {
  return (count) => {
    if (count < least) return formulaWords.fewArguments;
    return most !== undefined && count > most ? formulaWords.manyArguments : undefined;
  };
}

function chooser(choose: Choose, check: LazyFunction['check']): LazyFunction {
  return {
    check,
    compile: (args, mode, scope) => {
      const inner = args.map((arg): Compiled =>
        arg === undefined ? { varies: false, run: () => null } : scope.compile(arg, mode),
      );
      const varies = inner.some((arg) => arg.varies);
      const runs = inner.map((arg) => scope.settled(arg, varies));
      return { varies, run: (frame) => chosen(choose, runs, frame) };
    },
  };
}

function chosen(choose: Choose, runs: readonly Run[], frame: Frame): Value {
  try {
    return choose((index) => runs[index]?.(frame) ?? null, runs.length);
  } catch (error) {
    if (!(error instanceof IsBlock)) throw error;
  }
  const values = runs.map((run) => run(frame));
  return broadcast(values, (cells) => choose((index) => cells[index] ?? null, cells.length));
}

const NA = errorOf('#N/A');
const VALUE_ERROR = errorOf('#VALUE!');

const chooseIf: Choose = (give, count) => {
  const condition = toBoolean(decide(give(0)));
  if (typeof condition !== 'boolean') return condition;
  if (condition) return give(1);
  return count > 2 ? give(2) : false;
};

const chooseIfs: Choose = (give, count) => {
  for (let at = 0; at + 1 < count; at += 2) {
    const condition = toBoolean(decide(give(at)));
    if (typeof condition !== 'boolean') return condition;
    if (condition) return give(at + 1);
  }
  return NA;
};

const chooseSwitch: Choose = (give, count) => {
  const wanted = decide(give(0));
  if (isError(wanted)) return wanted;
  for (let at = 1; at + 1 < count; at += 2) {
    const order = compareScalars(wanted, decide(give(at)));
    if (typeof order !== 'number') return order;
    if (order === 0) return give(at + 1);
  }
  return count % 2 === 0 ? give(count - 1) : NA;
};

const chooseByNumber: Choose = (give, count) => {
  const index = toNumber(decide(give(0)));
  if (typeof index !== 'number') return index;
  const at = Math.trunc(index);
  return at >= 1 && at < count ? give(at) : VALUE_ERROR;
};

function unlessError(isCaught: (code: string) => boolean): Choose {
  return (give) => {
    const value = give(0);
    if (isMatrix(value)) throw new IsBlock();
    return isError(value) && isCaught(value.code) ? give(1) : value;
  };
}

/** AND and OR: texts and empty cells of blocks do not count, without any condition left it is `#VALUE!`. */
function allOf(join: (conditions: readonly boolean[]) => boolean): LazyFunction {
  return {
    check: between(1),
    compile: (args, _mode, scope) => {
      const inner = args.map((arg): Compiled =>
        arg === undefined ? { varies: false, run: () => false } : scope.compile(arg, 'block'),
      );
      const varies = inner.some((arg) => arg.varies);
      const runs = inner.map((arg) => scope.settled(arg, varies));
      const isReference = args.map((arg) => arg?.kind === 'cell');
      return { varies, run: (frame) => joined(runs, isReference, frame, join) };
    },
  };
}

function joined(
  runs: readonly Run[],
  isReference: readonly boolean[],
  frame: Frame,
  join: (conditions: readonly boolean[]) => boolean,
): Scalar {
  const conditions: boolean[] = [];
  for (const [index, run] of runs.entries()) {
    const value = run(frame);
    // A reference to one cell is read like a block of one.
    const isSkipped = (cell: Scalar): boolean => cell === null || typeof cell === 'string';
    if (!isMatrix(value) && isReference[index] === true && isSkipped(value)) continue;
    const cells = isMatrix(value) ? cellsOf(value) : [value];
    for (const cell of cells) {
      if (isMatrix(value) && isSkipped(cell)) continue;
      const condition = toBoolean(cell);
      if (typeof condition !== 'boolean') return condition;
      conditions.push(condition);
    }
  }
  return conditions.length === 0 ? VALUE_ERROR : join(conditions);
}

function* cellsOf(block: Exclude<Value, Scalar>): Generator<Scalar> {
  for (let row = 0; row < block.rows; row++)
    for (let column = 0; column < block.columns; column++) yield block.at(row, column);
}

function inPairs(least: number): (count: number) => Words | undefined {
  return (count) => (count < least ? formulaWords.fewArguments : count % 2 === 1 ? formulaWords.noPair : undefined);
}

export const LAZY: ReadonlyMap<string, LazyFunction> = new Map([
  ['IF', chooser(chooseIf, between(2, 3))],
  ['IFS', chooser(chooseIfs, inPairs(2))],
  ['SWITCH', chooser(chooseSwitch, between(3))],
  ['CHOOSE', chooser(chooseByNumber, between(2))],
  [
    'IFERROR',
    chooser(
      unlessError(() => true),
      between(2, 2),
    ),
  ],
  [
    'IFNA',
    chooser(
      unlessError((code) => code === '#N/A'),
      between(2, 2),
    ),
  ],
  ['AND', allOf((conditions) => conditions.every(Boolean))],
  ['OR', allOf((conditions) => conditions.some(Boolean))],
]);
