/** The bill of one month to that of another, step by step, from billed lines alone. */
import { type Month, monthOfDay } from '../../../core/days.ts';
import { type Minor, safeMinor } from '../../../core/money.ts';
import { NO_DAY } from '../../../core/table.ts';
import { remember } from '../../remember.ts';
import type { CheckedLines } from '../model/check-lines.ts';
import type { InvoiceLines, LineText } from '../model/types.ts';
import { billedDay, billedIn, groupLines } from './grouped-lines.ts';
import { LineRoles } from './line-roles.ts';
import { Moves } from './move.ts';
import { StepParts } from './step-parts.ts';
import { SubscriptionSteps } from './subscription-steps.ts';
import {
  type BillBridge,
  type BilledMonth,
  BRIDGE_STEPS,
  type BridgePart,
  type BridgeStepName,
  type CurrencyBridge,
} from './types.ts';
import { UsageSteps } from './usage-steps.ts';

/** Lines of a part that are named. */
const MOST_ROWS = 24;

/** The months that lines are of, the oldest first. */
export function billedMonths(lines: InvoiceLines): readonly BilledMonth[] {
  const counts = new Map<Month, number>();
  const monthOf = new Map<number, Month>();
  for (let row = 0; row < lines.rows; row++) {
    const day = billedDay(lines, row);
    if (day === NO_DAY) continue;
    const month = remember(monthOf, day, () => monthOfDay(day));
    counts.set(month, (counts.get(month) ?? 0) + 1);
  }
  return [...counts].map(([month, count]) => ({ month, lines: count })).sort((a, b) => a.month - b.month);
}

/**
 * The bridge of each currency. Lines belong to the month in which their charge begins.
 * @param isEst lines that were found to be Extended Service Terms
 */
export function billBridge(
  lines: InvoiceLines,
  checked: CheckedLines,
  isEst: (row: number) => boolean,
  [from, to]: readonly [Month, Month],
): BillBridge {
  const roles = new LineRoles(lines, checked.kinds);
  const { rows, starts, unread } = groupLines(lines, checked, roles, [from, to]);
  const builder = new Builder(lines, checked, roles, isEst, billedIn(lines, from));
  for (let group = 0; group + 1 < starts.length; group++)
    builder.add(Array.from(rows.subarray(starts[group], starts[group + 1])));
  return { from, to, currencies: builder.finish(), unread };
}

/** One currency while it is added up. */
interface Sum {
  before: Minor;
  after: Minor;
  linesBefore: number;
  linesAfter: number;
  readonly steps: Map<BridgeStepName, StepParts>;
}

class Builder {
  private readonly lines: InvoiceLines;
  private readonly subtotal: Float64Array;
  private readonly roles: LineRoles;
  private readonly isBefore: (row: number) => boolean;
  private readonly subscriptions: SubscriptionSteps;
  private readonly usage: UsageSteps;
  private readonly sums = new Map<string, Sum>();

  constructor(
    lines: InvoiceLines,
    checked: CheckedLines,
    roles: LineRoles,
    isEst: (row: number) => boolean,
    isBefore: (row: number) => boolean,
  ) {
    this.lines = lines;
    this.subtotal = checked.subtotal;
    this.roles = roles;
    this.isBefore = isBefore;
    this.subscriptions = new SubscriptionSteps(lines, checked, roles, isEst);
    this.usage = new UsageSteps(lines, checked);
  }

  /** @param group lines of both months that belong together */
  add(group: readonly number[]): void {
    const sum = remember(this.sums, this.text('currency', group[0] ?? 0).toUpperCase(), newSum);
    const [before, after] = [group.filter((row) => this.isBefore(row)), group.filter((row) => !this.isBefore(row))];
    const [was, now] = [this.sumOf(before), this.sumOf(after)];
    sum.before += was;
    sum.after += now;
    sum.linesBefore += before.length;
    sum.linesAfter += after.length;
    const { byStep } = this.movesOf(before, after, now - was);
    for (const [step, { amount, was: old, now: next }] of byStep) {
      if (amount === 0) continue;
      const part: BridgePart = { ...this.described(group), amount, was: old, now: next };
      remember(sum.steps, step, () => new StepParts(step)).add(part);
    }
  }

  private movesOf(before: readonly number[], after: readonly number[], whole: Minor): Moves {
    const moves = new Moves();
    const of = (rows: readonly number[], ...roles: readonly string[]): readonly number[] =>
      rows.filter((row) => roles.includes(this.roles.of(row)));
    moves.add('credits', this.sumOf(of(after, 'credit')) - this.sumOf(of(before, 'credit')));
    const [used, uses] = [of(before, 'usage'), of(after, 'usage')];
    if (used.length + uses.length > 0) this.usage.add(moves, used, uses);
    const charges = ['regular', 'change', 'end'];
    this.subscriptions.add(moves, of(before, ...charges), of(after, ...charges));
    moves.settle(whole);
    return moves;
  }

  private described(group: readonly number[]): Omit<BridgePart, 'amount' | 'was' | 'now'> {
    const largest = group.toSorted((a, b) => Math.abs(this.subtotal[b] ?? 0) - Math.abs(this.subtotal[a] ?? 0));
    const [first = 0] = largest;
    const text = (name: LineText): string => this.text(name, first);
    return {
      ...{ customerId: text('customerId'), customer: text('customerName'), subscriptionId: text('subscriptionId') },
      product: text('skuName') || text('productName') || text('subscriptionDescription'),
      rows: largest.slice(0, MOST_ROWS).sort((a, b) => a - b),
      lines: group.length,
    };
  }

  finish(): readonly CurrencyBridge[] {
    const found = [...this.sums].map(([currency, { steps, before, after, ...rest }]) => ({
      ...{ currency, before: safeMinor(before), after: safeMinor(after), ...rest },
      steps: BRIDGE_STEPS.flatMap((step) => {
        const made = steps.get(step)?.finish();
        return made === undefined || made.count === 0 ? [] : [made];
      }),
    }));
    const size = ({ linesBefore, linesAfter }: CurrencyBridge): number => linesBefore + linesAfter;
    return found.sort((a, b) => size(b) - size(a) || (a.currency < b.currency ? -1 : 1));
  }

  private sumOf(rows: readonly number[]): Minor {
    return rows.reduce((sum, row) => sum + (this.subtotal[row] ?? 0), 0);
  }

  private text(name: LineText, row: number): string {
    const { codes, values } = this.lines.texts[name];
    return values[codes[row] ?? 0] ?? '';
  }
}

function newSum(): Sum {
  return { before: 0, after: 0, linesBefore: 0, linesAfter: 0, steps: new Map() };
}
