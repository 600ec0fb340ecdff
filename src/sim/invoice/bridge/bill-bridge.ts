/** The bill of one month to that of another, step by step, from billed lines alone. */
import type { Month } from '../../../core/days.ts';
import { type Minor, safeMinor } from '../../../core/money.ts';
import { remember } from '../../remember.ts';
import { toEnd } from '../../to-end.ts';
import type { CheckedLines } from '../model/check-lines.ts';
import type { InvoiceLines, LineFigure, LineText } from '../model/types.ts';
import { groupLines } from './grouped-lines.ts';
import { LineRoles } from './line-roles.ts';
import { Moves } from './move.ts';
import { StepParts } from './step-parts.ts';
import { SubscriptionSteps } from './subscription-steps.ts';
import { type BillBridge, BRIDGE_STEPS, type BridgePart, type BridgeStepName, type CurrencyBridge } from './types.ts';
import { UsageSteps } from './usage-steps.ts';

/** Lines of a part that are named. */
const MOST_ROWS = 24;

/** What a bridge is made from. */
export interface BridgeInputs {
  readonly lines: InvoiceLines;
  readonly checked: CheckedLines;
  /** The month that each line is billed for (`lineMonths`). */
  readonly months: Int32Array;
  /** Lines that were found to be Extended Service Terms. */
  readonly isEst: (row: number) => boolean;
  readonly from: Month;
  readonly to: Month;
}

/** The bridge of each currency. */
export function billBridge(
  lines: InvoiceLines,
  checked: CheckedLines,
  months: Int32Array,
  isEst: (row: number) => boolean,
  [from, to]: readonly [Month, Month],
): BillBridge {
  return toEnd(bridgeSteps({ lines, checked, months, isEst, from, to }));
}

/** The same in steps; the share that is done comes out of each. */
export function* bridgeSteps(inputs: BridgeInputs): Generator<number, BillBridge> {
  const { lines, checked, months, isEst, from, to } = inputs;
  const roles = new LineRoles(lines, checked.kinds);
  const { rows, starts, unread } = groupLines(lines, checked, roles, months, [from, to]);
  yield GROUPED;
  const builder = new Builder(lines, checked, roles, isEst, (row) => months[row] === from);
  for (let group = 0; group + 1 < starts.length; group++) {
    if (group % PER_TURN === 0) yield GROUPED + ((1 - GROUPED) * group) / starts.length;
    builder.add(Array.from(rows.subarray(starts[group], starts[group + 1])));
  }
  return { from, to, currencies: builder.finish(), unread };
}

const PER_TURN = 512;
const GROUPED = 0.1;

const SAME_FIGURES = [
  'billableQuantity',
  'unitPrice',
  'effectiveUnitPrice',
  'pcToBCExchangeRate',
] as const satisfies readonly LineFigure[];
const SAME_TEXTS = [
  'chargeType',
  'productId',
  'skuId',
  'skuName',
  'creditReasonCode',
] as const satisfies readonly LineText[];

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
    const before = group.filter((row) => this.isBefore(row));
    const after = group.filter((row) => !this.isBefore(row));
    const [was, now] = [this.sumOf(before), this.sumOf(after)];
    sum.before += was;
    sum.after += now;
    sum.linesBefore += before.length;
    sum.linesAfter += after.length;
    if (before.length === 1 && after.length === 1 && this.isAgain(before[0] ?? 0, after[0] ?? 0)) return;
    const { byStep } = this.movesOf(before, after, now - was);
    if (byStep.size === 0) return;
    const described = this.described(group);
    for (const [step, { amount, was: old, now: next }] of byStep) {
      if (amount === 0) continue;
      const part: BridgePart = { ...described, amount, was: old, now: next };
      remember(sum.steps, step, () => new StepParts(step)).add(part);
    }
  }

  /** The usual case: the same whole cycle as the month before. */
  private isAgain(one: number, other: number): boolean {
    const { figures, texts } = this.lines;
    return (
      this.subtotal[one] === this.subtotal[other] &&
      SAME_TEXTS.every((name) => texts[name].codes[one] === texts[name].codes[other]) &&
      SAME_FIGURES.every((name) => {
        const { units, places } = figures[name];
        return units[one] === units[other] && places[one] === places[other];
      })
    );
  }

  private movesOf(before: readonly number[], after: readonly number[], whole: Minor): Moves {
    const moves = new Moves();
    const [was, now] = [this.byRole(before), this.byRole(after)];
    moves.add('credits', this.sumOf(now.credit) - this.sumOf(was.credit));
    if (was.usage.length + now.usage.length > 0) this.usage.add(moves, was.usage, now.usage);
    this.subscriptions.add(moves, was.charge, now.charge);
    moves.settle(whole);
    return moves;
  }

  private byRole(rows: readonly number[]): Readonly<Record<'credit' | 'usage' | 'charge', readonly number[]>> {
    const found = { credit: [] as number[], usage: [] as number[], charge: [] as number[] };
    for (const row of rows) {
      const role = this.roles.of(row);
      found[role === 'credit' || role === 'usage' ? role : 'charge'].push(row);
    }
    return found;
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
