/** Loans and cash flows. Money paid is negative, money received positive; rates are per period. */
import type { CallContext, FunctionSpec } from '../formula/function-spec.ts';
import { errorOf, type FormulaError, type Matrix, type Value } from '../formula/value.ts';
import { eachNumber, numbersOf } from './numbers.ts';
import { block, define, finite, number, optional } from './params.ts';
import { solveRate } from './solver.ts';

const NUM = errorOf('#NUM!');

/** A loan or a plan of savings; `due` 1: payments at the start of each period. */
interface Annuity {
  readonly rate: number;
  readonly periods: number;
  readonly payment: number;
  readonly present: number;
  readonly future: number;
  readonly due: number;
}

/** What 1 paid each period has grown to after all of them. */
function growth(rate: number, periods: number, due: number): number {
  if (rate === 0) return periods;
  // For small rates the difference would cancel out.
  return (Math.expm1(periods * Math.log1p(rate)) / rate) * (1 + rate * due);
}

/** What is left over at the end when everything is paid: 0 for amounts that fit each other. */
function balance({ rate, periods, payment, present, future, due }: Annuity): number {
  return present * (1 + rate) ** periods + payment * growth(rate, periods, due) + future;
}

function payment(rate: number, periods: number, present: number, future: number, due: number): Value {
  if (periods === 0) return NUM;
  return -(present * (1 + rate) ** periods + future) / growth(rate, periods, due);
}

function rateOf(annuity: Omit<Annuity, 'rate'>, guess: number): Value {
  if (annuity.periods <= 0) return NUM;
  return solveRate((rate) => balance({ ...annuity, rate }), guess) ?? NUM;
}

function presentOf(values: readonly number[], rate: number): number {
  let sum = 0;
  for (let index = values.length - 1; index >= 0; index--) sum = ((values[index] ?? 0) + sum) / (1 + rate);
  return sum;
}

function irr(matrix: Matrix, guess: number): Value {
  const flows: number[] = [];
  const error: FormulaError | undefined = eachNumber(matrix, (value) => flows.push(value));
  if (error !== undefined) return error;
  if (guess <= -1 || !flows.some((flow) => flow > 0) || !flows.some((flow) => flow < 0)) return NUM;
  const scale = Math.max(...flows.map((flow) => Math.abs(flow)));
  const scaled = flows.map((flow) => flow / scale);
  return solveRate((rate) => presentOf(scaled, rate) * (1 + rate), guess) ?? NUM;
}

function npv([first, ...others]: readonly (Value | undefined)[], context: CallContext): Value {
  const rate = number.read(first, context);
  const flows = numbersOf(others);
  if (typeof rate !== 'number') return rate;
  if (!(flows instanceof Array)) return flows;
  return rate === -1 ? errorOf('#DIV/0!') : finite(presentOf(flows, rate));
}

const zero = optional(number, 0);
const due = optional({ kind: number.kind, read: (value, context) => dueOf(number.read(value, context)) }, 0);

function dueOf(value: number | FormulaError): number | FormulaError {
  return typeof value === 'number' ? Number(value !== 0) : value;
}

export const FINANCE: readonly FunctionSpec[] = [
  define('PMT', [number, number, number, zero, due], ([rate, periods, present, future, type]) =>
    payment(rate, periods, present, future, type),
  ),
  define(
    'FV',
    [number, number, number, zero, due],
    ([rate, periods, paid, present, type]) => -(present * (1 + rate) ** periods + paid * growth(rate, periods, type)),
  ),
  define(
    'PV',
    [number, number, number, zero, due],
    ([rate, periods, paid, future, type]) => -(future + paid * growth(rate, periods, type)) / (1 + rate) ** periods,
  ),
  define('RATE', [number, number, number, zero, due, optional(number, 0.1)], (values) => {
    const [periods, paid, present, future, type, guess] = values;
    return rateOf({ periods, payment: paid, present, future, due: type }, guess);
  }),
  { name: 'NPV', args: [{ kind: 'scalar' }, { kind: 'block' }], repeats: 1, call: npv },
  define('IRR', [block, optional(number, 0.1)], ([flows, guess]) => irr(flows, guess)),
];
