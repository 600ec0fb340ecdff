/**
 * The whole portfolio joined with its results, cell by cell on demand: nothing is made per row until it shows. Rows are
 * rows of the portfolio.
 */
import type { Format } from '../../core/format.ts';
import { type Column, type Table, type TextColumn, flagAt, textAt } from '../../core/table.ts';
import { portfolioText } from '../../core/text/en/portfolio.ts';
import type { Simulation } from '../../sim/types.ts';
import { UNPRICED, alignAmounts, alignDecimals, alignText, resultRows } from './aligned.ts';
import { type Wording, amountWording, cellWording, unitWording } from './wording.ts';
import { type ColumnKey, SHEET_COLUMNS, type SheetColumn } from './columns.ts';

/** A column of the sheet, ready to sort, filter and show. */
export interface SheetCells extends Wording {
  /** As the sheet sorts and filters it: texts as they are shown. */
  readonly column: Column;
}

export class SheetData {
  readonly rows: number;
  readonly portfolio: Table;
  readonly simulation: Simulation | undefined;
  readonly format: Format;
  private readonly resultRow: Int32Array;
  private readonly reasons: ReadonlyMap<number, string>;
  private readonly made = new Map<ColumnKey, SheetCells>();

  constructor(portfolio: Table, simulation: Simulation | undefined, format: Format) {
    this.rows = portfolio.rows;
    this.portfolio = portfolio;
    this.simulation = simulation;
    this.format = format;
    const counts = simulation?.table.columns.get('row');
    this.resultRow = resultRows(this.rows, counts?.kind === 'count' ? counts.counts : new Uint32Array(0));
    this.reasons = new Map(simulation?.unpriced.map(({ row, reason }) => [row, reason]));
  }

  /** False for a subscription without a price. */
  isPriced(row: number): boolean {
    return this.resultRow[row] !== UNPRICED;
  }

  /** False for a subscription without a day in EST: its amounts are 0. */
  isExposed(row: number): boolean {
    return flagAt(this.simulation?.table.columns.get('exposed'), this.resultRow[row] ?? UNPRICED) ?? false;
  }

  currencyAt(row: number): string {
    return textAt(this.portfolio.columns.get('currency'), row);
  }

  cells(key: ColumnKey): SheetCells {
    const known = this.made.get(key);
    if (known) return known;
    const column = SHEET_COLUMNS.find((candidate) => candidate.key === key);
    if (!column) throw new Error(`INTERNAL: no column ${key}`);
    const cells = this.make(column);
    this.made.set(key, cells);
    return cells;
  }

  private make({ source }: SheetColumn): SheetCells {
    const { format } = this;
    switch (source.from) {
      case 'cells': {
        const column = withWords(this.portfolio.columns.get(source.name) ?? this.emptyText());
        return { column, ...cellWording(column, source.name, format) };
      }
      case 'result':
        return this.words(
          alignText(this.resultText(source.name), this.resultRow, (text) => portfolioText.outcomes[text] ?? text),
        );
      case 'unit': {
        const texts = this.resultText(source.name);
        const column = alignDecimals(texts, this.resultRow);
        const decimalAt = (row: number): string => textAt(texts, this.resultRow[row] ?? UNPRICED);
        return { column, ...unitWording(decimalAt, source.signed ?? false, format) };
      }
      case 'amount': {
        const amounts = this.simulation?.amounts[source.amount] ?? new Float64Array(0);
        const column = alignAmounts(amounts, this.resultRow, this.currencies());
        const minorAt = (row: number): number | undefined => amounts[this.resultRow[row] ?? UNPRICED];
        const currencyAt = (row: number): string => this.currencyAt(row);
        return { column, ...amountWording({ minorAt, currencyAt }, source.signed ?? false, format) };
      }
      case 'product':
        return this.words(this.productColumn());
      case 'notes':
        return this.words(this.notesColumn());
    }
  }

  private words(column: TextColumn): SheetCells {
    return { column, ...cellWording(column, '', this.format) };
  }

  private resultText(name: string): TextColumn {
    const column = this.simulation?.table.columns.get(name);
    return column?.kind === 'text' ? column : { kind: 'text', codes: new Uint32Array(0), values: [''] };
  }

  private emptyText(): TextColumn {
    return { kind: 'text', codes: new Uint32Array(this.rows), values: [''] };
  }

  private currencies(): TextColumn {
    const column = this.portfolio.columns.get('currency');
    return column?.kind === 'text' ? column : this.emptyText();
  }

  /** The product as results name it; without a price as the file does. */
  private productColumn(): TextColumn {
    const named = alignText(this.resultText('product'), this.resultRow, (text) => text);
    const own = this.portfolio.columns.get('offerName');
    return this.filled(named, (row) => textAt(own, row));
  }

  private notesColumn(): TextColumn {
    const notes = alignText(this.resultText('notes'), this.resultRow, portfolioText.notes);
    return this.filled(notes, (row) => {
      const reason = this.reasons.get(row);
      return reason === undefined ? '' : portfolioText.unpriced(reason);
    });
  }

  /** A column in which rows without a price take another text. */
  private filled(column: TextColumn, textOf: (row: number) => string): TextColumn {
    const values = [...column.values];
    const codeOf = new Map(values.map((text, code) => [text, code]));
    for (const row of this.reasons.keys()) {
      const text = textOf(row);
      const code = codeOf.get(text) ?? values.push(text) - 1;
      codeOf.set(text, code);
      column.codes[row] = code;
    }
    return { ...column, values };
  }
}

/** Flags as the words that the sheet shows, so that they filter like any text. */
function withWords(column: Column): Column {
  if (column.kind !== 'flag') return column;
  const codes = Uint32Array.from(column.flags, (flag) => (flag === 1 ? 1 : flag === 0 ? 2 : 0));
  return { kind: 'text', codes, values: ['', portfolioText.yes, portfolioText.no] };
}
