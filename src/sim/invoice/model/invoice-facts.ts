/** What is billed as a whole: files, months, currencies, and the sums of each invoice. */
import { add, type Exact, fraction, toDecimal, ZERO } from '../../../core/exact.ts';
import { minorDigits } from '../../../core/money.ts';
import { remember } from '../../remember.ts';
import type { InvoiceFacts, InvoiceLines, InvoiceSum, LineFigure } from './types.ts';
import { NO_MONTH } from './line-months.ts';

/** @param months of `lineMonths` */
export function invoiceFacts(lines: InvoiceLines, months: Int32Array): InvoiceFacts {
  const invoices = invoiceSums(lines, months);
  const perCurrency = new Map<string, number>();
  for (const { currency, lines: count } of invoices)
    perCurrency.set(currency, (perCurrency.get(currency) ?? 0) + count);
  const found = new Set(months);
  found.delete(NO_MONTH);
  return {
    sources: lines.sources,
    ...{ rows: lines.rows, repeated: lines.repeated, invoices },
    months: [...found].sort((a, b) => a - b),
    currencies: [...perCurrency].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([currency]) => currency),
  };
}

const FIGURES = ['subtotal', 'taxTotal', 'total'] as const satisfies readonly LineFigure[];
const DIGITS = 12;

interface Sum {
  readonly row: number;
  lines: number;
  /** Minor units that are safe integers, and what is not whole of them. */
  readonly minor: number[];
  readonly rest: Exact[];
}

/** Of each invoice and currency, in the order of their first lines. */
function invoiceSums(lines: InvoiceLines, months: Int32Array): readonly InvoiceSum[] {
  const { invoiceNumber, currency } = lines.texts;
  const digits = currency.values.map((code) => minorDigits(code.toUpperCase()));
  const sums = new Map<string, Sum>();
  for (let row = 0; row < lines.rows; row++) {
    const code = currency.codes[row] ?? 0;
    const key = `${String(invoiceNumber.codes[row] ?? 0)} ${String(code)} ${String(months[row])}`;
    const sum = remember(sums, key, (): Sum => ({ row, lines: 0, minor: [0, 0, 0], rest: [ZERO, ZERO, ZERO] }));
    sum.lines++;
    for (const [at, name] of FIGURES.entries()) addFigure(lines, name, row, digits[code] ?? 2, sum, at);
  }
  return [...sums.values()].map(({ row, lines: count, minor, rest }) => {
    const code = currency.codes[row] ?? 0;
    const scale = 10n ** BigInt(digits[code] ?? 2);
    const whole = (at: number): string =>
      toDecimal(add(fraction(BigInt(minor[at] ?? 0), scale), rest[at] ?? ZERO), digits[code] ?? 2, DIGITS);
    return {
      number: invoiceNumber.values[invoiceNumber.codes[row] ?? 0] ?? '',
      currency: (currency.values[code] ?? '').toUpperCase(),
      ...{ month: months[row] ?? NO_MONTH, lines: count, subtotal: whole(0), tax: whole(1), total: whole(2) },
    };
  });
}

function addFigure(
  lines: InvoiceLines,
  name: (typeof FIGURES)[number],
  row: number,
  digits: number,
  { minor, rest }: Sum,
  at: number,
): void {
  const { units, places } = lines.figures[name];
  const more = digits - (places[row] ?? 0);
  const amount = more >= 0 ? (units[row] ?? NaN) * Number(`1e${String(more)}`) : NaN;
  const sum = (minor[at] ?? 0) + amount;
  if (Number.isSafeInteger(sum)) minor[at] = sum;
  else rest[at] = add(rest[at] ?? ZERO, lines.figure(name, row) ?? ZERO);
}
