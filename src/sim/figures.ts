/** The cliff between what a seat costs now and its EST price on a day (spec §5), each step exact. */
import { type Exact, ZERO, isZero, multiply, ONE, subtract, toDecimal, add } from '../core/exact.ts';
import type { EstPrice } from './est-price.ts';
import type { Lock } from './lock.ts';
import { noteBit } from './notes.ts';
import type { Timeline, TimelineSegment } from './timeline.ts';
import { type UnitPrice, withoutShocks } from './price-series.ts';

/** Unit figures per seat and month for one lock and one timeline segment. */
export interface Figures {
  readonly lock: Lock;
  readonly est: EstPrice;
  readonly own: UnitPrice;
  readonly monthly: UnitPrice | undefined;
  readonly listMove: Exact;
  readonly commitment: Exact;
  readonly estUplift: Exact;
  /** What the scenario's currency shocks add; the steps before are figured without them. */
  readonly currency: Exact;
  readonly notes: number;
}

/** The steps from `lock.current` to the segment's EST price; undefined when the segment has no price for one of them. */
export function makeFigures(lock: Lock, timeline: Timeline, segment: TimelineSegment): Figures | undefined {
  const { own, monthly, est } = segment;
  if (!own || !est) return undefined;
  const ownCost = withoutShocks(own).cost;
  const listMove = subtract(ownCost, lock.listCost);
  const hasStep = monthly !== undefined && (!timeline.monthlyTerm || timeline.inEst);
  const commitment = hasStep ? subtract(withoutShocks(monthly).cost, ownCost) : ZERO;
  const estUplift = subtract(est.unshocked ?? est.cost, add(ownCost, commitment));
  const before = add(add(lock.current, lock.promotion), add(listMove, commitment));
  const currency = subtract(subtract(est.cost, before), estUplift);
  const notes =
    (own.carried || est.basis.carried ? noteBit('carried-forward') : 0) |
    (est.source === 'assumed' ? noteBit('est-base-assumed') : 0) |
    (est.differs ? noteBit('est-list-differs') : 0);
  return { lock, est, own, monthly, listMove, commitment, estUplift, currency, notes };
}

/** Unit figures as texts with at least two and at most ten digits, as the results file has them. */
export interface FigureTexts {
  readonly current: string;
  readonly est: string;
  readonly renew: string;
  readonly promotion: string;
  readonly listMove: string;
  readonly commitment: string;
  readonly estUplift: string;
  readonly currency: string;
}

/** A price per seat-month in major units, with two to ten digits. */
export function unitText(value: Exact): string {
  return toDecimal(value, 2, 10);
}

/** The figures of one subscription as texts; the renewal is not part of the shared figures. */
export function figureTexts(figures: Figures, renewUnit: Exact): FigureTexts {
  return {
    current: unitText(figures.lock.current),
    est: unitText(figures.est.cost),
    renew: unitText(renewUnit),
    promotion: unitText(figures.lock.promotion),
    listMove: unitText(figures.listMove),
    commitment: unitText(figures.commitment),
    estUplift: unitText(figures.estUplift),
    currency: unitText(figures.currency),
  };
}

/** What a renewal costs per seat-month: the list on that day, less a promotion that is still open then. */
export function renewUnit(own: UnitPrice, share: Exact): Exact {
  return isZero(share) ? own.cost : multiply(own.cost, subtract(ONE, share));
}
