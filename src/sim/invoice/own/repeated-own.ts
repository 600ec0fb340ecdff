/**
 * Own invoices that stand in several files, by the rule for Microsoft's: a file that says of an invoice nothing that another one
 * does not say too repeats it. Lines without an invoice number are one invoice.
 */
import { remember } from '../../remember.ts';

interface Rows {
  readonly rows: number;
  readonly source: Uint16Array;
  /** Code of the invoice of each row. */
  readonly invoice: Uint32Array;
  /** All that is read of a row. */
  readonly contentOf: (row: number) => string;
}

/** The rows that are no repetition, in their order; among equal files the first one counts. */
export function ownRowsThatCount({ rows, source, invoice, contentOf }: Rows): Uint32Array {
  const invoices = new Map<number, Map<number, number[]>>();
  for (let row = 0; row < rows; row++) {
    const bySource = remember(invoices, invoice[row] ?? 0, () => new Map<number, number[]>());
    remember(bySource, source[row] ?? 0, (): number[] => []).push(row);
  }
  const left = new Set<number>();
  for (const bySource of invoices.values()) {
    if (bySource.size < 2) continue;
    for (const row of repetitions([...bySource.values()], contentOf)) left.add(row);
  }
  return Uint32Array.from({ length: rows }, (_, row) => row).filter((row) => !left.has(row));
}

function repetitions(files: readonly (readonly number[])[], contentOf: (row: number) => string): readonly number[] {
  const counted = files
    .map((rows) => ({ rows, counts: countsOf(rows, contentOf) }))
    .sort((a, b) => b.rows.length - a.rows.length || (a.rows[0] ?? 0) - (b.rows[0] ?? 0));
  const remaining: typeof counted = [];
  const repeated: number[] = [];
  for (const file of counted) {
    if (remaining.some(({ counts }) => holds(counts, file.counts))) repeated.push(...file.rows);
    else remaining.push(file);
  }
  return repeated;
}

type Counts = ReadonlyMap<string, number>;

function countsOf(rows: readonly number[], contentOf: (row: number) => string): Counts {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const key = contentOf(row);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function holds(counts: Counts, others: Counts): boolean {
  for (const [key, count] of others) if ((counts.get(key) ?? 0) < count) return false;
  return true;
}
