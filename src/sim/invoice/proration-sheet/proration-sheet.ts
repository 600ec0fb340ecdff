/** One change of a subscription as the lines that Microsoft bills for it, by every reading of its texts. */
import { type Day, monthOfDay } from '../../../core/days.ts';
import { type Exact, fraction } from '../../../core/exact.ts';
import { safeMinor } from '../../../core/money.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import type { ChargeCycle } from '../charge-cycle.ts';
import { legacyAmounts } from '../legacy-proration.ts';
import { type SeatEvent, type SeatLine, seatLines } from '../seat-lines.ts';
import { type OrderedLine, seatsAtMonthEnd } from '../seats-at-month-end.ts';
import { findCycles, type FoundCycle } from './find-cycle.ts';
import type {
  CancelDay,
  Disagreement,
  ProrationQuestion,
  ProrationReading,
  ProrationResult,
  ProrationTrouble,
  SheetLine,
} from './types.ts';

export function prorationSheet(question: ProrationQuestion): Result<ProrationResult, ProrationTrouble> {
  const { event, plan, termStart, day } = question;
  const trouble = troubleOf(question);
  if (trouble !== undefined) return err(trouble);
  const cycles = findCycles(plan, termStart, day);
  if (cycles.length === 0) return err('after-term');
  const cancelDays: readonly CancelDay[] = event === 'cancelImmediate' ? ['given-back', 'charged'] : ['given-back'];
  const [usual, ...others] = cycles.flatMap((found) =>
    cancelDays.map((cancelDay) => readingOf(question, found, cancelDay)),
  );
  if (!usual) return err('after-term');
  const readings = [usual, ...others] as const;
  return ok({
    readings,
    disagreements: disagreementsOf(readings, cycles.length > 1),
    daysIn: day - termStart,
    seatsAtMonthEnd: monthEndSeats(question, usual),
  });
}

function troubleOf({ event, termStart, day, before, after }: ProrationQuestion): ProrationTrouble | undefined {
  if (day < termStart) return 'before-term';
  if (event === 'addQuantity' || event === 'removeQuantity') {
    const isRight = event === 'addQuantity' ? after > before : after < before;
    return isRight ? undefined : 'no-change';
  }
  return before === 0 ? 'no-seats' : undefined;
}

/** The event as lines know it; the seats of other events than changes are those of before. */
function eventOf({ event, before, after, targetPrice }: ProrationQuestion, day: Day): SeatEvent {
  switch (event) {
    case 'new':
    case 'renew':
    case 'cycleCharge':
      return { kind: event, seats: before };
    case 'addQuantity':
    case 'removeQuantity':
      return { kind: event, day, from: before, to: after };
    case 'cancelImmediate':
      return { kind: event, day, seats: before };
    case 'convert':
    case 'moveQuantity':
      return { kind: event, day, seats: before, targetPrice };
  }
}

function readingOf(question: ProrationQuestion, { rule, cycle }: FoundCycle, cancelDay: CancelDay): ProrationReading {
  const { price, digits } = question;
  const day = cancelDay === 'charged' ? question.day + 1 : question.day;
  const lines = seatLines(eventOf(question, day), cycle, price, digits).map((line) => withLegacy(line, cycle, digits));
  const sum = (of: (line: SheetLine) => number): number =>
    safeMinor(lines.reduce((total, line) => total + of(line), 0));
  return {
    ...{ monthEnd: rule, cancelDay, cycle, lines },
    cutProduct: sum(({ cutProduct }) => cutProduct),
    cutUnit: sum(({ cutUnit }) => cutUnit),
  };
}

function withLegacy(line: SeatLine, cycle: ChargeCycle, digits: number): SheetLine {
  const { unitPrice, quantity, billingDays } = line;
  return { ...line, legacy: legacyAmounts({ unitPrice, quantity, billingDays, cycleDays: cycle.days, digits }) };
}

function disagreementsOf(readings: readonly ProrationReading[], isNearMonthEnd: boolean): readonly Disagreement[] {
  const isRounded = readings.some(({ lines }) => lines.some(({ cutProduct, cutUnit }) => cutProduct !== cutUnit));
  const [usual] = readings;
  const otherDay = readings.find(({ cancelDay }) => cancelDay === 'charged');
  return [
    ...(isRounded ? (['rounding'] as const) : []),
    ...(isNearMonthEnd ? (['month-end'] as const) : []),
    ...(otherDay && otherDay.cutProduct !== usual?.cutProduct ? (['cancel-day'] as const) : []),
  ];
}

/** Of a product that seats leave nothing is charged afterwards, so lines can't tell it. */
function monthEndSeats(question: ProrationQuestion, { cycle, lines }: ProrationReading): Exact | undefined {
  const { event, before, day } = question;
  if (event === 'cancelImmediate') return undefined;
  const isWhole = event === 'new' || event === 'renew' || event === 'cycleCharge';
  const charge: OrderedLine = { orderDate: cycle.start, quantity: fraction(before), isCharge: true, isCredit: false };
  const isChange = event === 'addQuantity' || event === 'removeQuantity';
  const begun = isChange && before > 0 && monthOfDay(cycle.start) === monthOfDay(day);
  const billed = lines.map(({ quantity }) => ({
    orderDate: isWhole ? cycle.start : day,
    quantity: fraction(Math.abs(quantity)),
    ...{ isCharge: quantity > 0, isCredit: false },
  }));
  return seatsAtMonthEnd(begun ? [charge, ...billed] : billed);
}
