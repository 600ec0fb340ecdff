/** The units of a run under a drawn price change and rate, on plain numbers: `exactUnits` in the trials' inner loop. */
import { UNCHANGED } from './codes.ts';
import { AT } from './moves.ts';
import { roundRatio } from './round.ts';
import { UNITS } from './types.ts';

/** Fractions a set of units. */
export const UNIT_WIDTH = 2 * UNITS;

const FROM_COST = 0;
const FROM_ERP = 1;

/** Works out units of moves; the fraction that a step gives stands in `top` and `bottom`. */
export class MovedPrices {
  private readonly moves: Float64Array;
  private top = 0;
  private bottom = 1;

  constructor(moves: Float64Array) {
    this.moves = moves;
  }

  /** Fills `UNIT_WIDTH` numbers of `target`. @param m where the move begins */
  fill(target: Float64Array, at: number, m: number, price: number, fx: number): void {
    const { moves } = this;
    this.perMonth(m + AT.ownCost, m + AT.ownInstalments, price, fx);
    const ownCost = this.top;
    const ownCostBottom = this.bottom;
    this.perMonth(m + AT.renewCost, m + AT.renewInstalments, price, fx);
    target[at + 4] = this.top * (moves[m + AT.kept] ?? 0);
    target[at + 5] = this.bottom * (moves[m + AT.kept + 1] ?? 1);
    const isBase = (moves[m + AT.current + 1] ?? 0) < 0;
    target[at + 2] = isBase ? ownCost : (moves[m + AT.current] ?? 0);
    target[at + 3] = isBase ? ownCostBottom : (moves[m + AT.current + 1] ?? 1);
    let p0 = moves[m + AT.p0] ?? 0;
    let p0Bottom = moves[m + AT.p0 + 1] ?? 1;
    if (p0Bottom < 0) {
      this.perMonth(m + AT.ownErp, m + AT.ownInstalments, price, fx);
      p0 = this.customerPrice(m, ownCost, ownCostBottom, this.top, this.bottom);
      p0Bottom = 1;
    }
    this.fillFromEst(target, at, m, price, fx, p0, p0Bottom);
  }

  private fillFromEst(
    target: Float64Array,
    at: number,
    m: number,
    price: number,
    fx: number,
    p0: number,
    p0Bottom: number,
  ): void {
    const { moves } = this;
    this.estUnit(m, m + AT.estCost, price, fx);
    const cost = this.top;
    const costBottom = this.bottom;
    this.estUnit(m, m + AT.estErp, price, fx);
    const p1 = this.customerPrice(m, cost, costBottom, this.top, this.bottom);
    target[at] = cost;
    target[at + 1] = costBottom;
    const need = p1 * p0Bottom - p0;
    let rise = need;
    if (need > 0) {
      if (moves[m + AT.passThrough] !== 1) rise = 0;
      else if ((moves[m + AT.cap + 1] ?? -1) > 0) {
        const highest = roundRatio(p0, moves[m + AT.cap] ?? 0, p0Bottom, moves[m + AT.cap + 1] ?? 1);
        if (highest < p1) rise = highest * p0Bottom - p0;
      }
    }
    target[at + 6] = need;
    target[at + 7] = p0Bottom;
    target[at + 8] = rise;
    target[at + 9] = p0Bottom;
    target[at + 10] = moves[m + AT.passes] === 1 ? p0 + rise : p0;
    target[at + 11] = p0Bottom;
  }

  /** The price per seat-month of a row whose fraction stands at `f`, and whose instalments, months and flag at `i`. */
  private perMonth(f: number, i: number, price: number, fx: number): void {
    const { moves } = this;
    const instalments = moves[i] ?? 1;
    const months = moves[i + 1] ?? 1;
    let top = moves[f] ?? 0;
    let bottom = moves[f + 1] ?? 1;
    if (moves[i + 2] === 1) {
      if (price !== UNCHANGED) {
        top = roundRatio(top, price, bottom, UNCHANGED * instalments) * instalments;
        bottom = 1;
      }
      if (fx !== UNCHANGED) {
        top = roundRatio(top, fx, bottom, UNCHANGED * instalments) * instalments;
        bottom = 1;
      }
    }
    this.top = top;
    this.bottom = bottom * months;
  }

  private estUnit(m: number, f: number, price: number, fx: number): void {
    this.perMonth(f, m + AT.estInstalments, price, fx);
    const bottom = this.moves[m + AT.factor + 1] ?? -1;
    if (bottom < 0) return;
    this.top = roundRatio(this.top, this.moves[m + AT.factor] ?? 0, this.bottom, bottom);
    this.bottom = 1;
  }

  /** The margin rule on a cost and an ERP, a whole number. */
  private customerPrice(m: number, cost: number, costBottom: number, erp: number, erpBottom: number): number {
    const { moves } = this;
    const base = moves[m + AT.ruleBase];
    const ruleTop = moves[m + AT.rule] ?? 0;
    const ruleBottom = moves[m + AT.rule + 1] ?? 1;
    let price: number;
    if (base === FROM_COST) price = roundRatio(cost, ruleTop, costBottom, ruleBottom);
    else if (base === FROM_ERP) price = roundRatio(erp, ruleTop, erpBottom, ruleBottom);
    else price = roundRatio(ruleTop, 1, ruleBottom, 1);
    if (moves[m + AT.clamp] !== 1) return price;
    // The larger of cost and what is left of the price under ERP, rounded once.
    const isErp = price * erpBottom > erp;
    const top = isErp ? erp : price;
    const bottom = isErp ? erpBottom : 1;
    return cost * bottom > top * costBottom ? roundRatio(cost, 1, costBottom, 1) : roundRatio(top, 1, bottom, 1);
  }
}
