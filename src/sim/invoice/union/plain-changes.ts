/** Subscriptions whose seats changed once, by two lines that say what both exports say: told from whole numbers where all is right. */
import type { Day } from '../../../core/days.ts';
import { toFloat } from '../../../core/exact.ts';
import { minorDigits } from '../../../core/money.ts';
import { NO_DAY } from '../../../core/table.ts';
import { referenceKey } from '../reference-id.ts';
import type { CheckContext } from './check-context.ts';
import { CYCLE, isOther, type MonthColumns, noiseOf, seatsOn } from './plain-line.ts';
import type { AmountOf } from './quick-amounts.ts';

const CHANGE = /^(?:add|remove)quantity$/i;
const NO_ROW = -1;

export class PlainChanges {
  private readonly context: CheckContext;
  private readonly columns: MonthColumns;
  /** By the codes of lines. */
  private readonly isCycle: readonly boolean[];
  private readonly isChange: readonly boolean[];
  /** Lines of the subscription that is looked at. */
  private cycle = NO_ROW;
  private given = NO_ROW;
  private charged = NO_ROW;

  constructor(context: CheckContext, columns: MonthColumns) {
    this.context = context;
    this.columns = columns;
    const { values } = context.lines.texts.chargeType;
    this.isCycle = values.map((text) => CYCLE.test(text));
    this.isChange = values.map((text) => CHANGE.test(text));
  }

  /** Whether the lines of a group are right, and counted so. @param digits of the billing currency */
  take(group: number, at: number, digits: number): boolean {
    const { groups, subscriptions } = this.columns;
    if ((groups.counts[group] ?? 0) > 3 || !this.sort(group)) return false;
    const { lines, tallies } = this.context;
    const [from, to] = [-seatsOn(lines, this.given), seatsOn(lines, this.charged)];
    if (!this.isKnown(group, at, from, to)) return false;
    const day = lines.days.chargeStartDate[this.given] ?? NO_DAY;
    const priced = subscriptions.cycleOn(at, day);
    if (!priced?.basis) return false;
    const { start, end, days: cycleDays } = priced.cycle;
    const of = { net: priced.basis.net, days: day <= start ? cycleDays : end - day + 1, cycleDays, digits };
    const unit = NEAR[minorDigits(subscriptions.currencies[at] ?? '')] ?? 0;
    const given = this.noiseOf(this.given, { ...of, seats: -from }, unit);
    const charged = this.noiseOf(this.charged, { ...of, seats: to }, unit);
    const cycle = this.cycleNoise(at, { day, from, to, digits }, unit);
    if (Number.isNaN(given + charged + cycle)) return false;
    tallies.agreed(this.given, given);
    tallies.agreed(this.charged, charged);
    if (this.cycle !== NO_ROW) tallies.agreed(this.cycle, cycle);
    return true;
  }

  /** The same of the whole cycle, with the seats that it should have; 0 where there is none, and should be none. */
  private cycleNoise(at: number, { day, from, to, digits }: OfCycle, unit: number): number {
    const { terms, bases } = this.columns.subscriptions;
    const { lines } = this.context;
    const [term, basis] = [terms[at], bases[at]];
    if (!term?.cycle && this.cycle === NO_ROW) return 0;
    if (!term?.cycle || !basis || this.cycle === NO_ROW) return NaN;
    const { start } = term.cycle;
    const seats = day < start ? to : from;
    const isWhole = start >= term.start && lines.days.chargeStartDate[this.cycle] === start;
    if (!isWhole || seatsOn(lines, this.cycle) !== seats) return NaN;
    return this.noiseOf(this.cycle, { net: basis.net, days: 1, cycleDays: 1, seats, digits }, unit);
  }

  /** What each line is; false where there is another one, or one too many. */
  private sort(group: number): boolean {
    const { lines } = this.context;
    const { chargeType } = lines.texts;
    [this.cycle, this.given, this.charged] = [NO_ROW, NO_ROW, NO_ROW];
    const { groups } = this.columns;
    for (let place = groups.placeOf(group); place >= 0; place = groups.nextPlace(place)) {
      const row = groups.rowAt(place);
      const code = chargeType.codes[row] ?? 0;
      const seats = seatsOn(lines, row);
      if (this.isCycle[code] === true && seats > 0 && this.cycle === NO_ROW) this.cycle = row;
      else if (this.isChange[code] === true && seats < 0 && this.given === NO_ROW) this.given = row;
      else if (this.isChange[code] === true && seats > 0 && this.charged === NO_ROW) this.charged = row;
      else return false;
    }
    return this.given !== NO_ROW && this.charged !== NO_ROW && this.isOneChange();
  }

  private isOneChange(): boolean {
    const { chargeStartDate } = this.context.lines.days;
    const { codes, values } = this.context.lines.texts.referenceId;
    const day = chargeStartDate[this.given] ?? NO_DAY;
    const [one, other] = [codes[this.given] ?? 0, codes[this.charged] ?? 0];
    const isSameReference = one === other || referenceKey(values[one] ?? '') === referenceKey(values[other] ?? '');
    return day !== NO_DAY && day === chargeStartDate[this.charged] && isSameReference;
  }

  /** Nothing that tells of seats says anything else. */
  private isKnown(group: number, at: number, from: number, to: number): boolean {
    const { groups, subscriptions } = this.columns;
    const [before, after] = [subscriptions.seatsBefore[at] ?? NaN, subscriptions.seatsAfter[at] ?? NaN];
    // What is gone has an end of its own.
    if (after !== to || isOther(before, from)) return false;
    const lastMonth = this.context.lastMonth.seatsAtEnd(groups.first[group] ?? 0);
    return lastMonth === undefined || lastMonth === from;
  }

  /** What the roundings leave of a line; NaN where it does not cost what it should, each seat and all of them. */
  private noiseOf(row: number, of: Omit<AmountOf, 'rate'>, unit: number): number {
    const { lines } = this.context;
    const { units, places } = lines.figures.effectiveUnitPrice;
    const price = (units[row] ?? NaN) / (POWERS[places[row] ?? 0] ?? NaN);
    const wanted = (toFloat(of.net) * of.days) / of.cycleDays;
    const isNear = price >= 0 && Math.abs(price - wanted) < unit;
    return isNear && lines.days.chargeEndDate[row] !== NO_DAY ? noiseOf(this.context, row, of) : NaN;
  }
}

interface OfCycle {
  /** Of the change, and the seats before and after it. */
  readonly day: Day;
  readonly from: number;
  readonly to: number;
  readonly digits: number;
}

const POWERS = Array.from({ length: 16 }, (_, index) => Number(`1e${String(index)}`));

/** Nearer than the unit that a price per seat may be off by, so that the last digit of a double does not decide. */
const NEAR = [0.99, 0.099, 0.0099, 0.00099] as const;
