/** A table as it is shown, laid out in typed arrays: it moves to another thread at once, and is exported there. */
import {
  type ExportCell,
  type ExportColumn,
  type ExportFormat,
  type ExportRowKind,
  isTextColumn,
  type RawCell,
  type TableExport,
} from './table-export.ts';

/** The cells of a column, an entry a row; arrays that would hold nothing are left out. */
interface PlainCells {
  /** Places in `KINDS`. */
  readonly kinds: Uint8Array;
  /** Numbers as whole units of their last place; days, months and flags as they are. */
  readonly units?: Float64Array | undefined;
  /** Digits after the point of numbers. */
  readonly places?: Uint8Array | undefined;
  /** Numbers with more digits than a double holds, by row. */
  readonly wide: ReadonlyMap<number, string>;
  /** Texts and errors: `values[codes[row]]`. */
  readonly codes?: Uint32Array | undefined;
  readonly values: readonly string[];
  /** `values[currencies[row]]`; 0 for none. */
  readonly currencies?: Uint32Array | undefined;
  /** `values[formulas[row]]`; 0 for none. */
  readonly formulas?: Uint32Array | undefined;
  /** The few cells with a format of their own, by row. */
  readonly formats: ReadonlyMap<number, ExportFormat>;
}

export interface PlainTable {
  readonly title: string;
  readonly columns: readonly ExportColumn[];
  readonly cells: readonly PlainCells[];
  readonly rows: number;
  /** Places in `ROW_KINDS` and levels, by row. */
  readonly rowKinds: Uint8Array;
  readonly levels: Uint8Array;
  readonly frozenColumns: number;
  readonly free: TableExport['free'];
}

const KINDS = ['text', 'number', 'day', 'month', 'flag', 'error'] as const;
const ROW_KINDS = ['data', 'group', 'subtotal', 'total'] as const;

/** Rows between two yields. */
const STEP = 2000;
/** A double holds every decimal of this many digits. */
const MOST_DIGITS = 15;
const PLAIN_DECIMAL = /^-?\d+(?:\.\d+)?$/;

/** A described table as plain arrays; gives the share that is done while it works. */
export function* plainSteps(table: TableExport): Generator<number, PlainTable> {
  const { rows, columns } = table;
  const cells: PlainCells[] = [];
  for (const [index, column] of columns.entries()) {
    const builder = new CellsBuilder(rows, isTextColumn(column));
    for (let row = 0; row < rows; row++) {
      if (row % STEP === 0) yield (index + row / rows) / columns.length;
      builder.set(row, table.cell(row, index));
    }
    cells.push(builder.finish());
  }
  const rowKinds = new Uint8Array(rows);
  const levels = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) {
    if (row % STEP === 0) yield 1;
    const { kind, level } = table.rowKind?.(row) ?? { kind: 'data', level: 0 };
    rowKinds[row] = ROW_KINDS.indexOf(kind);
    levels[row] = level;
  }
  return {
    title: table.title,
    columns,
    cells,
    rows,
    rowKinds,
    levels,
    frozenColumns: table.frozenColumns ?? 0,
    free: table.free,
  };
}

class CellsBuilder {
  private readonly kinds: Uint8Array;
  private readonly isText: boolean;
  private readonly wide = new Map<number, string>();
  private readonly codeOf = new Map<string, number>([['', 0]]);
  private units: Float64Array | undefined;
  private places: Uint8Array | undefined;
  private codes: Uint32Array | undefined;
  private currencies: Uint32Array | undefined;
  private formulas: Uint32Array | undefined;
  private readonly formats = new Map<number, ExportFormat>();

  /** @param isText only what is shown counts */
  constructor(rows: number, isText: boolean) {
    this.kinds = new Uint8Array(rows);
    this.isText = isText;
  }

  set(row: number, { text, raw, format, formula }: ExportCell): void {
    if (format) this.formats.set(row, format);
    if (formula !== undefined) (this.formulas ??= new Uint32Array(this.kinds.length))[row] = this.code(formula);
    const isText = this.isText || format?.kind === 'text';
    if (raw === undefined || isText) {
      if (text !== '') this.text(row, text);
      return;
    }
    this.kinds[row] = KINDS.indexOf(raw.kind);
    switch (raw.kind) {
      case 'number':
        if (raw.currency !== undefined && raw.currency !== '')
          (this.currencies ??= new Uint32Array(this.kinds.length))[row] = this.code(raw.currency);
        return this.number(row, raw.decimal);
      case 'day':
        return this.unit(row, raw.day);
      case 'month':
        return this.unit(row, raw.month);
      case 'flag':
        return this.unit(row, raw.flag ? 1 : 0);
      case 'error':
        return this.text(row, raw.code);
    }
  }

  finish(): PlainCells {
    const { kinds, units, places, wide, codes, currencies, formulas, formats } = this;
    return { kinds, units, places, wide, codes, values: [...this.codeOf.keys()], currencies, formulas, formats };
  }

  private number(row: number, decimal: string): void {
    const point = decimal.indexOf('.');
    const places = point < 0 ? 0 : decimal.length - point - 1;
    const digits = point < 0 ? decimal : decimal.slice(0, point) + decimal.slice(point + 1);
    if (digits.length > MOST_DIGITS || digits === '-0' || !PLAIN_DECIMAL.test(decimal)) {
      this.wide.set(row, decimal);
      return;
    }
    this.unit(row, Number(digits));
    if (places > 0) (this.places ??= new Uint8Array(this.kinds.length))[row] = places;
  }

  private unit(row: number, units: number): void {
    (this.units ??= new Float64Array(this.kinds.length))[row] = units;
  }

  private text(row: number, text: string): void {
    (this.codes ??= new Uint32Array(this.kinds.length))[row] = this.code(text);
  }

  private code(text: string): number {
    const known = this.codeOf.get(text);
    if (known !== undefined) return known;
    const code = this.codeOf.size;
    this.codeOf.set(text, code);
    return code;
  }
}

/** The table that `plainSteps` laid out. Cells with a value behind them come without their shown text, which no file has. */
export function tableOfPlain(plain: PlainTable): TableExport {
  const { title, columns, cells, rows, rowKinds, levels, frozenColumns, free } = plain;
  return {
    ...{ title, columns, rows, frozenColumns, free },
    cell: (row, column) => {
      const own = cells[column];
      return own === undefined ? { text: '' } : cellOf(own, row);
    },
    rowKind: (row): ExportRowKind => ({ kind: ROW_KINDS[rowKinds[row] ?? 0] ?? 'data', level: levels[row] ?? 0 }),
  };
}

function cellOf(cells: PlainCells, row: number): ExportCell {
  const { kinds, codes, values, formats } = cells;
  const kind = KINDS[kinds[row] ?? 0] ?? 'text';
  const formula = values[cells.formulas?.[row] ?? 0];
  const format = formats.get(row);
  return {
    ...(kind === 'text' ? { text: values[codes?.[row] ?? 0] ?? '' } : { text: '', raw: rawOf(cells, kind, row) }),
    ...(formula ? { formula } : {}),
    ...(format ? { format } : {}),
  };
}

function rawOf(cells: PlainCells, kind: RawCell['kind'], row: number): RawCell {
  const units = cells.units?.[row] ?? 0;
  switch (kind) {
    case 'number': {
      const currency = cells.values[cells.currencies?.[row] ?? 0];
      const decimal = cells.wide.get(row) ?? placed(units, cells.places?.[row] ?? 0);
      return currency === undefined || currency === '' ? { kind, decimal } : { kind, decimal, currency };
    }
    case 'day':
      return { kind, day: units };
    case 'month':
      return { kind, month: units };
    case 'flag':
      return { kind, flag: units === 1 };
    case 'error':
      return { kind, code: cells.values[cells.codes?.[row] ?? 0] ?? '' };
  }
}

/** Whole units with a point before the last `places` digits. */
function placed(units: number, places: number): string {
  if (places === 0) return String(units);
  const digits = String(Math.abs(units)).padStart(places + 1, '0');
  return `${units < 0 ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}
