/**
 * The whole portfolio joined with its results, cell by cell on demand: nothing is made per row until it shows. Rows are
 * rows of the portfolio.
 */
import type { Format } from '../../core/format.ts';
import { type Column, type Table, type TextColumn, flagAt, textAt } from '../../core/table.ts';
import { portfolioText } from '../../core/text/en/portfolio.ts';
import type { Simulation } from '../../sim/types.ts';
import { UNPRICED, alignAmounts, alignDecimals, alignText, resultRows } from './aligned.ts';
import { type SheetCells, type Wording, amountWording, cellWording, unitWording } from './wording.ts';
import type { ComputedColumn } from '../../sheet/calculation/model.ts';
import { computedCells } from './computed-cells.ts';
import { type SheetColumn, columnOf, isComputed } from './columns.ts';

/** The words of a portfolio row that has no price, for a reason. */
type UnpricedWords = (row: number, reason: string) => string;

export class SheetData {
  readonly rows: number;
  readonly portfolio: Table;
  readonly simulation: Simulation | undefined;
  readonly format: Format;
  private readonly resultRow: Int32Array;
  private readonly reasons: ReadonlyMap<number, string>;
  private readonly made = new Map<string, SheetCells>();
  private readonly computed: ReadonlyMap<string, ComputedColumn>;

  constructor(
    portfolio: Table,
    simulation: Simulation | undefined,
    format: Format,
    computed: ReadonlyMap<string, ComputedColumn> = new Map(),
  ) {
    this.rows = portfolio.rows;
    this.computed = computed;
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

  /** The same data with computed columns; what was laid out of the others is shared. */
  withComputed(computed: ReadonlyMap<string, ComputedColumn>): SheetData {
    const data = new SheetData(this.portfolio, this.simulation, this.format, computed);
    for (const [key, cells] of this.made) if (!this.computed.has(key)) data.made.set(key, cells);
    return data;
  }

  /** Throws for a column that the sheet cannot have: ask `has` before. A computed column that is newer than the data is empty. */
  cells(key: string): SheetCells {
    const known = this.made.get(key);
    if (known) return known;
    const computed = this.computed.get(key);
    if (computed) {
      const cells = computedCells(computed, this.format, (row) => this.currencyAt(row));
      this.made.set(key, cells);
      return cells;
    }
    if (isComputed(key)) return this.emptyCells();
    const column = columnOf(key);
    if (!column) throw new Error(`INTERNAL: no column ${key}`);
    const cells = this.make(column);
    this.made.set(key, cells);
    return cells;
  }

  has(key: string): boolean {
    return this.computed.has(key) || columnOf(key) !== undefined;
  }

  private make({ source }: SheetColumn): SheetCells {
    const { format } = this;
    switch (source.from) {
      case 'cells': {
        const column = this.portfolio.columns.get(source.name) ?? this.emptyText();
        return lazyCells(cellWording(column, source.name, format), () => withWords(column));
      }
      case 'result':
        return this.texts(this.resultText(source.name), (text) => portfolioText.outcomes[text] ?? text);
      case 'unit': {
        const texts = this.resultText(source.name);
        const decimalAt = (row: number): string => textAt(texts, this.resultRow[row] ?? UNPRICED);
        const wording = unitWording(decimalAt, source.signed ?? false, format);
        return lazyCells(wording, () => alignDecimals(texts, this.resultRow));
      }
      case 'amount': {
        const amounts = this.simulation?.amounts[source.amount] ?? new Float64Array(0);
        const minorAt = (row: number): number | undefined => amounts[this.resultRow[row] ?? UNPRICED];
        const currencyAt = (row: number): string => this.currencyAt(row);
        const wording = amountWording({ minorAt, currencyAt }, source.signed ?? false, format);
        return lazyCells(wording, () => alignAmounts(amounts, this.resultRow, this.currencies()));
      }
      case 'formula':
        throw new Error('INTERNAL: computed columns are not made here');
      case 'product':
        return this.productCells();
      case 'notes':
        return this.texts(this.resultText('notes'), portfolioText.notes, (_, reason) => portfolioText.unpriced(reason));
    }
  }

  /** The product as results name it; without a price as the file does. */
  private productCells(): SheetCells {
    const own = this.portfolio.columns.get('offerName');
    return this.texts(
      this.resultText('product'),
      (text) => text,
      (row) => textAt(own, row),
    );
  }

  /**
   * Texts of the simulation, put into words.
   * @param unpriced the words of a row without a price; '' when left out
   */
  private texts(texts: TextColumn, word: (text: string) => string, unpriced?: UnpricedWords): SheetCells {
    const text = (row: number): string => {
      const reason = this.reasons.get(row);
      if (reason !== undefined) return unpriced?.(row, reason) ?? '';
      const plain = textAt(texts, this.resultRow[row] ?? UNPRICED);
      return plain === '' ? '' : word(plain);
    };
    return lazyCells({ text, copy: text }, () => {
      const column = alignText(texts, this.resultRow, word);
      return unpriced ? this.filled(column, text) : column;
    });
  }

  private resultText(name: string): TextColumn {
    const column = this.simulation?.table.columns.get(name);
    return column?.kind === 'text' ? column : { kind: 'text', codes: new Uint32Array(0), values: [''] };
  }

  private emptyCells(): SheetCells {
    const text = (): string => '';
    return { column: this.emptyText(), text, copy: text };
  }

  private emptyText(): TextColumn {
    return { kind: 'text', codes: new Uint32Array(this.rows), values: [''] };
  }

  /** The currency of each row. */
  currencies(): TextColumn {
    const column = this.portfolio.columns.get('currency');
    return column?.kind === 'text' ? column : this.emptyText();
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

/** Cells that show at once: only sorting and filtering need the column, which takes milliseconds to lay out. */
function lazyCells(wording: Wording, layOut: () => Column): SheetCells {
  let column: Column | undefined;
  return {
    ...wording,
    get column(): Column {
      return (column ??= layOut());
    },
  };
}

/** Flags as the words that the sheet shows, so that they filter like any text. */
function withWords(column: Column): Column {
  if (column.kind !== 'flag') return column;
  const codes = Uint32Array.from(column.flags, (flag) => (flag === 1 ? 1 : flag === 0 ? 2 : 0));
  return { kind: 'text', codes, values: ['', portfolioText.yes, portfolioText.no] };
}
