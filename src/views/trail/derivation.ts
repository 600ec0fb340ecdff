/** What the engine knows about the followed figure, fetched once for the line and the panel. */
import { idKey } from '../../core/ids.ts';
import { type Column, textAt } from '../../core/table.ts';
import type { Simulation } from '../../sim/types.ts';
import type { TrailSubject } from '../../state/trail.svelte.ts';
import type { Contributions, Explanation, Unexplained, Workbook } from '../../state/workbook.svelte.ts';

type RowSubject = Extract<TrailSubject, { row: number }>;
export type SumSubject = Exclude<TrailSubject, RowSubject>;

export type Derivation =
  | { readonly kind: 'row'; readonly subject: RowSubject; readonly explanation: Explanation }
  | { readonly kind: 'unpriced'; readonly subject: RowSubject; readonly reason: Unexplained }
  | { readonly kind: 'sum'; readonly subject: SumSubject; readonly contributions: Contributions };

/** Everything behind a figure; undefined when there is nothing behind it any more. */
export async function derive(workbook: Workbook, subject: TrailSubject): Promise<Derivation | undefined> {
  if ('row' in subject) {
    const result = await workbook.explain(subject.row);
    return 'unpriced' in result
      ? { kind: 'unpriced', subject, reason: result }
      : { kind: 'row', subject, explanation: result };
  }
  const { shown } = workbook;
  if (!shown) return undefined;
  const contributions =
    subject.kind === 'month'
      ? await workbook.monthAmounts(subject.month, subject.currency, subject.amount)
      : contributionsOf(shown, subject);
  return { kind: 'sum', subject, contributions };
}

/** The exposed rows behind a total or a customer's sum, each with its amount. */
export function contributionsOf(
  { table, amounts }: Simulation,
  subject: Exclude<SumSubject, { kind: 'month' }>,
): Contributions {
  const portfolioRow = table.columns.get('row');
  const exposed = table.columns.get('exposed');
  if (portfolioRow?.kind !== 'count' || exposed?.kind !== 'flag') throw new Error('INTERNAL: results without rows');
  const isIts = [sameText(table.columns.get('currency'), subject.currency)];
  if (subject.kind === 'customer') {
    const wanted = idKey(subject.customerId);
    isIts.push(matching(table.columns.get('customerId'), (id) => idKey(id) === wanted));
  }
  const hits = new Uint32Array(table.rows);
  let count = 0;
  for (let row = 0; row < table.rows; row++) {
    if (exposed.flags[row] === 1 && isIts.every((test) => test(row))) hits[count++] = row;
  }
  const rows = hits.slice(0, count);
  return { rows: rows.map((row) => portfolioRow.counts[row] ?? 0), amounts: pick(amounts[subject.amount], rows) };
}

function pick(amounts: Float64Array, rows: Uint32Array): Float64Array {
  return Float64Array.from(rows, (row) => amounts[row] ?? 0);
}

function sameText(column: Column | undefined, text: string): (row: number) => boolean {
  return (row) => textAt(column, row) === text;
}

/** Each text of the dictionary is asked once. */
function matching(column: Column | undefined, test: (text: string) => boolean): (row: number) => boolean {
  if (column?.kind !== 'text') return () => false;
  const passes = column.values.map(test);
  return (row) => passes[column.codes[row] ?? 0] ?? false;
}
