/**
 * Why the same subscription costs another amount for a whole cycle: seats × list price × share of it × rate, each at what was
 * billed before until it is its turn. Steps are whole minor units; what their roundings leave is left to the caller.
 */
import {
  add,
  divide,
  equals,
  type Exact,
  fraction,
  isZero,
  multiply,
  ONE,
  subtract,
  toDecimal,
  ZERO,
} from '../../../core/exact.ts';
import { type Minor, roundToMinor } from '../../../core/money.ts';
import type { CheckedLines } from '../model/check-lines.ts';
import type { InvoiceLines, LineFigure } from '../model/types.ts';
import type { Moves } from './move.ts';
import type { BridgeStepName } from './types.ts';

const SHOWN_DIGITS = 10;
const EARNED_CREDIT = /earned\s+credit|\bPEC\b/i;

/** Per cycle of one product; undefined: none of it can be told, since there is nothing. */
interface Factors {
  readonly seats: Exact;
  readonly price: Exact | undefined;
  readonly share: Exact | undefined;
  /** Minor units of the billing currency for one unit of the pricing currency. */
  readonly rate: Exact | undefined;
}

export class FactorSteps {
  private readonly lines: InvoiceLines;
  private readonly checked: CheckedLines;

  constructor(lines: InvoiceLines, checked: CheckedLines) {
    this.lines = lines;
    this.checked = checked;
  }

  /** @param before lines of whole cycles of one product and SKU in one month, `after` in the other; both have some */
  add(moves: Moves, before: readonly number[], after: readonly number[]): void {
    if (this.addOnly(moves, before, after)) return;
    const [was, now] = [this.factorsOf(before), this.factorsOf(after)];
    const [price, nextPrice] = bridged(was.price, now.price);
    const [share, nextShare] = bridged(was.share, now.share);
    const [rate, nextRate] = bridged(was.rate, now.rate);
    const times = (...factors: readonly Exact[]): Minor => roundToMinor(factors.reduce(multiply, ONE), 0);
    const seats = subtract(now.seats, was.seats);
    moves.add('seats', times(seats, price, share, rate), shown(was.seats), shown(now.seats));
    const priced = times(now.seats, subtract(nextPrice, price), share, rate);
    moves.add('price', priced, shown(multiply(price, share)), shown(multiply(nextPrice, share)));
    const shared = times(now.seats, nextPrice, subtract(nextShare, share), rate);
    moves.add(this.shareStep(before, after), shared, off(share), off(nextShare));
    const converted = times(now.seats, nextPrice, nextShare, subtract(nextRate, rate));
    moves.add('exchange-rate', converted, this.rateText(before), this.rateText(after));
  }

  /** One line each, of which one figure alone differs: the usual case, without a division. */
  private addOnly(moves: Moves, before: readonly number[], after: readonly number[]): boolean {
    const [one, other] = [before[0] ?? 0, after[0] ?? 0];
    if (before.length !== 1 || after.length !== 1) return false;
    const isSame = (name: LineFigure): boolean => this.isSame(name, one, other);
    const differ = {
      seats: !isSame('billableQuantity') || !isSame('quantity'),
      price: !isSame('unitPrice'),
      charged: !isSame('effectiveUnitPrice'),
      rate: !isSame('pcToBCExchangeRate'),
    };
    const amount = this.formulaOf(after) - this.formulaOf(before);
    const count = Object.values(differ).filter(Boolean).length;
    if (count === 0) return true;
    if (differ.price || count > 1) return false;
    if (differ.seats) moves.add('seats', amount, shown(this.seatsOf(one)), shown(this.seatsOf(other)));
    else if (differ.rate) moves.add('exchange-rate', amount, this.rateText(before), this.rateText(after));
    else {
      const share = (rows: readonly number[]): string => off(this.factorsOf(rows).share ?? ONE);
      moves.add(this.shareStep(before, after), amount, share(before), share(after));
    }
    return true;
  }

  private isSame(name: LineFigure, one: number, other: number): boolean {
    const { units, places } = this.lines.figures[name];
    if (units[one] === units[other] && places[one] === places[other]) return true;
    const [left, right] = [this.lines.figure(name, one), this.lines.figure(name, other)];
    return left === undefined || right === undefined ? left === right : equals(left, right);
  }

  private seatsOf(row: number): Exact {
    return this.lines.figure('billableQuantity', row) ?? this.lines.figure('quantity', row) ?? ONE;
  }

  /** What the lines come to by the formula: a mistake in one is no change of its factors. */
  private formulaOf(rows: readonly number[]): Minor {
    const { subtotal, residue } = this.checked;
    return rows.reduce((sum, row) => sum + (subtotal[row] ?? 0) - (residue[row] ?? 0), 0);
  }

  private factorsOf(rows: readonly number[]): Factors {
    let [seats, listed, charged] = [ZERO, ZERO, ZERO];
    for (const row of rows) {
      const own = this.seatsOf(row);
      const price = this.lines.figure('effectiveUnitPrice', row) ?? this.lines.figure('unitPrice', row) ?? ZERO;
      seats = add(seats, own);
      charged = add(charged, multiply(price, own));
      listed = add(listed, multiply(this.lines.figure('unitPrice', row) ?? price, own));
    }
    if (isZero(listed)) listed = charged;
    return {
      seats,
      price: ratio(listed, seats),
      share: ratio(charged, listed),
      rate: ratio(fraction(this.formulaOf(rows)), charged),
    };
  }

  /** What makes the charged price another share of the list's. */
  private shareStep(before: readonly number[], after: readonly number[]): BridgeStepName {
    const rows = [...before, ...after];
    const text = (name: 'promotionId' | 'priceAdjustmentDescription', row: number): string => {
      const { codes, values } = this.lines.texts[name];
      return values[codes[row] ?? 0] ?? '';
    };
    if (rows.some((row) => EARNED_CREDIT.test(text('priceAdjustmentDescription', row)))) return 'earned-credit';
    if (rows.some((row) => text('promotionId', row) + text('priceAdjustmentDescription', row) !== ''))
      return 'promotion';
    return rows.some((row) => this.isPart(row)) ? 'changes' : 'price';
  }

  /** Less than a month: a first cycle that was cut to end with others. */
  private isPart(row: number): boolean {
    const { chargeStartDate, chargeEndDate } = this.lines.days;
    return (chargeEndDate[row] ?? 0) - (chargeStartDate[row] ?? 0) + 1 < FEWEST_DAYS;
  }

  private rateText(rows: readonly number[]): string {
    return shown(this.lines.figure('pcToBCExchangeRate', rows[0] ?? 0) ?? ONE);
  }
}

/** Of a whole cycle of a month. */
const FEWEST_DAYS = 28;

function ratio(one: Exact, other: Exact): Exact | undefined {
  return isZero(other) ? undefined : divide(one, other);
}

/** A factor that one month does not tell is that of the other. */
function bridged(was: Exact | undefined, now: Exact | undefined): readonly [Exact, Exact] {
  return [was ?? now ?? ONE, now ?? was ?? ONE];
}

function shown(value: Exact): string {
  return toDecimal(value, 0, SHOWN_DIGITS);
}

/** The share that is taken off. */
function off(share: Exact): string {
  return shown(subtract(ONE, share));
}
