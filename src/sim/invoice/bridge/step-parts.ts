/** The parts of one step: the largest are kept, of all others the sum. */
import { compareCodeUnits } from '../../../core/compare-text.ts';
import { type Minor, safeMinor } from '../../../core/money.ts';
import { remember } from '../../remember.ts';
import type { BridgeCustomer, BridgePart, BridgeStep, BridgeStepName } from './types.ts';

/** Parts of a step that are listed, and customers. */
export const MOST_PARTS = 200;
export const MOST_CUSTOMERS = 100;

export class StepParts {
  private readonly step: BridgeStepName;
  private parts: BridgePart[] = [];
  private readonly customers = new Map<string, { customer: string; amount: Minor; parts: number }>();
  private amount = 0;
  private count = 0;

  constructor(step: BridgeStepName) {
    this.step = step;
  }

  add(part: BridgePart): void {
    this.amount += part.amount;
    this.count++;
    const { customerId, customer } = part;
    const known = remember(this.customers, customerId, () => ({ customer, amount: 0, parts: 0 }));
    known.amount += part.amount;
    known.parts++;
    this.parts.push(part);
    if (this.parts.length > 4 * MOST_PARTS) this.keepLargest();
  }

  finish(): BridgeStep {
    this.keepLargest();
    const listed = this.parts.reduce((sum, { amount }) => sum + amount, 0);
    return {
      step: this.step,
      amount: safeMinor(this.amount),
      count: this.count,
      parts: this.parts,
      rest: safeMinor(this.amount - listed),
      customers: this.largestCustomers(),
    };
  }

  private keepLargest(): void {
    this.parts = this.parts.sort(bySize).slice(0, MOST_PARTS);
  }

  private largestCustomers(): readonly BridgeCustomer[] {
    return [...this.customers]
      .map(([customerId, known]) => ({ customerId, ...known }))
      .sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount) || compareCodeUnits(a.customerId, b.customerId))
      .slice(0, MOST_CUSTOMERS);
  }
}

/** The same order however the lines came. */
function bySize(a: BridgePart, b: BridgePart): number {
  return (
    Math.abs(b.amount) - Math.abs(a.amount) ||
    compareCodeUnits(a.customerId, b.customerId) ||
    compareCodeUnits(a.subscriptionId, b.subscriptionId) ||
    compareCodeUnits(a.product, b.product)
  );
}
