/** Amounts of checked lines. */
import type { Minor } from '../../../core/money.ts';
import type { CheckedLines } from './check-lines.ts';

/** Before tax; nothing where the file has no amount that can be read. */
export function subtotalOf({ subtotal }: CheckedLines, row: number): Minor {
  const amount = subtotal[row] ?? NaN;
  return Number.isNaN(amount) ? 0 : amount;
}
