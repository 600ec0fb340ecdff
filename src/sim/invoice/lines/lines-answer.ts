/** The arithmetic of a month's lines: how many add up, which do not, and what is too small to be listed. */
import type { Day } from '../../../core/days.ts';
import { parseExact, ZERO } from '../../../core/exact.ts';
import { type Minor, minorDigits, roundToMinor, safeMinor } from '../../../core/money.ts';
import { toEnd } from '../../to-end.ts';
import { subtotalOf } from '../model/amounts.ts';
import { type CheckedLines, VERDICTS } from '../model/check-lines.ts';
import { lineDetails } from '../model/line-details.ts';
import type { InvoiceLines } from '../model/types.ts';
import { adjustmentSteps } from './adjustment-sums.ts';
import { lineBundles } from './bundles.ts';
import { chargeSums, creditSums } from './charge-sums.ts';
import { rateSums } from './rate-sums.ts';
import type { LinesAnswer, LinesQuery, NoiseSum, VerdictSum } from './types.ts';

/** Lines that are listed at most. */
export const MOST_LISTED = 500;
const UNKNOWN = VERDICTS.indexOf('unknown');
const SUBTOTAL = VERDICTS.indexOf('subtotal');
const TOTAL = VERDICTS.indexOf('total');

/** @param months of `lineMonths` */
export function linesAnswer(
  lines: InvoiceLines,
  checked: CheckedLines,
  months: Int32Array,
  query: LinesQuery,
): LinesAnswer {
  return toEnd(linesSteps(lines, checked, months, query));
}

/** The same in steps; the share that is done comes out of each. */
export function* linesSteps(
  lines: InvoiceLines,
  checked: CheckedLines,
  months: Int32Array,
  { month, currency, gate }: LinesQuery,
): Generator<number, LinesAnswer> {
  const digits = minorDigits(currency);
  const rows = rowsOf(lines, months, month, currency);
  const differences = rows.map((row) => differenceOf(lines, checked, row, digits));
  yield 0.1;
  const least = roundToMinor(parseExact(gate) ?? ZERO, digits);
  const isFault = (row: number): boolean => checked.verdicts[row] === SUBTOTAL || checked.verdicts[row] === TOTAL;
  const faults = rows.flatMap((row, at) => (isFault(row) ? [{ row, difference: differences[at] ?? 0 }] : []));
  const odd = faults.filter(({ difference }) => Math.abs(difference) > least);
  odd.sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference) || a.row - b.row);
  const unknown = rows.filter((row) => checked.verdicts[row] === UNKNOWN);
  const listed = [...odd.map(({ row }) => row), ...unknown];
  const verdicts = verdictSums(checked, rows, differences);
  yield 0.2;
  const charges = chargeSums(lines, checked, rows);
  yield 0.3;
  const credits = creditSums(lines, checked, rows);
  yield 0.4;
  const adjustments = yield* adjustmentSteps(lines, checked, rows, [0.4, 0.7]);
  const rates = rateSums(lines, rows);
  yield 0.9;
  return {
    lines: rows.length,
    subtotal: safeMinor(rows.reduce((sum, row) => sum + subtotalOf(checked, row), 0)),
    verdicts,
    noise: noiseOf(faults.flatMap(({ difference }) => (Math.abs(difference) > least ? [] : [difference]))),
    odd: lineDetails(lines, checked, listed.slice(0, MOST_LISTED)),
    oddLines: listed.length,
    oddDifference: safeMinor(odd.reduce((sum, { difference }) => sum + difference, 0)),
    ...{ charges, credits, adjustments, rates },
    bundles: lineBundles(lines, checked, rows),
  };
}

function rowsOf(lines: InvoiceLines, months: Int32Array, month: Day | undefined, currency: string): readonly number[] {
  const { codes, values } = lines.texts.currency;
  const isWanted = values.map((code) => code.toUpperCase() === currency);
  const rows: number[] = [];
  for (let row = 0; row < lines.rows; row++) {
    if (isWanted[codes[row] ?? 0] && (month === undefined || months[row] === month)) rows.push(row);
  }
  return rows;
}

/** What the file has more: in the total of a line whose subtotal is right, else in its subtotal. */
function differenceOf(lines: InvoiceLines, checked: CheckedLines, row: number, digits: number): Minor {
  if (checked.verdicts[row] !== TOTAL) return checked.residue[row] ?? 0;
  const tax = roundToMinor(lines.figure('taxTotal', row) ?? ZERO, digits);
  return (checked.total[row] ?? 0) - (checked.subtotal[row] ?? 0) - tax;
}

function verdictSums(
  checked: CheckedLines,
  rows: readonly number[],
  differences: readonly Minor[],
): readonly VerdictSum[] {
  const sums = VERDICTS.map((verdict) => ({ verdict, lines: 0, subtotal: 0, difference: 0 }));
  for (const [at, row] of rows.entries()) {
    const sum = sums[checked.verdicts[row] ?? 0];
    if (!sum) continue;
    sum.lines++;
    sum.subtotal += subtotalOf(checked, row);
    sum.difference += differences[at] ?? 0;
  }
  return sums;
}

function noiseOf(differences: readonly Minor[]): NoiseSum {
  return {
    lines: differences.length,
    net: safeMinor(differences.reduce((sum, one) => sum + one, 0)),
    gross: safeMinor(differences.reduce((sum, one) => sum + Math.abs(one), 0)),
  };
}
