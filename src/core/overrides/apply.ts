/** A table with overrides laid over it: only columns that are touched are made anew. */
import { parseDay } from '../days.ts';
import { idKey } from '../ids.ts';
import { type Column, type DecimalColumn, NO_DAY, type Table, textAt } from '../table.ts';
import type { Overrides } from './override.ts';
import { type OverrideColumn, overrideRule } from './override-columns.ts';

type Writes = ReadonlyMap<number, string>;

/** The subscriptions' table as the user changed it; the same table when nothing is changed in its rows. */
export function withOverrides(table: Table, overrides: Overrides): Table {
  if (overrides.size === 0) return table;
  const writes = writesOf(table, overrides);
  if (writes.size === 0) return table;
  const columns = new Map(table.columns);
  for (const [name, cells] of writes) columns.set(name, written(table.columns.get(name), name, cells, table.rows));
  return { rows: table.rows, columns };
}

function writesOf(table: Table, overrides: Overrides): ReadonlyMap<OverrideColumn, Map<number, string>> {
  const writes = new Map<OverrideColumn, Map<number, string>>();
  const rowsOf = rowsById(table);
  for (const [id, row] of overrides) {
    const at = rowsOf.get(id);
    if (at === undefined) continue;
    for (const [column, { value }] of row) {
      let cells = writes.get(column);
      if (cells === undefined) writes.set(column, (cells = new Map<number, string>()));
      cells.set(at, value);
    }
  }
  return writes;
}

const indexes = new WeakMap<Table, ReadonlyMap<string, number>>();

/** The row of each subscription by its id as it is matched; made once for a table. */
export function rowsById(table: Table): ReadonlyMap<string, number> {
  const known = indexes.get(table);
  if (known) return known;
  const ids = table.columns.get('subscriptionId');
  const rows = new Map<string, number>();
  for (let row = 0; row < table.rows; row++) rows.set(idKey(textAt(ids, row)), row);
  indexes.set(table, rows);
  return rows;
}

function written(column: Column | undefined, name: OverrideColumn, cells: Writes, rows: number): Column {
  const kind = overrideRule(name)?.type.kind;
  switch (kind) {
    case 'whole':
    case 'decimal':
    case 'percent':
      return withDecimals(column?.kind === 'decimal' ? column : emptyDecimals(rows), cells);
    case 'day':
      return withDays(column, cells, rows);
    case 'flag':
      return withFlags(column, cells, rows);
    default:
      return withTexts(column, cells, rows);
  }
}

function withTexts(column: Column | undefined, cells: Writes, rows: number): Column {
  const codes = column?.kind === 'text' ? column.codes.slice() : new Uint32Array(rows);
  const values = column?.kind === 'text' ? [...column.values] : [''];
  const codeOf = new Map(values.map((text, code) => [text, code]));
  for (const [row, text] of cells) {
    const code = codeOf.get(text) ?? values.push(text) - 1;
    codeOf.set(text, code);
    codes[row] = code;
  }
  return { kind: 'text', codes, values };
}

function withDays(column: Column | undefined, cells: Writes, rows: number): Column {
  const days = column?.kind === 'day' ? column.days.slice() : new Int32Array(rows).fill(NO_DAY);
  for (const [row, text] of cells) days[row] = parseDay(text) ?? NO_DAY;
  return { kind: 'day', days };
}

function withFlags(column: Column | undefined, cells: Writes, rows: number): Column {
  const flags = column?.kind === 'flag' ? column.flags.slice() : new Uint8Array(rows).fill(2);
  for (const [row, text] of cells) flags[row] = text === 'true' ? 1 : text === 'false' ? 0 : 2;
  return { kind: 'flag', flags };
}

function emptyDecimals(rows: number): DecimalColumn {
  return { kind: 'decimal', scale: 0, units: new Float64Array(rows).fill(NaN), wide: new Map() };
}

/** As in imported columns, digits beyond these stand beside the column as text. */
const MAX_SCALE = 6;

function withDecimals(column: DecimalColumn, cells: Writes): DecimalColumn {
  let { scale } = column;
  for (const text of cells.values()) scale = Math.max(scale, Math.min(MAX_SCALE, digitsAfterPoint(text)));
  const factor = 10 ** (scale - column.scale);
  const units = factor === 1 ? column.units.slice() : column.units.map((unit) => unit * factor);
  const wide = new Map(column.wide);
  const places = column.places?.slice();
  if (factor !== 1) keepSafe(column, units, wide);
  for (const [row, text] of cells) {
    wide.delete(row);
    const value = text === '' ? NaN : unitsOf(text, scale);
    units[row] = value ?? NaN;
    if (value === undefined) wide.set(row, text);
    if (places) places[row] = digitsAfterPoint(text);
  }
  return { kind: 'decimal', scale, units, wide, ...(places && { places }) };
}

/** Cells whose units no longer fit a finer scale go on as text. */
function keepSafe({ units, scale }: DecimalColumn, finer: Float64Array, wide: Map<number, string>): void {
  for (let row = 0; row < finer.length; row++) {
    const unit = finer[row] ?? NaN;
    if (Number.isNaN(unit) || Number.isSafeInteger(unit)) continue;
    finer[row] = NaN;
    const digits = String(Math.abs(units[row] ?? 0)).padStart(scale + 1, '0');
    const sign = (units[row] ?? 0) < 0 ? '-' : '';
    wide.set(row, scale === 0 ? sign + digits : `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`);
  }
}

function digitsAfterPoint(text: string): number {
  const point = text.indexOf('.');
  return point < 0 ? 0 : text.length - point - 1;
}

function unitsOf(text: string, scale: number): number | undefined {
  const [whole = '', part = ''] = text.split('.');
  if (part.length > scale) return undefined;
  const units = Number(whole + part.padEnd(scale, '0'));
  return Number.isSafeInteger(units) ? units + 0 : undefined;
}
