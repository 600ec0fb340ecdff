/** The queue as records of the grid: places of the queue, with cells that are read when they are shown. */
import { deadlineOf, urgencyOf } from '../../core/deadline.ts';
import type { Format } from '../../core/format.ts';
import { idKey } from '../../core/ids.ts';
import { minorDigits, minorToText } from '../../core/money.ts';
import type { Decision } from '../../core/scenario/scenario.ts';
import type { RawCell } from '../../core/table-export.ts';
import { type Table, dayAt, exactAt, textAt } from '../../core/table.ts';
import { toFloat } from '../../core/exact.ts';
import { decideText } from '../../core/text/en/decide.ts';
import { type SeatEvidence, WAY_KINDS, type WayChoice, type WayColumns, type WayQueue } from '../../sim/exits/types.ts';
import { OUTCOMES } from '../../sim/types.ts';
import { CELL } from '../../ui/grid/source.ts';
import { isSoon, lockWriter } from '../exposure/lock-text.ts';
import type { TakenColumn } from '../take-away/record-table.ts';
import { wayAndSeats } from './words.ts';

const { columns: titles, none } = decideText.queue;

/** A queue over its portfolio. */
export interface QueueView {
  readonly queue: WayQueue;
  readonly portfolio: Table;
  readonly asOf: number;
  readonly seatsWanted: ReadonlyMap<string, number>;
  readonly evidence: ReadonlyMap<string, SeatEvidence>;
  /** What was decided about single subscriptions, by the same id. */
  readonly decisions: ReadonlyMap<string, Decision>;
}

export type QueueFilter = 'all' | 'open' | 'decided';

export class QueueCells {
  readonly view: QueueView;

  constructor(view: QueueView) {
    this.view = view;
  }

  row(place: number): number {
    return this.view.queue.rows[place] ?? -1;
  }

  text(name: string, place: number): string {
    return textAt(this.view.portfolio.columns.get(name), this.row(place));
  }

  id(place: number): string {
    return this.text('subscriptionId', place);
  }

  customer(place: number): string {
    return this.text('customerName', place) || this.text('customerId', place);
  }

  product(place: number): string {
    return this.text('offerName', place) || `${this.text('productId', place)} ${this.text('skuId', place)}`;
  }

  seats(place: number): number {
    const value = exactAt(this.view.portfolio.columns.get('quantity'), this.row(place));
    return value ? toFloat(value) : 0;
  }

  /** Term and plan of a renewal to the same. */
  plan(place: number): string {
    const { plans, ownPlan } = this.view.queue;
    return plans[ownPlan[place] ?? -1] ?? '';
  }

  wanted(place: number): number {
    return this.view.seatsWanted.get(idKey(this.id(place))) ?? this.seats(place);
  }

  assigned(place: number): SeatEvidence | undefined {
    return this.view.evidence.get(idKey(this.id(place)));
  }

  /** Who decided, when and why; undefined where nothing is decided, or by a decision for several subscriptions. */
  decision(place: number): Decision | undefined {
    return this.view.decisions.get(idKey(this.id(place)));
  }

  termEnd(place: number): number | undefined {
    return dayAt(this.view.portfolio.columns.get('commitmentEnd'), this.row(place));
  }

  deadline(place: number): ReturnType<typeof deadlineOf> {
    const outcome = OUTCOMES[this.view.queue.outcome[place] ?? 0] ?? 'excluded';
    return deadlineOf({ outcome, termEnd: this.termEnd(place) }, this.view.asOf);
  }

  /** Money × nearness; what cannot be compared comes after what can. */
  urgency(place: number): number {
    const stake = this.view.queue.atStake[place] ?? NaN;
    return Number.isNaN(stake) ? -Infinity : urgencyOf(stake, this.deadline(place));
  }

  way(columns: 'byDefault' | 'best' | 'decided', place: number): WayChoice | undefined {
    return wayAt(this.view.queue, this.view.queue[columns], place);
  }
}

function wayAt({ plans }: WayQueue, ways: WayColumns, place: number): WayChoice | undefined {
  const kind = WAY_KINDS[ways.kind[place] ?? -1];
  if (!kind) return undefined;
  const [plan = '', seats = 0, estDays = 0] = [plans[ways.plan[place] ?? -1], ways.seats[place], ways.estDays[place]];
  return { kind, plan, seats, estDays };
}

/** Places of one currency that pass, the most urgent first. */
export function queuePlaces(cells: QueueCells, currency: string, filter: QueueFilter, find: string): readonly number[] {
  const wanted = find.trim().toLowerCase();
  const places = Array.from(cells.view.queue.rows, (_, place) => place).filter((place) => {
    if (cells.text('currency', place) !== currency) return false;
    const decided = cells.way('decided', place) !== undefined;
    if (filter !== 'all' && decided !== (filter === 'decided')) return false;
    return wanted === '' || `${cells.customer(place)} ${cells.product(place)}`.toLowerCase().includes(wanted);
  });
  const urgency = new Map(places.map((place) => [place, cells.urgency(place)]));
  const end = (place: number): number => cells.termEnd(place) ?? 0;
  return places.sort((a, b) => order(urgency.get(b), urgency.get(a)) || end(a) - end(b));
}

/** Ascending; equal infinities are equal. */
function order(a = 0, b = 0): number {
  return a === b ? 0 : a - b;
}

/** The columns; a record is a place of the queue. */
export function queueColumns(cells: QueueCells, currency: string, format: Format): readonly TakenColumn<number>[] {
  const { queue } = cells.view;
  const lock = lockWriter(format);
  const stake = (place: number): number | undefined => {
    const found = queue.atStake[place] ?? NaN;
    return Number.isNaN(found) ? undefined : found;
  };
  const words =
    (columns: 'byDefault' | 'best' | 'decided', mark = '') =>
    (place: number) => {
      const way = cells.way(columns, place);
      return way ? `${mark}${wayAndSeats(way, cells.seats(place), format)}` : none;
    };
  return [
    { key: 'customer', title: titles.customer, kind: 'text', width: 140, frozen: true, text: (place) => cells.customer(place) },
    { key: 'product', title: titles.product, kind: 'text', width: 150, text: (place) => cells.product(place) },
    { key: 'stake', title: titles.stake, unit: currency, kind: 'number', width: 104, text: (place) => amountText(stake(place), currency, format), order: stake, number: stake, unitOf: () => currency, raw: (place) => amountCell(stake(place), currency) },
    { key: 'locks', title: titles.locks, unit: titles.locksUnit, kind: 'day', width: 198, text: (place) => lock(cells.deadline(place)), order: (place) => cells.deadline(place).daysLeft, flags: (place) => (isSoon(cells.deadline(place)) ? CELL.bold | CELL.warning : 0), raw: (place) => dayCell(cells.deadline(place).locksAt) },
    { key: 'decided', title: titles.decided, kind: 'text', width: 150, text: words('decided', '✓ ') },
    { key: 'best', title: titles.best, kind: 'text', width: 170, text: words('best') },
    { key: 'byDefault', title: titles.byDefault, kind: 'text', width: 150, text: words('byDefault') },
    { key: 'seats', title: titles.seats, kind: 'number', width: 56, text: (place) => format.count(cells.seats(place)), order: (place) => cells.seats(place), raw: (place) => countCell(cells.seats(place)) },
    { key: 'assigned', title: titles.assigned, kind: 'number', width: 70, text: (place) => countText(cells.assigned(place)?.assigned, format), order: (place) => cells.assigned(place)?.assigned, raw: (place) => countCell(cells.assigned(place)?.assigned) },
    { key: 'wanted', title: titles.wanted, kind: 'number', width: 64, text: (place) => format.count(cells.wanted(place)), order: (place) => cells.wanted(place), flags: (place) => (cells.wanted(place) === cells.seats(place) ? CELL.muted : CELL.bold), raw: (place) => countCell(cells.wanted(place)) },
    { key: 'termEnd', title: titles.termEnd, kind: 'day', width: 96, text: (place) => dayText(cells.termEnd(place), format), order: (place) => cells.termEnd(place), raw: (place) => dayCell(cells.termEnd(place)) },
    { key: 'by', title: titles.by, kind: 'text', width: 110, text: (place) => cells.decision(place)?.author ?? '' },
    { key: 'at', title: titles.at, kind: 'day', width: 140, text: (place) => momentOf(cells.decision(place), format), order: (place) => cells.decision(place)?.at },
    { key: 'why', title: titles.why, kind: 'text', width: 170, text: (place) => cells.decision(place)?.reason ?? '' },
    { key: 'id', title: titles.id, kind: 'id', width: 250, text: (place) => cells.id(place) },
  ]; // prettier-ignore
}

/** What the list is as a file: the lock is the UTC day alone, at whose 00:00 the term end locks. */
export function fileColumns(columns: readonly TakenColumn<number>[]): readonly TakenColumn<number>[] {
  return columns.map((column) => (column.key === 'locks' ? { ...column, unit: titles.locksFileUnit } : column));
}

function momentOf(decision: Decision | undefined, format: Format): string {
  const at = Date.parse(decision?.at ?? '');
  return Number.isNaN(at) ? '' : format.moment(at);
}

function amountCell(minor: number | undefined, currency: string): RawCell | undefined {
  return minor === undefined ? undefined : { kind: 'number', decimal: minorToText(minor, minorDigits(currency)) };
}

function countCell(count: number | undefined): RawCell | undefined {
  return count === undefined ? undefined : { kind: 'number', decimal: String(count) };
}

function dayCell(day: number | undefined): RawCell | undefined {
  return day === undefined ? undefined : { kind: 'day', day };
}

function amountText(minor: number | undefined, currency: string, format: Format): string {
  return minor === undefined ? none : format.signed(minor, currency);
}

function countText(count: number | undefined, format: Format): string {
  return count === undefined ? '' : format.count(count);
}

function dayText(day: number | undefined, format: Format): string {
  return day === undefined ? '' : format.day(day);
}
