/** The subscriptions that add most to a sum. */
import { safeMinor } from '../../core/money.ts';
import type { Contributions } from '../../state/workbook.svelte.ts';

export interface TopContributions {
  /** Portfolio rows with their amounts in minor units, largest first whatever the sign. */
  readonly top: readonly { readonly row: number; readonly minor: number }[];
  readonly rest: { readonly count: number; readonly minor: number };
  readonly total: number;
}

/** The `most` largest contributions and the sum of all others; together they are the total. */
export function topContributions({ rows, amounts }: Contributions, most: number): TopContributions {
  const total = amounts.reduce((sum, minor) => safeMinor(sum + minor), 0);
  const order = Uint32Array.from(rows.keys()).sort(
    (a, b) => Math.abs(amounts[b] ?? 0) - Math.abs(amounts[a] ?? 0) || a - b,
  );
  const top = Array.from(order.subarray(0, most), (at) => ({ row: rows[at] ?? 0, minor: amounts[at] ?? 0 }));
  const shown = top.reduce((sum, { minor }) => sum + minor, 0);
  return { top, rest: { count: rows.length - top.length, minor: total - shown }, total };
}
