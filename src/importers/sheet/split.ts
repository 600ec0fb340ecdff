import type { Rows } from '../read/rows.ts';

/** The rows below the header, which is row `at` of the first batch. */
export async function* splitAtHeader(rows: Rows, at: number): Rows {
  let first = true;
  for await (const batch of rows) {
    yield first ? { rows: batch.rows.slice(at + 1), lines: batch.lines.slice(at + 1) } : batch;
    first = false;
  }
}
