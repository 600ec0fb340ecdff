/** Billed subscriptions that no export has: ended since, of the month before, of customers that no export names, or one too many. */
import { equals, fraction, isZero, toFloat, ZERO } from '../../../core/exact.ts';
import { minorDigits } from '../../../core/money.ts';
import { cycleDays } from '../charge-cycle.ts';
import { wholeCycleMonths } from '../../full-cycle.ts';
import { type BilledGroup, type BilledLine, billedLine } from './billed-groups.ts';
import { differenceOf, ofRow } from './difference.ts';
import { explainLine, type Factors, type Found } from './factors.ts';
import { checkAlone } from './line-alone.ts';
import type { CheckContext } from './check-context.ts';

const CANCEL = 'cancelimmediate';
const CYCLE = /^(?:new|renew|cyclecharge)$/;

export function checkStranger(context: CheckContext, group: BilledGroup): void {
  const { lines, checked, covered, lastMonth } = context;
  if (!covered.has(group.customerId)) {
    for (const row of group.rows) checkAlone(context, row);
    return;
  }
  const billed = group.rows.flatMap((row) => billedLine(lines, checked, row) ?? []);
  const charge = billed.find(({ chargeType, quantity }) => CYCLE.test(chargeType) && quantity.n > 0n);
  const refund = billed.find(({ chargeType }) => chargeType === CANCEL || chargeType === 'convert');
  if (refund) {
    checkEnded(context, group, charge, refund);
    return;
  }
  const cause = !charge && lastMonth.isEmpty ? 'previous-month' : 'extra';
  takeWhole(context, group, cause, lastMonth.has(group.rows[0] ?? 0));
}

function takeWhole(
  { tallies, lines }: CheckContext,
  { rows, currency }: BilledGroup,
  cause: 'previous-month' | 'extra',
  wasBilled: boolean,
): void {
  const amount = tallies.billed(rows);
  tallies.compared(currency, { rows, expected: 0, noise: 0, agrees: amount === 0 });
  if (amount === 0) return;
  const found: Found = { cause, amount, ratio: undefined, was: '', should: '' };
  const certainty = cause === 'previous-month' ? 'low' : wasBilled ? 'medium' : 'high';
  const evidence = { join: 'none', billed: amount, expected: 0, rows, lines: [], all: [found], certainty } as const;
  tallies.add(differenceOf(ofRow(lines, rows[0] ?? 0), found, evidence));
}

/** Charged and given back: what is given back follows from the charge. */
function checkEnded(
  context: CheckContext,
  group: BilledGroup,
  charge: BilledLine | undefined,
  refund: BilledLine,
): void {
  const { tallies, lines } = context;
  const should = charge && refundFactors(charge, refund);
  const digits = { pricing: minorDigits(group.pricingCurrency), billing: minorDigits(group.currency) };
  const explained = should && explainLine({ ...refund, unitPrice: undefined }, should, digits);
  const others = group.rows.filter((row) => !refund.rows.includes(row));
  const billed = tallies.billed(others);
  tallies.compared(group.currency, { rows: others, expected: billed, noise: 0, agrees: true });
  const found = explained?.found ?? [];
  const expected = explained?.expected ?? refund.subtotal;
  const noise = explained?.noise ?? 0;
  tallies.compared(group.currency, { rows: refund.rows, expected, noise, agrees: found.length === 0 });
  for (const cause of found) {
    const evidence = {
      join: 'none',
      billed: refund.subtotal,
      expected,
      rows: group.rows,
      lines: [],
      all: found,
    } as const;
    tallies.add(differenceOf(ofRow(lines, refund.rows[0] ?? 0), cause, { ...evidence, certainty: 'medium' }));
  }
}

function refundFactors(charge: BilledLine, refund: BilledLine): Factors | undefined {
  const months = wholeCycleMonths(charge.from, charge.to);
  if (months === undefined || isZero(charge.effective) || refund.to !== charge.to) return undefined;
  const days = cycleDays(charge.from, charge.to, months);
  // Within 24 hours everything comes back, on the next day too.
  const isWhole = refund.from - charge.from <= 1 && equals(refund.effective, charge.effective);
  const left = isWhole || refund.from === charge.from ? days : charge.to - refund.from + 1;
  return {
    ...{ unitPrice: charge.effective, share: ZERO, days: left, cycleDays: days, rate: charge.rate },
    quantity: fraction(-toFloat(charge.quantity)),
  };
}
