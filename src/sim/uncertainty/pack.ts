/** Items as typed arrays, in an order in which equal prices stand together. */
import type { Exact } from '../../core/exact.ts';
import type { Item, ItemRun } from './items.ts';
import { type Move, moveNumbers } from './moves.ts';
import { type ItemColumns, type RunColumns, type TrialPlan, UNCERTAIN, type UnitColumns } from './types.ts';

/** An item with everything that decides its draws. */
export interface PlannedItem extends Item {
  readonly row: number;
  readonly currency: number;
  readonly owner: number;
  readonly idHigh: number;
  readonly idLow: number;
  readonly twin: number;
  readonly input: readonly number[];
  readonly seats: number;
  readonly renewSeats: number;
  readonly bridge: number;
  readonly ownEnd: number;
  readonly endOtherwise: number;
  readonly moving: boolean;
  /** Differs from trial to trial. */
  readonly varies: boolean;
}

type Packed = Pick<TrialPlan, 'items' | 'columns' | 'runs' | 'units' | 'moves' | 'exactMoves' | 'starts'>;

/** The columns of a plan. */
export function packItems(items: readonly PlannedItem[]): Packed {
  const units = new UnitPacker();
  const moves = new MovePacker();
  const starts = new StartPacker();
  const placed = items
    .map((item) => ({
      item,
      runs: item.runs.map((run) => ({ run, unit: units.place(run), move: moves.place(run.move) })),
    }))
    .sort((a, b) => a.item.currency - b.item.currency || order(a.runs) - order(b.runs) || a.item.row - b.item.row);
  const firstRuns: number[] = [];
  let count = 0;
  for (const { runs } of placed) {
    firstRuns.push(count);
    count += runs.length;
  }
  const sorted = placed.map(({ item }) => item);
  const runs = placed.flatMap((entry) => entry.runs);
  return {
    items: items.length,
    columns: itemColumns(sorted, firstRuns, starts),
    runs: runColumns(runs),
    units: units.columns(),
    moves: moves.numbers(),
    exactMoves: moves.exact,
    starts: Int32Array.from(starts.all),
  };
}

interface PlacedRun {
  readonly run: ItemRun;
  readonly unit: number;
  readonly move: number;
}

function order([first]: readonly PlacedRun[]): number {
  return first ? first.move : -1;
}

function itemColumns(items: readonly PlannedItem[], firstRuns: readonly number[], starts: StartPacker): ItemColumns {
  const firstStart = items.map((item) => starts.place(item.starts));
  return {
    row: Uint32Array.from(items, ({ row }) => row),
    currency: Uint16Array.from(items, ({ currency }) => currency),
    owner: Uint32Array.from(items, ({ owner }) => owner),
    idHigh: Uint32Array.from(items, ({ idHigh }) => idHigh),
    idLow: Uint32Array.from(items, ({ idLow }) => idLow),
    twin: Uint32Array.from(items, ({ twin }) => twin),
    input: Int32Array.from(items.flatMap(({ input }) => UNCERTAIN.map((_, what) => input[what] ?? -1))),
    seats: Float64Array.from(items, ({ seats }) => seats),
    renewSeats: Float64Array.from(items, ({ renewSeats }) => renewSeats),
    start: Int32Array.from(items, ({ start }) => start),
    from: Int32Array.from(items, ({ from }) => from),
    bridge: Int32Array.from(items, ({ bridge }) => bridge),
    ownEnd: Int32Array.from(items, ({ ownEnd }) => ownEnd),
    endOtherwise: Int32Array.from(items, ({ endOtherwise }) => endOtherwise),
    firstRun: Uint32Array.from(firstRuns),
    runs: Uint16Array.from(items, ({ runs }) => runs.length),
    firstStart: Uint32Array.from(firstStart),
    moving: Uint8Array.from(items, ({ moving }) => Number(moving)),
  };
}

function runColumns(runs: readonly PlacedRun[]): RunColumns {
  return {
    cycle: Uint16Array.from(runs, ({ run }) => run.cycle),
    count: Uint16Array.from(runs, ({ run }) => run.count),
    month: Uint16Array.from(runs, ({ run }) => run.month),
    passes: Uint8Array.from(runs, ({ run }) => Number(run.passes)),
    begun: Uint8Array.from(runs, ({ run }) => Number(run.begun)),
    unit: Uint32Array.from(runs, ({ unit }) => unit),
    move: Int32Array.from(runs, ({ move }) => move),
  };
}

/** Equal sets of units share a place. */
class UnitPacker {
  private readonly placeOf = new Map<string, number>();
  private readonly all: Exact[] = [];

  place({ units }: ItemRun): number {
    const key = units.map(({ n, d }) => `${String(n)}/${String(d)}`).join();
    const known = this.placeOf.get(key);
    if (known !== undefined) return known;
    const place = this.all.length;
    this.all.push(...units);
    this.placeOf.set(key, place);
    return place;
  }

  columns(): UnitColumns {
    const large = new Map<number, readonly [bigint, bigint]>();
    for (const [at, { n, d, num }] of this.all.entries()) if (Number.isNaN(num)) large.set(at, [n, d]);
    return {
      top: Float64Array.from(this.all, ({ num }) => num),
      bottom: Float64Array.from(this.all, ({ num, den }) => (Number.isNaN(num) ? NaN : den)),
      large,
    };
  }
}

/** Equal moves share a place, counted in moves. */
class MovePacker {
  readonly exact = new Map<number, Move>();
  private readonly placeOf = new Map<string, number>();
  private readonly all: Float64Array[] = [];

  place(move: Move | undefined): number {
    if (!move) return -1;
    const numbers = moveNumbers(move);
    const isLarge = numbers.some(Number.isNaN);
    const key = isLarge ? `large ${String(this.exact.size)}` : numbers.join();
    const known = this.placeOf.get(key);
    if (known !== undefined) return known;
    const place = this.all.push(numbers) - 1;
    this.placeOf.set(key, place);
    if (isLarge) this.exact.set(place, move);
    return place;
  }

  numbers(): Float64Array {
    const width = this.all[0]?.length ?? 0;
    const numbers = new Float64Array(this.all.length * width);
    for (const [at, move] of this.all.entries()) numbers.set(move, at * width);
    return numbers;
  }
}

/** Terms that end on the same day share their cycles. */
class StartPacker {
  readonly all: number[] = [];
  private readonly placeOf = new Map<string, number>();

  place(starts: readonly number[]): number {
    const key = `${String(starts[0])} ${String(starts[1])} ${String(starts.length)}`;
    const known = this.placeOf.get(key);
    if (known !== undefined) return known;
    const place = this.all.length;
    this.all.push(...starts);
    this.placeOf.set(key, place);
    return place;
  }
}
