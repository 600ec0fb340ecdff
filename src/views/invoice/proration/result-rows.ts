/** The answer of the proration sheet as lists and words. */
import { monthOfDay } from '../../../core/days.ts';
import type { Format } from '../../../core/format.ts';
import type { Minor } from '../../../core/money.ts';
import { fraction } from '../../../core/exact.ts';
import { invoiceProrationText as text } from '../../../core/text/en/invoice-proration.ts';
import type {
  ProrationQuestion,
  ProrationReading,
  ProrationResult,
  SheetLine,
} from '../../../sim/invoice/proration-sheet/types.ts';
import type { TakenColumn } from '../../take-away/record-table.ts';
import { columnsIn } from '../columns.ts';

const DAYS_TO_GIVE_BACK = 7;

export function lineColumns(
  reading: ProrationReading,
  currency: string,
  isLegacy: boolean,
  format: Format,
): readonly TakenColumn<SheetLine>[] {
  const { columns, legacyColumns } = text.result;
  const make = columnsIn<SheetLine>(currency, format);
  const old = (key: keyof SheetLine['legacy']): TakenColumn<SheetLine> =>
    make.amount(key, legacyColumns[key], ({ legacy }) => legacy[key], { width: 170 });
  return [
    make.text('charge', columns.charge, ({ chargeType }) => chargeType, { frozen: true, width: 130 }),
    make.text('days', columns.days, ({ from, to }) => format.days(from, to), { width: 190 }),
    make.count('billing', columns.billing, ({ billingDays }) => billingDays, { width: 110 }),
    make.count('cycle', columns.cycle, () => reading.cycle.days, { width: 110 }),
    make.exact('quantity', columns.quantity, ({ quantity }) => fraction(quantity), { width: 90 }),
    make.money('price', columns.price, ({ unitPrice }) => unitPrice, { width: 110 }),
    make.money('unit', columns.unit, ({ effectiveUnitPrice }) => effectiveUnitPrice, { width: 170 }),
    make.amount('cutProduct', columns.cutProduct, ({ cutProduct }) => cutProduct),
    make.amount('cutUnit', columns.cutUnit, ({ cutUnit }) => cutUnit),
    ...(isLegacy
      ? [make.amount('roundedUnit', legacyColumns.roundedUnit, ({ roundedUnit }) => roundedUnit, { width: 170 })]
      : []),
    ...(isLegacy ? [old('stepwise'), old('once'), old('daily')] : []),
  ];
}

/** What tells one reading from the others. */
export function readingTitle(
  { cycle, monthEnd, cancelDay }: ProrationReading,
  { readings }: ProrationResult,
  format: Format,
): string {
  const isOne = (key: 'monthEnd' | 'cancelDay'): boolean => new Set(readings.map((one) => one[key])).size === 1; // prettier-ignore
  const told = [
    ...(isOne('monthEnd') ? [] : [text.monthEnds[monthEnd]]),
    ...(isOne('cancelDay') ? [] : [text.cancelDays[cancelDay]]),
  ];
  const days = text.result.reading(format.days(cycle.start, cycle.end));
  return told.length === 0 ? days : `${days}: ${told.join('; ')}`;
}

/** What a reading comes to, by either rounding. */
export function readingSum(
  { lines, cycle, cutProduct, cutUnit }: ProrationReading,
  currency: string,
  format: Format,
): string {
  const [line] = lines;
  if (!line) return text.result.nothing;
  const net = (amount: Minor): string => `${format.signed(amount, currency)} ${currency}`;
  const either = cutProduct === cutUnit ? net(cutProduct) : text.result.either(net(cutProduct), net(cutUnit));
  const [first, last] = [format.day(line.from), format.day(line.to)];
  return text.result.sentence(either, first, last, format.count(line.billingDays), format.count(cycle.days));
}

/** What else has to be known about the change. */
export function resultNotes(question: ProrationQuestion, result: ProrationResult, format: Format): readonly string[] {
  const { event, day } = question;
  const givesBack = event === 'cancelImmediate' || event === 'removeQuantity';
  const { seatsAtMonthEnd } = result;
  return [
    ...(givesBack && result.daysIn >= DAYS_TO_GIVE_BACK ? [text.result.window(format.count(result.daysIn))] : []),
    ...(event === 'convert' || event === 'moveQuantity' ? [text.result.convert] : []),
    ...(seatsAtMonthEnd
      ? [text.result.seats(format.month(monthOfDay(day)), format.exact(seatsAtMonthEnd, [0, 0]))]
      : [text.result.cancelled]),
  ];
}

/** Where the texts disagree about this change, in words. */
export function disputes(result: ProrationResult, isLegacy: boolean): readonly string[] {
  const found = [...result.disagreements.map((one) => text.dispute[one]), ...(isLegacy ? [text.dispute.legacy] : [])];
  return found.length > 0 ? found : [text.dispute.none];
}
