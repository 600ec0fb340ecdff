/** Control totals: exact sums of a sheet's amount columns, by currency and by day, taken while its rows pass by. */
import type { ChunkColumn } from '../../core/chunks.ts';
import { ExactSum, addCell } from '../../core/exact-sum.ts';
import { compareCodeUnits } from '../../core/compare-text.ts';
import type { Column } from '../../core/table.ts';
import { stringsOf } from '../../core/utf8-texts.ts';

/** More currencies than there are: the column is none of currencies, and has no totals. */
const MAX_CURRENCIES = 1000;

/** The exact sums of one amount column. */
export class ColumnTotals {
  /** As the file names it. */
  readonly header: string;
  readonly column: string;
  private readonly currency: string | undefined;
  /** The currency column's dictionary. */
  private readonly currencies: string[] = [];
  /** By currency, then by the slot of the day. */
  private readonly sums = new Map<string, (ExactSum | undefined)[]>();

  constructor(header: string, column: string, currency: string | undefined) {
    this.header = header;
    this.column = column;
    this.currency = currency;
  }

  /** @param slots the slot of the day of each row; undefined: all rows are in slot 0 */
  add(rows: number, columns: ReadonlyMap<string, Column | ChunkColumn>, slots: Uint32Array | undefined): void {
    const amounts = columns.get(this.column);
    const currencies = this.currency === undefined ? undefined : columns.get(this.currency);
    if (amounts?.kind !== 'decimal' && amounts?.kind !== 'exact') return;
    const codes = currencies?.kind === 'text' ? currencies.codes : undefined;
    if (currencies?.kind === 'text')
      this.learn('values' in currencies ? currencies.values : stringsOf(currencies.added));
    const byCode: (ExactSum | undefined)[][] = [];
    for (let row = 0; row < rows; row++) {
      const code = codes?.[row] ?? 0;
      const bySlot = (byCode[code] ??= this.sumsOf(this.currencies[code] ?? ''));
      const sum = (bySlot[slots?.[row] ?? 0] ??= new ExactSum());
      addCell(sum, amounts, row);
    }
  }

  /** By currency, of all rows; empty when there are too many currencies. */
  total(): Readonly<Record<string, string>> | undefined {
    if (this.sums.size > MAX_CURRENCIES) return undefined;
    const totals = [...this.sums].map(([currency, sums]): [string, string] => {
      const total = new ExactSum();
      for (const sum of sums) if (sum) total.addSum(sum);
      return [currency, total.text()];
    });
    return Object.fromEntries(totals);
  }

  /** By currency, of the rows of one day. */
  totalOf(slot: number): Readonly<Record<string, string>> {
    if (this.sums.size > MAX_CURRENCIES) return {};
    const sums = [...this.sums].flatMap(([currency, bySlot]): [string, string][] => {
      const sum = bySlot[slot];
      return sum ? [[currency, sum.text()]] : [];
    });
    return Object.fromEntries(sums.sort(([a], [b]) => compareCodeUnits(a, b)));
  }

  private learn(texts: readonly string[]): void {
    if (this.sums.size > MAX_CURRENCIES) return;
    for (const text of texts) this.currencies.push(text);
  }

  private sumsOf(currency: string): (ExactSum | undefined)[] {
    const known = this.sums.get(currency);
    if (known) return known;
    const sums: ExactSum[] = [];
    // One more than allowed says that there are too many; what they hold does not count.
    if (this.sums.size <= MAX_CURRENCIES) this.sums.set(currency, sums);
    return sums;
  }
}
