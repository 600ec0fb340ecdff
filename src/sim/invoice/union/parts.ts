/** Charges that come in parts: Microsoft 365 E5 is billed as a telephony and another line. */
import { add, equals, type Exact, toFloat } from '../../../core/exact.ts';
import { safeMinor } from '../../../core/money.ts';
import type { BilledLine } from './billed-groups.ts';

/**
 * Lines of one cycle that together cost what a seat should, and each alone does not, become one.
 * @param unitPrice what a seat should cost for the cycle
 */
export function joinParts(lines: readonly BilledLine[], unitPrice: Exact): readonly BilledLine[] {
  if (lines.length < 2) return lines;
  const joined: BilledLine[] = [];
  const left = [...lines];
  while (left.length > 0) {
    const first = left.shift();
    if (!first) break;
    const at = left.findIndex((other) => isOtherPart(first, other, unitPrice));
    const [other] = at < 0 ? [] : left.splice(at, 1);
    joined.push(other ? together(first, other) : first);
  }
  return joined;
}

function isOtherPart(one: BilledLine, other: BilledLine, wanted: Exact): boolean {
  if (one.from !== other.from || one.to !== other.to || !equals(one.quantity, other.quantity)) return false;
  if (!one.unitPrice || !other.unitPrice || equals(one.unitPrice, other.unitPrice)) return false;
  const sum = toFloat(add(one.unitPrice, other.unitPrice));
  // A cent for each part is rounding.
  return Math.abs(sum - toFloat(wanted)) <= 0.02;
}

function together(one: BilledLine, other: BilledLine): BilledLine {
  return {
    ...one,
    rows: [...one.rows, ...other.rows],
    unitPrice: one.unitPrice && other.unitPrice && add(one.unitPrice, other.unitPrice),
    effective: add(one.effective, other.effective),
    subtotal: safeMinor(one.subtotal + other.subtotal),
  };
}
