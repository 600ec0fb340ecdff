/** SUMIF, COUNTIFS, AVERAGEIF, MINIFS and the rest: figures of the rows that meet criteria. */
import type { CallContext, FunctionSpec } from '../formula/function-spec.ts';
import { errorOf, type FormulaError, isError, isMatrix, type Matrix, type Value } from '../formula/value.ts';
import { answered, type Condition, conditionsOf, countOnSide, eachMatch } from './conditional.ts';
import { cellAt, sameShape } from './matrix.ts';
import { Total } from './totals.ts';

type Figure = (values: Matrix, conditions: readonly Condition[]) => Value;

const VALUE = errorOf('#VALUE!');

/** Visits the numbers of the rows that meet the conditions; gives the first error among them. */
function eachNumberMatched(
  values: Matrix,
  conditions: readonly Condition[],
  visit: (value: number, index: number) => void,
): FormulaError | undefined {
  let error: FormulaError | undefined;
  eachMatch(conditions, (index) => {
    const cell = cellAt(values, index);
    if (typeof cell === 'number') visit(cell, index);
    else if (error === undefined && isError(cell)) error = cell;
  });
  return error;
}

function totalMatched(values: Matrix, conditions: readonly Condition[]): Total | FormulaError {
  const total = new Total();
  const { decimals } = values;
  const error = eachNumberMatched(values, conditions, (value, index) => {
    const units = decimals?.units[index];
    if (decimals === undefined || units === undefined || Number.isNaN(units)) total.add(value);
    else total.addUnits(units, decimals.scale);
  });
  return error ?? total;
}

const sum: Figure = (values, conditions) => {
  const total = totalMatched(values, conditions);
  return total instanceof Total ? total.value() : total;
};

const average: Figure = (values, conditions) => {
  const total = totalMatched(values, conditions);
  if (!(total instanceof Total)) return total;
  return total.count === 0 ? errorOf('#DIV/0!') : total.value() / total.count;
};

const count: Figure = (_values, conditions) => {
  let found = 0;
  eachMatch(conditions, () => found++);
  return found;
};

function best(isBetter: (a: number, b: number) => boolean): Figure {
  return (values, conditions) => {
    let found: number | undefined;
    const error = eachNumberMatched(values, conditions, (value) => {
      if (found === undefined || isBetter(value, found)) found = value;
    });
    return error ?? found ?? 0;
  };
}

/** SUMIFS and its kin: values first, then pairs of range and criterion. */
function overPairs(name: string, figure: Figure): FunctionSpec {
  return {
    name,
    args: [{ kind: 'block' }, { kind: 'block' }, { kind: 'scalar' }],
    repeats: 2,
    takesErrors: true,
    call: ([values, ...pairs], context) => {
      if (values === undefined || !isMatrix(values)) return VALUE;
      const conditions = conditionsOf(pairs, context.locale);
      if (!(conditions instanceof Array)) return conditions;
      if (conditions[0] === undefined || !sameShape(values, conditions[0].range)) return VALUE;
      return answered(name, values, conditions, () => figure(values, conditions));
    },
  };
}

/** SUMIF and AVERAGEIF: a range, a criterion, and where the values stand if not in the range itself. */
function overOne(name: string, figure: Figure): FunctionSpec {
  return {
    name,
    args: [{ kind: 'block' }, { kind: 'scalar' }, { kind: 'block', optional: true }],
    takesErrors: true,
    call: ([range, criterion, values], context) => {
      const conditions = conditionsOf([range, criterion ?? null], context.locale);
      if (!(conditions instanceof Array)) return conditions;
      const [condition] = conditions;
      if (condition === undefined) return VALUE;
      const figures = values ?? condition.range;
      // Excel reads on beyond a smaller block; its cells are not at hand here, and leaving them out would be a wrong sum.
      if (!isMatrix(figures) || !sameShape(figures, condition.range)) return VALUE;
      return answered(name, figures, conditions, () => figure(figures, conditions));
    },
  };
}

function countOf(args: readonly (Value | undefined)[], { locale }: CallContext): Value {
  const conditions = conditionsOf(args, locale);
  if (!(conditions instanceof Array)) return conditions;
  const [first] = conditions;
  if (first === undefined) return VALUE;
  const counted = conditions.length === 1 ? countOnSide(first) : undefined;
  return counted ?? answered('COUNTIFS', first.range, conditions, () => count(first.range, conditions));
}

const pair = [{ kind: 'block' }, { kind: 'scalar' }] as const;

export const CONDITIONAL: readonly FunctionSpec[] = [
  overOne('SUMIF', sum),
  overPairs('SUMIFS', sum),
  overOne('AVERAGEIF', average),
  overPairs('AVERAGEIFS', average),
  overPairs(
    'MINIFS',
    best((a, b) => a < b),
  ),
  overPairs(
    'MAXIFS',
    best((a, b) => a > b),
  ),
  { name: 'COUNTIF', args: pair, takesErrors: true, call: countOf },
  { name: 'COUNTIFS', args: pair, repeats: 2, takesErrors: true, call: countOf },
];
