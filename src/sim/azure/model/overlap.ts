/**
 * Which rows count where files say the same twice. For each customer, Azure subscription and day one kind of file counts: billed
 * daily usage, else Cost Management, else FOCUS, else unbilled daily usage. Of several files of that kind the newest counts; of
 * billed daily usage the newest of each invoice, since invoices add up.
 */
import type { UsageReplacement } from '../types.ts';

/** What decides about a row. */
export interface OverlapRows {
  readonly rows: number;
  readonly customer: Uint32Array;
  readonly subscription: Uint32Array;
  readonly days: Int32Array;
  readonly source: Uint16Array;
  readonly invoice: Uint32Array;
  /** By source: 3 daily usage (billed rows), 2 Cost Management, 1 FOCUS. */
  readonly preference: Uint8Array;
  /** By source: the newer the higher. */
  readonly age: Float64Array;
}

/** Rank of a row's kind; unbilled daily usage comes last. */
function rankOf({ preference, source, invoice }: OverlapRows, row: number): number {
  const rank = preference[source[row] ?? 0] ?? 0;
  return rank === DAILY && (invoice[row] ?? 0) === 0 ? UNBILLED : rank;
}

const DAILY = 3;
const UNBILLED = 0;

export interface Overlap {
  /** 1: the row counts. */
  readonly counts: Uint8Array;
  /** By row that does not count: the source that it gives way to. */
  readonly by: Uint16Array;
  readonly reason: readonly UsageReplacement['reason'][];
}

/** One customer, subscription and day. */
interface Cell {
  rank: number;
  /** The source of the rank's rows; of billed daily usage by invoice. */
  readonly sources: Map<number, number>;
  /** Any source of the rank, for those that give way. */
  any: number;
}

/** Decides for every row. */
export function overlapOf(rows: OverlapRows): Overlap {
  const cells = new Map<number, Map<number, Cell>>();
  const placeOf = (row: number): Map<number, Cell> => {
    const day = rows.days[row] ?? 0;
    const known = cells.get(day);
    if (known) return known;
    const made = new Map<number, Cell>();
    cells.set(day, made);
    return made;
  };
  for (let row = 0; row < rows.rows; row++) note(placeOf(row), rows, row);
  const counts = new Uint8Array(rows.rows);
  const by = new Uint16Array(rows.rows);
  const reason: UsageReplacement['reason'][] = [];
  for (let row = 0; row < rows.rows; row++) {
    const cell = placeOf(row).get(keyOf(rows, row));
    if (!cell) continue;
    const source = rows.source[row] ?? 0;
    const rank = rankOf(rows, row);
    const winner = rank === cell.rank ? (cell.sources.get(invoiceOf(rows, row, rank)) ?? source) : cell.any;
    if (winner === source && rank === cell.rank) {
      counts[row] = 1;
      continue;
    }
    by[row] = winner;
    reason[row] =
      rank === cell.rank ? 'newer' : rank === UNBILLED && cell.rank === DAILY ? 'billed' : 'preferred-source';
  }
  return { counts, by, reason };
}

function keyOf({ customer, subscription }: OverlapRows, row: number): number {
  return (customer[row] ?? 0) * 2 ** 26 + (subscription[row] ?? 0);
}

/** Only invoices of billed daily usage stand side by side. */
function invoiceOf({ invoice }: OverlapRows, row: number, rank: number): number {
  return rank === DAILY ? (invoice[row] ?? 0) : 0;
}

function note(cells: Map<number, Cell>, rows: OverlapRows, row: number): void {
  const key = keyOf(rows, row);
  const rank = rankOf(rows, row);
  const source = rows.source[row] ?? 0;
  let cell = cells.get(key);
  if (!cell) {
    cell = { rank, sources: new Map<number, number>(), any: source };
    cells.set(key, cell);
  }
  if (rank < cell.rank) return;
  if (rank > cell.rank) {
    cell.rank = rank;
    cell.any = source;
    cell.sources.clear();
  }
  const invoice = invoiceOf(rows, row, rank);
  const before = cell.sources.get(invoice);
  if (before === undefined || (rows.age[source] ?? 0) > (rows.age[before] ?? 0)) {
    cell.sources.set(invoice, source);
    cell.any = source;
  }
}
