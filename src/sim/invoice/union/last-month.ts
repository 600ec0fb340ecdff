/** What the lines of the month before say of a billed subscription: whether it was there, and with how many seats it ended. */
import { toFloat } from '../../../core/exact.ts';
import type { CheckedLines } from '../model/check-lines.ts';
import type { InvoiceLines } from '../model/types.ts';
import { type BilledGroup, billedGroups, billedLine, isLicence } from './billed-groups.ts';
import type { MonthInputs } from './inputs.ts';
import { seatChanges, seatsAfterChange } from './seat-chain.ts';
import { referenceKey } from '../reference-id.ts';

export class LastMonth {
  private readonly lines: InvoiceLines;
  private readonly checked: CheckedLines;
  private readonly groups: ReadonlyMap<string, BilledGroup>;

  /** @param of what is checked: its month is the one after */
  constructor(of: Pick<MonthInputs, 'lines' | 'checked' | 'months' | 'month'>) {
    const { lines, checked, months, month } = of;
    this.lines = lines;
    this.checked = checked;
    const rows: number[] = [];
    for (let row = 0; row < lines.rows; row++) {
      if (months[row] === month - 1 && isLicence(checked, row)) rows.push(row);
    }
    this.groups = new Map(billedGroups(lines, rows).map((group) => [keyOf(group), group]));
  }

  /** No line of the month before is there at all. */
  get isEmpty(): boolean {
    return this.groups.size === 0;
  }

  has(group: BilledGroup): boolean {
    return this.groups.has(keyOf(group));
  }

  /** Undefined where no line of it tells. */
  seatsAtEnd(group: BilledGroup): number | undefined {
    const rows = this.groups.get(keyOf(group))?.rows ?? [];
    const lines = rows.flatMap((row) => billedLine(this.lines, this.checked, row) ?? []);
    const { codes, values } = this.lines.texts.referenceId;
    const changes = seatChanges(
      lines.filter(({ chargeType }) => /^(?:add|remove)quantity$/.test(chargeType)),
      (row) => referenceKey(values[codes[row] ?? 0] ?? ''),
    );
    const change = changes.at(-1);
    const cycle = lines.find(
      ({ chargeType, quantity, from }) =>
        /^(?:new|renew|cyclecharge)$/.test(chargeType) && quantity.n > 0n && from > (change?.day ?? -Infinity),
    );
    if (cycle) return toFloat(cycle.quantity);
    if (change) return seatsAfterChange(change);
    return undefined;
  }
}

function keyOf({ customerId, subscriptionId, product, sku, currency }: BilledGroup): string {
  return [customerId, subscriptionId, product, sku, currency].join('|');
}
