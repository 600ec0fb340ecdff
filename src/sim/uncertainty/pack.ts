/** Items as typed arrays, in an order in which equal prices stand together. */
import type { Exact } from '../../core/exact.ts';
import type { Item, ItemRun } from './items.ts';
import { type ExactUnits, type Move, moveNumbers } from './moves.ts';
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
      runs: item.runs.map((run) => {
        const { prices } = run;
        return 'move' in prices
          ? { run, unit: 0, move: moves.place(prices.move) }
          : { run, unit: units.place(prices.units), move: -1 };
      }),
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
    row: column(new Uint32Array(items.length), items, ({ row }) => row),
    currency: column(new Uint16Array(items.length), items, ({ currency }) => currency),
    owner: column(new Uint32Array(items.length), items, ({ owner }) => owner),
    idHigh: column(new Uint32Array(items.length), items, ({ idHigh }) => idHigh),
    idLow: column(new Uint32Array(items.length), items, ({ idLow }) => idLow),
    twin: column(new Uint32Array(items.length), items, ({ twin }) => twin),
    input: Int32Array.from(items.flatMap(({ input }) => UNCERTAIN.map((_, what) => input[what] ?? -1))),
    seats: column(new Float64Array(items.length), items, ({ seats }) => seats),
    renewSeats: column(new Float64Array(items.length), items, ({ renewSeats }) => renewSeats),
    start: column(new Int32Array(items.length), items, ({ start }) => start),
    from: column(new Int32Array(items.length), items, ({ from }) => from),
    bridge: column(new Int32Array(items.length), items, ({ bridge }) => bridge),
    ownEnd: column(new Int32Array(items.length), items, ({ ownEnd }) => ownEnd),
    endOtherwise: column(new Int32Array(items.length), items, ({ endOtherwise }) => endOtherwise),
    firstRun: Uint32Array.from(firstRuns),
    runs: column(new Uint16Array(items.length), items, ({ runs }) => runs.length),
    firstStart: Uint32Array.from(firstStart),
    moving: column(new Uint8Array(items.length), items, ({ moving }) => Number(moving)),
  };
}

function runColumns(runs: readonly PlacedRun[]): RunColumns {
  return {
    cycle: column(new Uint16Array(runs.length), runs, ({ run }) => run.cycle),
    count: column(new Uint16Array(runs.length), runs, ({ run }) => run.count),
    month: column(new Uint16Array(runs.length), runs, ({ run }) => run.month),
    passes: column(new Uint8Array(runs.length), runs, ({ run }) => Number(run.passes)),
    begun: column(new Uint8Array(runs.length), runs, ({ run }) => Number(run.begun)),
    unit: column(new Uint32Array(runs.length), runs, ({ unit }) => unit),
    move: column(new Int32Array(runs.length), runs, ({ move }) => move),
  };
}

/** Fills a column; `from` with a function would go through an iterator, which takes longer. */
function column<T, A extends Float64Array | Int32Array | Uint32Array | Uint16Array | Uint8Array>(
  target: A,
  entries: readonly T[],
  pick: (entry: T) => number,
): A {
  entries.forEach((entry, at) => {
    target[at] = pick(entry);
  });
  return target;
}

/** Equal sets of units share a place. */
class UnitPacker {
  private readonly placeOf = new Map<string, number>();
  private readonly all: Exact[] = [];

  place(units: ExactUnits): number {
    const key = units.map(fractionText).join();
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

/** Numbers are written much faster than bigints. */
function fractionText({ n, d, num, den }: Exact): string {
  return Number.isNaN(num) ? `${String(n)}/${String(d)}` : `${num}/${den}`;
}

/** Equal moves share a place, counted in moves. */
class MovePacker {
  readonly exact = new Map<number, Move>();
  private readonly placeOf = new Map<string, number>();
  private readonly all: Float64Array[] = [];

  place(move: Move): number {
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
