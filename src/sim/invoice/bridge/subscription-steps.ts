/** Why one subscription was billed another amount than the month before. */
import type { Minor } from '../../../core/money.ts';
import { remember } from '../../remember.ts';
import type { CheckedLines } from '../model/check-lines.ts';
import type { InvoiceLines } from '../model/types.ts';
import { FactorSteps } from './factors.ts';
import type { LineRoles } from './line-roles.ts';
import type { Moves } from './move.ts';

/** One month of a subscription. */
interface Month {
  /** Lines of whole cycles. */
  readonly regular: readonly number[];
  /** Lines that no other month has again. */
  readonly other: readonly number[];
  /** It was cancelled at once, and nothing was charged after that. */
  readonly ended: boolean;
}

export class SubscriptionSteps {
  private readonly lines: InvoiceLines;
  private readonly subtotal: Float64Array;
  private readonly roles: LineRoles;
  private readonly isEst: (row: number) => boolean;
  private readonly factors: FactorSteps;

  /** @param isEst lines that were found to be Extended Service Terms */
  constructor(lines: InvoiceLines, checked: CheckedLines, roles: LineRoles, isEst: (row: number) => boolean) {
    this.lines = lines;
    this.subtotal = checked.subtotal;
    this.roles = roles;
    this.isEst = isEst;
    this.factors = new FactorSteps(lines, checked);
  }

  /** @param before all of its lines in one month, credits and consumption left out; `after` in the other */
  add(moves: Moves, before: readonly number[], after: readonly number[]): void {
    const [was, now] = [this.monthOf(before), this.monthOf(after)];
    moves.add('changes', this.sum(now.other) - this.sum(was.other));
    if (was.regular.length > 0 && now.regular.length > 0) this.addKept(moves, was.regular, now.regular);
    else if (now.regular.length > 0) this.addNew(moves, was, now);
    else if (was.regular.length > 0) this.addGone(moves, was, now);
  }

  private addKept(moves: Moves, before: readonly number[], after: readonly number[]): void {
    const difference = this.sum(after) - this.sum(before);
    if (this.hasEst(before) !== this.hasEst(after)) moves.add('est', difference);
    else if (this.hasLong(before) !== this.hasLong(after)) moves.add('annual', difference);
    else {
      const [was, now] = [this.byProduct(before), this.byProduct(after)];
      const isSame = was.size === now.size && [...was.keys()].every((product) => now.has(product));
      if (!isSame) moves.add('product', difference);
      else for (const [product, rows] of was) this.factors.add(moves, rows, now.get(product) ?? []);
    }
  }

  private addNew(moves: Moves, was: Month, { regular }: Month): void {
    const amount = this.sum(regular);
    if (this.hasEst(regular)) moves.add('est', amount);
    else if (this.hasLong(regular)) moves.add(regular.some((row) => this.roles.begins(row)) ? 'new' : 'annual', amount);
    // It came by an upgrade or from a trial, and its first whole cycle is no news.
    else moves.add(was.other.length > 0 && !was.ended ? 'changes' : 'new', amount);
  }

  private addGone(moves: Moves, { regular }: Month, now: Month): void {
    const amount = -this.sum(regular);
    if (this.hasEst(regular)) moves.add('est', amount);
    else if (now.ended) moves.add('gone', amount);
    else if (this.hasLong(regular)) moves.add('annual', amount);
    else moves.add(now.other.length > 0 ? 'changes' : 'gone', amount);
  }

  private monthOf(rows: readonly number[]): Month {
    const { chargeStartDate } = this.lines.days;
    const startOf = (row: number): number => chargeStartDate[row] ?? 0;
    const ends = rows.filter((row) => this.roles.of(row) === 'end');
    const last = Math.max(...ends.map(startOf));
    const isCharge = (row: number): boolean => (this.subtotal[row] ?? 0) > 0;
    const ended = ends.length > 0 && !rows.some((row) => isCharge(row) && startOf(row) > last);
    const regular = ended ? [] : rows.filter((row) => this.roles.of(row) === 'regular');
    return { regular: this.standing(regular), other: rows.filter((row) => !regular.includes(row)), ended };
  }

  /** Without charges that were given back as a whole, and what gave them back. */
  private standing(rows: readonly number[]): readonly number[] {
    const left = [...rows];
    for (const refund of rows) {
      const amount = this.subtotal[refund] ?? 0;
      if (amount >= 0) continue;
      const charge = left.find((row) => this.subtotal[row] === -amount && this.isSameCycle(row, refund));
      if (charge === undefined) continue;
      left.splice(left.indexOf(charge), 1);
      left.splice(left.indexOf(refund), 1);
    }
    return left;
  }

  private isSameCycle(one: number, other: number): boolean {
    const { days, texts } = this.lines;
    return (
      days.chargeStartDate[one] === days.chargeStartDate[other] &&
      days.chargeEndDate[one] === days.chargeEndDate[other] &&
      texts.productId.codes[one] === texts.productId.codes[other] &&
      texts.skuId.codes[one] === texts.skuId.codes[other]
    );
  }

  private byProduct(rows: readonly number[]): ReadonlyMap<string, readonly number[]> {
    const { productId, skuId } = this.lines.texts;
    const found = new Map<string, number[]>();
    for (const row of rows)
      remember(found, `${String(productId.codes[row])} ${String(skuId.codes[row])}`, (): number[] => []).push(row);
    return found;
  }

  private hasEst(rows: readonly number[]): boolean {
    return rows.some((row) => this.isEst(row));
  }

  private hasLong(rows: readonly number[]): boolean {
    return rows.some((row) => this.roles.isLong(row));
  }

  private sum(rows: readonly number[]): Minor {
    return rows.reduce((sum, row) => sum + (this.subtotal[row] ?? 0), 0);
  }
}
