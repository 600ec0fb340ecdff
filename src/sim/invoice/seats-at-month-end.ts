/** How many seats a subscription has after a month, told from its billed lines alone. */
import type { Day } from '../../core/days.ts';
import { add, equals, type Exact, subtract, ZERO } from '../../core/exact.ts';

export interface OrderedLine {
  readonly orderDate: Day;
  /** `BillableQuantity`, above zero for every line. */
  readonly quantity: Exact;
  /** Whether the line charges or gives back. */
  readonly isCharge: boolean;
  /** `customerCredit` lines say nothing about seats. */
  readonly isCredit: boolean;
}

/**
 * The seats of the last day with a charge. Each change gives back the seats of before and charges those of after, so of several
 * changes on one day the charge that nothing gave back is the last; where that is not one line, it is what the day charged less
 * what it gave back, as Microsoft writes. Undefined where nothing was charged.
 */
export function seatsAtMonthEnd(lines: readonly OrderedLine[]): Exact | undefined {
  const seats = lines.filter(({ isCredit }) => !isCredit);
  const last = Math.max(...seats.filter(({ isCharge }) => isCharge).map(({ orderDate }) => orderDate));
  const ofDay = seats.filter(({ orderDate }) => orderDate === last);
  const charged = ofDay.filter(({ isCharge }) => isCharge).map(({ quantity }) => quantity);
  const given = ofDay.filter(({ isCharge }) => !isCharge).map(({ quantity }) => quantity);
  if (charged.length <= 1) return charged[0];
  const left = [...charged];
  for (const quantity of given) {
    const at = left.findIndex((candidate) => equals(candidate, quantity));
    if (at >= 0) left.splice(at, 1);
  }
  return left.length === 1 ? left[0] : subtract(sumOf(charged), sumOf(given));
}

function sumOf(quantities: readonly Exact[]): Exact {
  return quantities.reduce(add, ZERO);
}
