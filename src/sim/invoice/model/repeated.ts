/**
 * Invoices that stand in several files. A file that says of an invoice nothing that another one does not say too is a repetition
 * of it; parts of one export say different things and all count.
 */
import { combined, hashNumber, hashText, mixed } from '../../../core/text-hash.ts';
import { type JoinedLines, LINE_DAYS, LINE_FIGURES, LINE_TEXTS } from './types.ts';

export interface Repeated {
  /** 1 for each line that counts; undefined: all do. */
  readonly kept: Uint8Array | undefined;
  readonly repeated: number;
}

/** Among equal files the first one counts. */
export function repeatedRows(lines: JoinedLines, sources: number): Repeated {
  const shared = sharedInvoices(lines, sources);
  if (shared.size === 0) return { kept: undefined, repeated: 0 };
  const kept = new Uint8Array(lines.rows).fill(1);
  let repeated = 0;
  for (const bySource of rowsOf(lines, shared).values()) {
    for (const rows of repetitions(lines, bySource)) {
      for (const row of rows) kept[row] = 0;
      repeated += rows.length;
    }
  }
  return { kept, repeated };
}

/** Codes of the invoices that more than one file has lines of; the empty number of unbilled lines is one too. */
function sharedInvoices({ rows, source, codes, texts }: JoinedLines, sources: number): ReadonlySet<number> {
  const shared = new Set<number>();
  if (sources < 2) return shared;
  const first = new Int32Array(texts.invoiceNumber.values.length).fill(-1);
  for (let row = 0; row < rows; row++) {
    const invoice = codes.invoiceNumber[row] ?? 0;
    const from = source[row] ?? 0;
    if (first[invoice] === -1) first[invoice] = from;
    else if (first[invoice] !== from) shared.add(invoice);
  }
  return shared;
}

type RowsBySource = Map<number, number[]>;

function rowsOf({ rows, source, codes }: JoinedLines, invoices: ReadonlySet<number>): Map<number, RowsBySource> {
  const found = new Map<number, RowsBySource>();
  for (let row = 0; row < rows; row++) {
    const invoice = codes.invoiceNumber[row] ?? 0;
    if (!invoices.has(invoice)) continue;
    const bySource: RowsBySource = found.get(invoice) ?? new Map<number, number[]>();
    found.set(invoice, bySource);
    const from = source[row] ?? 0;
    const list = bySource.get(from);
    if (list) list.push(row);
    else bySource.set(from, [row]);
  }
  return found;
}

/** The rows of each file that another, remaining file holds all of. */
function repetitions(lines: JoinedLines, bySource: RowsBySource): readonly (readonly number[])[] {
  const files = [...bySource.values()]
    .map((rows) => ({ rows, counts: countsOf(lines, rows) }))
    .sort((a, b) => b.rows.length - a.rows.length || (a.rows[0] ?? 0) - (b.rows[0] ?? 0));
  const remaining: typeof files = [];
  const repeated: (readonly number[])[] = [];
  for (const file of files) {
    if (remaining.some(({ counts }) => holds(counts, file.counts))) repeated.push(file.rows);
    else remaining.push(file);
  }
  return repeated;
}

function countsOf(lines: JoinedLines, rows: readonly number[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const key = rowKey(lines, row);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function holds(counts: ReadonlyMap<string, number>, others: ReadonlyMap<string, number>): boolean {
  for (const [key, count] of others) if ((counts.get(key) ?? 0) < count) return false;
  return true;
}

/** 64 bits of all that the check reads of a line. */
function rowKey({ codes, days, figures }: JoinedLines, row: number): string {
  let one = 0;
  let other = hashText('line');
  const take = (hash: number): void => {
    one = combined(one, hash);
    other = combined(mixed(other), hash);
  };
  for (const name of LINE_TEXTS) take(codes[name][row] ?? 0);
  for (const name of LINE_DAYS) take(days[name][row] ?? 0);
  for (const name of LINE_FIGURES) {
    const { units, places } = figures[name];
    take(hashNumber(units[row] ?? NaN));
    take(places[row] ?? 0);
  }
  return `${String(mixed(one))} ${String(mixed(other))}`;
}
