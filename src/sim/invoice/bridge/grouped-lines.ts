/** The lines of two months, sorted by what belongs together: a subscription's charges, or what it consumed of one product. */
import type { Month } from '../../../core/days.ts';
import type { CheckedLines } from '../model/check-lines.ts';
import type { InvoiceLines } from '../model/types.ts';
import type { LineRoles } from './line-roles.ts';

export interface GroupedLines {
  /** Lines of `InvoiceLines`, group by group. */
  readonly rows: Int32Array;
  /** Where each group begins in `rows`, and at its end where the last one ends. */
  readonly starts: Int32Array;
  /** Lines of both months without a subtotal. */
  readonly unread: number;
}

/** @param months of `lineMonths` */
export function groupLines(
  lines: InvoiceLines,
  { subtotal }: Pick<CheckedLines, 'subtotal'>,
  roles: LineRoles,
  months: Int32Array,
  [from, to]: readonly [Month, Month],
): GroupedLines {
  const key = groupKeys(lines, roles);
  const taken: number[] = [];
  const groupOf: number[] = [];
  let unread = 0;
  for (let row = 0; row < lines.rows; row++) {
    if (months[row] !== from && months[row] !== to) continue;
    if (Number.isNaN(subtotal[row] ?? NaN)) unread++;
    else {
      taken.push(row);
      groupOf.push(key(row));
    }
  }
  return { ...sorted(taken, groupOf), unread };
}

/** Numbers groups of lines of one currency; lines that name no subscription are told apart by product and SKU. */
function groupKeys({ texts }: InvoiceLines, roles: LineRoles): (row: number) => number {
  const pairs = Array.from({ length: 5 }, () => new Pairs());
  const pair = (level: number, one: number, other: number): number => pairs[level]?.code(one, other) ?? 0;
  const { customerId, subscriptionId, productId, skuId, currency } = texts;
  return (row) => {
    const subscription = subscriptionId.codes[row] ?? 0;
    const isApart = subscription === 0 || roles.of(row) === 'usage';
    const product = isApart ? pair(0, productId.codes[row] ?? 0, skuId.codes[row] ?? 0) + 1 : 0;
    const owner = pair(1, customerId.codes[row] ?? 0, subscription);
    return pair(3, pair(2, owner, product), currency.codes[row] ?? 0);
  };
}

/** Numbers pairs of numbers below 2^26 in the order of their coming. */
class Pairs {
  private readonly codeOf = new Map<number, number>();

  code(one: number, other: number): number {
    const key = one * PAIR + other;
    const known = this.codeOf.get(key);
    if (known !== undefined) return known;
    const code = this.codeOf.size;
    this.codeOf.set(key, code);
    return code;
  }
}

const PAIR = 0x4000000;

function sorted(taken: readonly number[], groupOf: readonly number[]): Pick<GroupedLines, 'rows' | 'starts'> {
  const groups = groupOf.reduce((most, group) => Math.max(most, group + 1), 0);
  const starts = new Int32Array(groups + 1);
  for (const group of groupOf) starts[group + 1] = (starts[group + 1] ?? 0) + 1;
  for (let group = 0; group < groups; group++) starts[group + 1] = (starts[group + 1] ?? 0) + (starts[group] ?? 0);
  const next = starts.slice();
  const rows = new Int32Array(taken.length);
  for (const [at, row] of taken.entries()) {
    const group = groupOf[at] ?? 0;
    rows[next[group] ?? 0] = row;
    next[group] = (next[group] ?? 0) + 1;
  }
  return { rows, starts };
}
