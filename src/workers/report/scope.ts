/** Which subscriptions a report covers. */
import { idKey } from '../../core/ids.ts';
import type { ReportScope } from '../../core/report/plan.ts';
import { textAt } from '../../core/table.ts';
import type { Book } from '../../sim/index.ts';

/**
 * Rows of the portfolio in ascending order; undefined: all. A customer is meant by its id, or by its name where it has none, so
 * that two customers of one name are kept apart.
 * @param filtered the rows that the workbook's filter shows; undefined: it shows all
 */
export function scopeRows(book: Book, scope: ReportScope, filtered: Uint32Array | undefined): Uint32Array | undefined {
  if (scope.kind === 'all') return undefined;
  if (scope.kind === 'filter') return filtered;
  const { columns, rows } = book.portfolio.table;
  const [ids, names] = [columns.get('customerId'), columns.get('customerName')];
  const wanted = idKey(scope.customerId);
  const found: number[] = [];
  for (let row = 0; row < rows; row++) {
    const id = idKey(textAt(ids, row));
    if (id === wanted && (id !== '' || textAt(names, row) === scope.customer)) found.push(row);
  }
  return Uint32Array.from(found);
}
