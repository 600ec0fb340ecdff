/** Control totals: exact sums of a sheet's amount columns, by currency, taken while its rows pass by. */
import { type ChunkColumn } from '../../core/chunks.ts';
import { ExactSum, addCell } from '../../core/exact-sum.ts';
import type { ControlTotals } from '../../core/schema/dataset.ts';
import type { Column } from '../../core/table.ts';
import { stringsOf } from '../../core/utf8-texts.ts';
import type { SheetFormat } from './format.ts';
import type { SheetPlan } from './plan.ts';

/** More currencies than there are: the column is none of currencies, and has no totals. */
const MAX_CURRENCIES = 1000;

export class SheetTotals {
  private readonly columns: readonly ColumnTotals[];

  constructor({ totals = [] }: SheetFormat, plan: SheetPlan) {
    this.columns = totals.flatMap(({ column, currency }) => {
      const source = plan.sources.get(column);
      const header = source && plan.header[source.index];
      return header === undefined ? [] : [new ColumnTotals(header, column, currency)];
    });
  }

  /** Adds the rows of a table, or of a chunk of it. */
  add(rows: number, columns: ReadonlyMap<string, Column | ChunkColumn>): void {
    for (const column of this.columns) column.add(rows, columns);
  }

  /** Undefined when the format has nothing to add up. */
  finish(): ControlTotals | undefined {
    const totals = this.columns.flatMap((column) => column.finish());
    return totals.length === 0 ? undefined : Object.fromEntries(totals);
  }
}

class ColumnTotals {
  private readonly header: string;
  private readonly column: string;
  private readonly currency: string | undefined;
  /** The currency column's dictionary. */
  private readonly currencies: string[] = [];
  private readonly sums = new Map<string, ExactSum>();

  constructor(header: string, column: string, currency: string | undefined) {
    this.header = header;
    this.column = column;
    this.currency = currency;
  }

  add(rows: number, columns: ReadonlyMap<string, Column | ChunkColumn>): void {
    const amounts = columns.get(this.column);
    const currencies = this.currency === undefined ? undefined : columns.get(this.currency);
    if (amounts?.kind !== 'decimal' && amounts?.kind !== 'exact') return;
    const codes = currencies?.kind === 'text' ? currencies.codes : undefined;
    if (currencies?.kind === 'text')
      this.learn('values' in currencies ? currencies.values : stringsOf(currencies.added));
    const byCode: (ExactSum | undefined)[] = [];
    for (let row = 0; row < rows; row++) {
      const code = codes?.[row] ?? 0;
      const sum = (byCode[code] ??= this.sumOf(this.currencies[code] ?? ''));
      addCell(sum, amounts, row);
    }
  }

  finish(): [string, Readonly<Record<string, string>>][] {
    if (this.sums.size > MAX_CURRENCIES) return [];
    const sums = [...this.sums].map(([currency, sum]): [string, string] => [currency, sum.text()]);
    return [[this.header, Object.fromEntries(sums)]];
  }

  private learn(texts: readonly string[]): void {
    if (this.sums.size > MAX_CURRENCIES) return;
    for (const text of texts) this.currencies.push(text);
  }

  private sumOf(currency: string): ExactSum {
    const known = this.sums.get(currency);
    if (known) return known;
    const sum = new ExactSum();
    // One more than allowed says that there are too many; what they hold does not count.
    if (this.sums.size <= MAX_CURRENCIES) this.sums.set(currency, sum);
    return sum;
  }
}
