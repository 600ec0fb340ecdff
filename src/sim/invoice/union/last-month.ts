/** What the lines of the month before say of a billed subscription: whether it was there, and with how many seats it ended. */
import { toFloat } from '../../../core/exact.ts';
import type { CheckedLines } from '../model/check-lines.ts';
import { rowsWhere } from '../model/rows-where.ts';
import type { InvoiceLines } from '../model/types.ts';
import { signedCodes, TupleIndex } from '../../tuple-index.ts';
import { billedLine, isLicence } from './billed-groups.ts';
import { GroupTable } from './group-table.ts';
import type { MonthInputs } from './inputs.ts';
import { seatChanges, seatsAfterChange } from './seat-chain.ts';
import { referenceKey } from '../reference-id.ts';

/** What tells a billed subscription from others, whatever its prices are in. */
const KEYS = ['customerId', 'subscriptionId', 'productId', 'skuId', 'currency'] as const;

export class LastMonth {
  private readonly lines: InvoiceLines;
  private readonly checked: CheckedLines;
  private readonly groups: GroupTable;
  private readonly keys: readonly Int32Array[];
  private readonly index: TupleIndex;
  /** Of each number of the index its group. */
  private readonly groupOf: Int32Array;

  /** @param of what is checked: its month is the one after */
  constructor(of: Pick<MonthInputs, 'lines' | 'checked' | 'months' | 'month'>) {
    const { lines, checked, months, month } = of;
    this.lines = lines;
    this.checked = checked;
    this.groups = new GroupTable(
      lines,
      rowsWhere(lines.rows, (row) => months[row] === month - 1 && isLicence(checked, row)),
    );
    this.keys = KEYS.map((name) => signedCodes(lines.texts[name].codes));
    this.index = new TupleIndex(this.keys, this.groups.size);
    this.groupOf = new Int32Array(this.groups.size);
    for (let group = 0; group < this.groups.size; group++) {
      this.groupOf[this.index.add(this.groups.first[group] ?? 0)] = group;
    }
  }

  /** No line of the month before is there at all. */
  get isEmpty(): boolean {
    return this.groups.size === 0;
  }

  /** @param row any line of a subscription */
  has(row: number): boolean {
    return this.index.find(this.keys, row) >= 0;
  }

  /** Undefined where no line of the subscription tells. @param row any line of it */
  seatsAtEnd(row: number): number | undefined {
    const known = this.index.find(this.keys, row);
    if (known < 0) return undefined;
    const rows = this.groups.rowsOf(this.groupOf[known] ?? 0);
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
