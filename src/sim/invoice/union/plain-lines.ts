/**
 * Most subscriptions are billed as they should be: a whole cycle, with or without one change of seats. They are told from whole
 * numbers, without an object for anything. What is not plain is not wrong: it has to be looked at.
 */
import { minorDigits } from '../../../core/money.ts';
import type { CheckContext } from './check-context.ts';
import { CYCLE, isOther, type MonthColumns, noiseOf, seatsOn } from './plain-line.ts';
import { PlainChanges } from './plain-changes.ts';

export class PlainLines {
  private readonly context: CheckContext;
  private readonly columns: MonthColumns;
  private readonly changes: PlainChanges;
  /** By the codes of lines. */
  private readonly isCycle: readonly boolean[];
  /** Upper case. */
  private readonly currencies: readonly string[];
  private readonly pricingCurrencies: readonly string[];
  private readonly digits: readonly number[];

  constructor(context: CheckContext, columns: MonthColumns) {
    this.context = context;
    this.columns = columns;
    this.changes = new PlainChanges(context, columns);
    const { chargeType, currency, pricingCurrency } = context.lines.texts;
    this.isCycle = chargeType.values.map((text) => CYCLE.test(text));
    this.currencies = currency.values.map((text) => text.toUpperCase());
    this.pricingCurrencies = pricingCurrency.values.map((text) => text.toUpperCase());
    this.digits = this.currencies.map(minorDigits);
  }

  /** Whether what was billed of a subscription is right, and counted so. */
  take(group: number, at: number): boolean {
    const { groups, subscriptions } = this.columns;
    const row = groups.first[group] ?? 0;
    const { currency, pricingCurrency } = this.context.lines.texts;
    const code = currency.codes[row] ?? 0;
    const pricing = this.pricingCurrencies[pricingCurrency.codes[row] ?? 0] ?? '';
    // Prices in one currency say nothing of those in another.
    if ((pricing === '' ? this.currencies[code] : pricing) !== subscriptions.currencies[at]) return false;
    const digits = this.digits[code] ?? 2;
    return groups.counts[group] === 1 ? this.takeCycle(row, at, digits) : this.changes.take(group, at, digits);
  }

  private takeCycle(row: number, at: number, digits: number): boolean {
    const { bases, terms, seatsBefore, seatsAfter } = this.columns.subscriptions;
    const { lines, tallies } = this.context;
    const [basis, term, before, after] = [bases[at], terms[at], seatsBefore[at] ?? NaN, seatsAfter[at] ?? NaN];
    if (!basis || !term?.cycle || term.cycle.start < term.start || isOther(before, after)) return false;
    if (this.isCycle[lines.texts.chargeType.codes[row] ?? 0] !== true) return false;
    const seats = Number.isNaN(after) ? before : after;
    // Seats that nobody knows are equal to none.
    if (seatsOn(lines, row) !== seats) return false;
    const noise = noiseOf(this.context, row, { net: basis.net, days: 1, cycleDays: 1, seats, digits });
    if (Number.isNaN(noise)) return false;
    tallies.agreed(row, noise);
    return true;
  }

  /** Whether nothing was to be billed of a subscription, as nothing was. */
  isRightlyUnbilled(at: number): boolean {
    const { terms, bases, isSure, seatsBefore, seatsAfter } = this.columns.subscriptions;
    const term = terms[at];
    if (!term || !bases[at]) return true;
    const isCharged = term.cycle !== undefined && isSure[at] === 1;
    const isChanged = this.context.window.isTight && !Object.is(seatsBefore[at], seatsAfter[at]);
    return !isCharged && !isChanged;
  }
}
