/** A table over inputs as the grid and its exports read it: figures, heat, the line where it breaks even, the present cell. */
import type { Assumption } from '../../core/assumptions/assumption.ts';
import { toDecimal, fraction } from '../../core/exact.ts';
import type { Format } from '../../core/format.ts';
import { minorDigits, minorToText } from '../../core/money.ts';
import type { ExportColumn, RawCell, TableExport } from '../../core/table-export.ts';
import { whatIfText } from '../../core/text/en/what-if.ts';
import { drawnReading, measureName, measureUnit, readingText } from '../../charts/what-if/measure-words.ts';
import type { InputTable, Measure, Reading } from '../../sim/what-if/types.ts';
import { CELL, type CellLook, type GridColumn, type GridSource } from '../../ui/grid/source.ts';
import { valueWords } from './input-words.ts';

const text = whatIfText.table;

export interface ShownAxis {
  readonly assumption: Assumption;
  readonly name: string;
  readonly values: readonly string[];
}

/** A question of a table with what its words need. */
export interface AskedTable {
  readonly rows: ShownAxis;
  readonly columns: ShownAxis | undefined;
  /** One for two inputs; for one input a column each. */
  readonly measures: readonly Measure[];
}

export interface ShownTable {
  readonly asked: AskedTable;
  readonly cells: InputTable;
  readonly breakEven: Reading | undefined;
  readonly format: Format;
}

const CHARACTER = 7;
const PADDING = 30;
const LEAST_WIDTH = 84;

/** The reading of a cell; undefined while it is not there. `column` counts from the first of results. */
export function readingAt(
  { asked, cells }: Pick<ShownTable, 'asked' | 'cells'>,
  row: number,
  column: number,
): Reading | undefined {
  const width = asked.columns?.values.length ?? asked.measures.length;
  const at = row * width + column;
  const top = cells.tops[at] ?? NaN;
  return Number.isNaN(top) ? undefined : { top, bottom: cells.bottoms[at] ?? 0 };
}

function measureAt({ measures, columns }: AskedTable, column: number): Measure | undefined {
  return measures[columns ? 0 : column];
}

/** The first column holds the values that go down. */
export function tableSource(shown: ShownTable): GridSource {
  const { asked, format } = shown;
  const { rows } = asked;
  const heat = heatOf(shown);
  return {
    rows: rows.values.length,
    columns: [
      {
        key: 'value',
        title: asked.columns ? text.corner(rows.name, asked.columns.name) : rows.name,
        ...{ kind: 'text', align: 'end', frozen: true, width: asked.columns ? 210 : 150 },
      },
      ...resultColumns(shown),
    ],
    text: (row, column) => {
      if (column === 0) return valueWords(rows.values[row] ?? '0', rows.assumption, format);
      const [reading, measure] = [readingAt(shown, row, column - 1), measureAt(asked, column - 1)];
      if (!reading || !measure) return '…';
      return (isBelow(shown, row, column - 1) ? '▼ ' : '') + readingText(reading, measure, format);
    },
    flags: (row, column) => {
      if (column === 0) return isPresent(rows, row) ? CELL.bold : 0;
      const reading = readingAt(shown, row, column - 1);
      if (!reading) return CELL.muted;
      return (reading.top < 0 ? CELL.negative : 0) | (isPresentCell(asked, row, column - 1) ? CELL.bold : 0);
    },
    look: (row, column) => (column === 0 ? undefined : heat(row, column - 1)),
    number: (row, column) => {
      const kind = measureAt(asked, column - 1)?.kind;
      return column > 0 && (kind === 'amount' || kind === 'count') ? readingAt(shown, row, column - 1)?.top : undefined;
    },
    unit: (_, column) => measureUnit(measureAt(asked, column - 1) ?? asked.measures[0] ?? NO_MEASURE),
  };
}

const NO_MEASURE: Measure = { kind: 'count', count: 'exposed', currency: '' };

function resultColumns({ asked, cells, format }: ShownTable): readonly GridColumn[] {
  const { columns, measures } = asked;
  const widthOf = (title: string, measure: Measure | undefined): number => {
    const most = cells.tops.reduce((sum, top) => (Math.abs(top) > Math.abs(sum) ? top : sum), 0);
    const figure = measure ? readingText({ top: -Math.abs(most), bottom: 1 }, measure, format) : '';
    return Math.max(LEAST_WIDTH, (Math.max(title.length, measure?.kind === 'amount' ? figure.length : 0) + 1) * CHARACTER + PADDING); // prettier-ignore
  };
  if (!columns) {
    return measures.map((measure, index) => ({
      ...{ key: String(index), title: measureName(measure), unit: measureUnit(measure) || undefined },
      ...{ kind: 'number', align: 'end', width: widthOf(`${measureName(measure)} ${measureUnit(measure)}`, measure) },
    }));
  }
  return columns.values.map((value, index) => {
    const title = valueWords(value, columns.assumption, format);
    return { key: String(index), title, kind: 'number', align: 'end', width: widthOf(title, measures[0]) };
  });
}

/** Whether a value of an axis is that of the scenario. */
function isPresent({ assumption, values }: ShownAxis, index: number): boolean {
  return !assumption.open && values[index] === assumption.value;
}

function isPresentCell({ rows, columns }: AskedTable, row: number, column: number): boolean {
  return isPresent(rows, row) && (columns === undefined || isPresent(columns, column));
}

/** Exact: the reading is below the limit. */
function isBelow({ asked, cells, breakEven }: ShownTable, row: number, column: number): boolean {
  if (!breakEven || (!asked.columns && column > 0)) return false;
  const reading = readingAt({ asked, cells }, row, column);
  if (!reading || !(reading.bottom > 0)) return false;
  return BigInt(reading.top) * BigInt(breakEven.bottom) < BigInt(breakEven.top) * BigInt(reading.bottom);
}

/** The tone of each cell between the least and the most of its measure, and the edges where the line runs. */
function heatOf(shown: ShownTable): (row: number, column: number) => CellLook {
  const { asked } = shown;
  const width = asked.columns?.values.length ?? asked.measures.length;
  const drawn = (row: number, column: number): number => {
    const [reading, measure] = [readingAt(shown, row, column), measureAt(asked, column)];
    return reading && measure ? drawnReading(reading, measure) : NaN;
  };
  const spans = new Map<Measure | undefined, { low: number; high: number }>();
  for (const row of asked.rows.values.keys()) {
    for (let column = 0; column < width; column++) {
      const value = drawn(row, column);
      if (Number.isNaN(value)) continue;
      const measure = measureAt(asked, column);
      const span = spans.get(measure) ?? { low: Infinity, high: -Infinity };
      spans.set(measure, { low: Math.min(span.low, value), high: Math.max(span.high, value) });
    }
  }
  return (row, column) => {
    const value = drawn(row, column);
    const span = spans.get(measureAt(asked, column));
    const tone = span && span.high > span.low && !Number.isNaN(value) ? (value - span.low) / (span.high - span.low) : undefined; // prettier-ignore
    return {
      ...(tone === undefined ? {} : { tone }),
      ...(isPresentCell(asked, row, column) ? { look: 'accent' as const } : {}),
      ...edgesOf(shown, row, column),
    };
  };
}

function edgesOf(shown: ShownTable, row: number, column: number): Pick<CellLook, 'edges'> {
  if (!shown.breakEven || !readingAt(shown, row, column)) return {};
  const own = isBelow(shown, row, column);
  const differs = (otherRow: number, otherColumn: number): boolean =>
    otherRow >= 0 &&
    otherColumn >= 0 &&
    readingAt(shown, otherRow, otherColumn) !== undefined &&
    isBelow(shown, otherRow, otherColumn) !== own;
  const top = differs(row - 1, column);
  const left = shown.asked.columns !== undefined && differs(row, column - 1);
  return top || left ? { edges: { top, left } } : {};
}

/** The table as it stands on screen, for files. */
export function tableExport(shown: ShownTable, source: GridSource): TableExport {
  const { asked } = shown;
  const [measure = NO_MEASURE] = asked.measures;
  return {
    title: text.title(measureName(measure), asked.rows.name, asked.columns?.name),
    columns: source.columns.map((column, index) => exportColumn(column, measureAt(asked, index - 1), index)),
    rows: source.rows,
    frozenColumns: 1,
    cell: (row, column) => ({
      text: source.text(row, column),
      raw:
        column === 0
          ? valueRaw(asked.rows, row)
          : readingRaw(readingAt(shown, row, column - 1), measureAt(asked, column - 1)),
    }),
  };
}

function exportColumn({ title, width, unit }: GridColumn, measure: Measure | undefined, index: number): ExportColumn {
  if (index === 0 || !measure) return { title, width, kind: 'text', format: { kind: 'general' } };
  const digits = measure.kind === 'amount' ? minorDigits(measure.currency) : measure.kind === 'count' ? 0 : 2;
  const isShare = measure.kind === 'margin-share' || measure.kind === 'absorbed-share';
  return {
    ...{ title, width, kind: 'number', format: { kind: isShare ? 'percent' : 'number', digits } },
    unit: unit ?? (isShare ? undefined : measureUnit(measure)),
  };
}

function valueRaw({ assumption, values }: ShownAxis, row: number): RawCell {
  const value = values[row] ?? '0';
  if (assumption.unit === 'date') return { kind: 'day', day: Number(value) };
  return { kind: 'number', decimal: value };
}

function readingRaw(reading: Reading | undefined, measure: Measure | undefined): RawCell | undefined {
  if (!reading || !measure || !(reading.bottom > 0)) return undefined;
  if (measure.kind === 'amount') {
    return { kind: 'number', decimal: minorToText(reading.top, minorDigits(measure.currency)) };
  }
  return { kind: 'number', decimal: toDecimal(fraction(reading.top, reading.bottom), 0, 12) };
}

/** The finding: least, most, and how many cells are below the line. */
export function tableSentences(shown: ShownTable, limit: string): readonly string[] {
  const { asked, format } = shown;
  const [measure] = asked.measures;
  if (!measure) return [];
  const width = asked.columns?.values.length ?? 1;
  const cells = asked.rows.values.flatMap((_, row) =>
    Array.from({ length: width }, (__, column) => ({ row, column, reading: readingAt(shown, row, column) })),
  );
  const known = cells.flatMap((cell) => (cell.reading && cell.reading.bottom > 0 ? [{ ...cell, reading: cell.reading }] : [])); // prettier-ignore
  const [first] = known;
  if (!first) return [];
  const of = (cell: (typeof known)[number]): number => drawnReading(cell.reading, measure);
  const least = known.reduce((best, cell) => (of(cell) < of(best) ? cell : best), first);
  const most = known.reduce((best, cell) => (of(cell) > of(best) ? cell : best), first);
  const place = ({ row, column }: { row: number; column: number }): string =>
    text.at(
      `${asked.rows.name} ${valueWords(asked.rows.values[row] ?? '0', asked.rows.assumption, format)}`,
      asked.columns ? `${asked.columns.name} ${valueWords(asked.columns.values[column] ?? '0', asked.columns.assumption, format)}` : '', // prettier-ignore
    );
  const figure = (cell: typeof first): string => readingText(cell.reading, measure, format);
  const below = known.filter(({ row, column }) => isBelow(shown, row, column)).length;
  return [
    of(least) === of(most)
      ? text.equal(figure(least))
      : text.span(figure(least), place(least), figure(most), place(most)),
    ...(shown.breakEven ? [text.below(format.count(below), format.count(known.length), limit)] : []),
    ...(known.some(({ row, column }) => isPresentCell(asked, row, column)) ? [text.now] : []),
  ];
}
