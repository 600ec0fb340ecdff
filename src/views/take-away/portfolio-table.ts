/** The portfolio as it stands on screen, described for export and copying. */
import { parseExact, toDecimal } from '../../core/exact.ts';
import { minorDigits, minorToText } from '../../core/money.ts';
import type { ExportColumn, ExportFormat, ExportRowKind, RawCell, TableExport } from '../../core/table-export.ts';
import { gridText } from '../../core/text/en/grid.ts';
import { portfolioText } from '../../core/text/en/portfolio.ts';
import { groupOf } from '../../sheet/arrange/groups.ts';
import type { UnitTotal } from '../../sheet/arrange/subtotals.ts';
import { ERROR_CODES } from '../../sheet/formula/value.ts';
import type { TableView } from '../../sheet/model/table-view.ts';
import type { ColumnFormula } from '../../sheet/model/workbook-parts.ts';
import type { GridSource } from '../../ui/grid/source.ts';
import type { ArrangedRows } from '../portfolio/arranged-rows.ts';
import { FROZEN_COLUMNS, isComputed, type SheetColumn } from '../portfolio/columns.ts';
import { GroupCells } from '../portfolio/group-cells.ts';
import type { SheetData } from '../portfolio/sheet-data.ts';
import { totalsRow } from '../portfolio/summed.ts';
import { rawCell } from './raw-cell.ts';

export interface ShownPortfolio {
  readonly source: GridSource;
  readonly arranged: ArrangedRows;
  /** The columns that show, in their order. */
  readonly columns: readonly SheetColumn[];
  readonly view: TableView;
  readonly formulas: readonly ColumnFormula[];
  /** Sums of the rows that pass the filters, by column. */
  readonly totals: ReadonlyMap<string, readonly UnitTotal[]>;
}

/** More digits than any sum has. */
const MOST_DIGITS = 30;
const ERRORS: ReadonlySet<string> = new Set(ERROR_CODES);

/** All rows that show, groups with their subtotals, and the row of totals at the end. */
export function portfolioTable(shown: ShownPortfolio): TableExport {
  const { source, arranged, columns, view, totals } = shown;
  const { data, arrangement } = arranged;
  const { rows, order, groups } = arrangement;
  const described = columns.map((column) => exportColumn(column, shown));
  const raws = columns.map((column, at) => rawReader(column, described[at]?.format ?? GENERAL, data));
  const cells = groups && new GroupCells(arranged, columns, view.closed);
  const totalWords = totalsRow(columns, totals, order.length, data.format);
  const hasTotals = order.length > 0;
  const groupText = (row: number, column: number): string => {
    const facts = column === 0 ? source.groupAt?.(row) : undefined;
    return facts ? `${facts.label} (${gridText.group.count(facts.count)})` : source.text(row, column);
  };
  return {
    title: portfolioText.title,
    columns: described,
    rows: rows.length + (hasTotals ? 1 : 0),
    frozenColumns: view.frozenColumns ?? FROZEN_COLUMNS,
    cell: (row, column) => {
      if (row >= rows.length)
        return { text: totalWords(column), raw: sumOf(totals.get(columns[column]?.key ?? ''), columns[column]) };
      const own = rows[row] ?? 0;
      const group = groupOf(own);
      if (group !== undefined)
        return { text: groupText(row, column), raw: sumOf(cells?.sums(group, column), columns[column]) };
      const raw = raws[column]?.(own);
      // What is shown in place of figures is for nobody where the figures are: making it would take most of the time.
      return raw ? { text: '', raw } : { text: source.text(row, column) };
    },
    rowKind: (row): ExportRowKind => {
      if (row >= rows.length) return { kind: 'total', level: 0 };
      const facts = source.groupAt?.(row);
      return facts ? { kind: 'group', level: facts.level - 1 } : { kind: 'data', level: groups?.keys.length ?? 0 };
    },
  };
}

const GENERAL: ExportFormat = { kind: 'general' };

/** A sum of one unit; several have no figure. Amounts have the digits of their currency. */
function sumOf(totals: readonly UnitTotal[] = [], column: SheetColumn | undefined): RawCell | undefined {
  const [only, ...others] = totals;
  const sum = only && others.length === 0 ? parseExact(only.sum) : undefined;
  if (!only || !sum) return undefined;
  const digits = column?.sums === 'amounts' ? minorDigits(only.unit) : 0;
  return { kind: 'number', decimal: toDecimal(sum, digits, MOST_DIGITS) };
}

function exportColumn(column: SheetColumn, shown: ShownPortfolio): ExportColumn {
  const { key, title, unit, kind, width, source } = column;
  const { widths } = shown.view;
  return {
    ...{ title, unit, kind, format: formatOf(column, shown) },
    width: Object.hasOwn(widths, key) ? widths[key] : width,
    formula: source.from === 'formula' ? source.formula : undefined,
  };
}

function formatOf(
  { key, source, sums, kind }: SheetColumn,
  { view, formulas, arranged }: ShownPortfolio,
): ExportFormat {
  const chosen = Object.hasOwn(view.formats, key) ? view.formats[key] : undefined;
  if (chosen) return chosen;
  const { data } = arranged;
  // The currency stands in a column of its own, as on screen.
  if (source.from === 'amount')
    return { kind: 'number', digits: Math.max(...data.currencies().values.map(minorDigits)) };
  if (sums === 'seats' || key === 'line') return { kind: 'number', digits: 0 };
  return (kind !== 'text' && formulas.find((formula) => formula.key === key)?.format) || GENERAL;
}

/** The value behind a row of the portfolio; undefined for texts and for what is shown in place of a figure. */
function rawReader(column: SheetColumn, format: ExportFormat, data: SheetData): (row: number) => RawCell | undefined {
  const { key, kind, source } = column;
  if (kind === 'text' || kind === 'id') return () => undefined;
  const cells = data.cells(key);
  if (source.from === 'amount') {
    return (row) => {
      const minor = cells.number?.(row);
      const currency = data.currencyAt(row);
      if (minor === undefined) return undefined;
      const raw = { kind: 'number', decimal: minorToText(minor, minorDigits(currency)) } as const;
      return format.kind === 'currency' && format.currency === undefined ? { ...raw, currency } : raw;
    };
  }
  return (row) => {
    // Laid out when it is first asked for.
    const raw = rawCell(cells.column, row, format);
    if (raw?.kind === 'number' && format.kind === 'currency' && format.currency === undefined)
      return { ...raw, currency: data.currencyAt(row) };
    if (raw || !isComputed(key)) return raw;
    const code = cells.text(row);
    return ERRORS.has(code) ? { kind: 'error', code } : undefined;
  };
}
