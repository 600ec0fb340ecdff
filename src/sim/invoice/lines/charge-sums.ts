/** Lines by charge type, whatever it is called, and credits by their reason. */
import { type Minor, safeMinor } from '../../../core/money.ts';
import { remember } from '../../remember.ts';
import { subtotalOf } from '../model/amounts.ts';
import type { CheckedLines } from '../model/check-lines.ts';
import type { InvoiceLines } from '../model/types.ts';
import { CHARGE_TYPES, type ChargeSum, type CreditSum } from './types.ts';

const KNOWN: ReadonlySet<string> = new Set(CHARGE_TYPES);
const CREDIT = 'customercredit';

type Draft<T> = { -readonly [K in keyof T]: T[K] };

/** The type of most lines first. */
export function chargeSums(lines: InvoiceLines, checked: CheckedLines, rows: Iterable<number>): readonly ChargeSum[] {
  const { codes, values } = lines.texts.chargeType;
  const sums = new Map<number, Draft<ChargeSum>>();
  for (const row of rows) {
    const code = codes[row] ?? 0;
    const sum = remember(sums, code, () => {
      const type = values[code] ?? '';
      return { type, isKnown: KNOWN.has(type.trim().toLowerCase()), lines: 0, charged: 0, givenBack: 0 };
    });
    const amount: Minor = subtotalOf(checked, row);
    sum.lines++;
    if (amount < 0) sum.givenBack = safeMinor(sum.givenBack + amount);
    else sum.charged = safeMinor(sum.charged + amount);
  }
  return [...sums.values()].sort((a, b) => b.lines - a.lines || (a.type < b.type ? -1 : 1));
}

/** Credits, and any line with a reason code; the largest first. */
export function creditSums(lines: InvoiceLines, checked: CheckedLines, rows: Iterable<number>): readonly CreditSum[] {
  const { chargeType, creditReasonCode } = lines.texts;
  const isCredit = chargeType.values.map((type) => type.trim().toLowerCase() === CREDIT);
  const sums = new Map<string, Draft<CreditSum>>();
  for (const row of rows) {
    const [type, reason] = [chargeType.codes[row] ?? 0, creditReasonCode.codes[row] ?? 0];
    if (!isCredit[type] && reason === 0) continue;
    const sum = remember(sums, `${String(type)} ${String(reason)}`, () => ({
      ...{ type: chargeType.values[type] ?? '', reason: creditReasonCode.values[reason] ?? '', lines: 0, subtotal: 0 },
    }));
    sum.lines++;
    sum.subtotal = safeMinor(sum.subtotal + subtotalOf(checked, row));
  }
  return [...sums.values()].sort((a, b) => a.subtotal - b.subtotal);
}
