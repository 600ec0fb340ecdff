/** A block of clauses from a spreadsheet: rows matched by customer id or name. */
import { clauseText } from '../../../core/text/en/price-rules.ts';
import { type PastedRows, customerFinder, pasteRecords } from '../sheet/paste-records.ts';
import { CLAUSE_EDITS, type ClauseRow } from './clause-rows.ts';

/** @param block rows of cells, in the user's locale; undefined when its headings name no customer */
export function pasteClauses(
  block: readonly (readonly string[])[],
  rows: readonly ClauseRow[],
  locale: string,
): PastedRows<ClauseRow> | undefined {
  const find = customerFinder(rows);
  const shape = {
    fields: ['customer', 'passThrough', 'cap', 'notice', 'lock', 'given'],
    ...{ titles: clauseText.columns, headings: clauseText.headings, edits: CLAUSE_EDITS },
    find: (cell: (field: 'customer') => string) => find(cell('customer')),
    keyOf: ({ key }: ClauseRow) => key,
  } as const;
  return pasteRecords<ClauseRow, (typeof shape.fields)[number]>(block, shape, locale);
}
