/** One table out of several of the same kind, by column name; dictionaries are merged code by code, not cell by cell. */
import { fraction, toDecimal } from '../core/exact.ts';
import type { Column, DecimalColumn, Table, TextColumn } from '../core/table.ts';
import { NO_DAY } from '../core/table.ts';

type Kind = Column['kind'];

/** The named columns of all tables one after the other; a table without such a column gives empty cells. */
export function concatTables(tables: readonly Table[], kinds: Readonly<Record<string, Kind>>): Table {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const columns = new Map<string, Column>();
  for (const [name, kind] of Object.entries(kinds)) {
    const only = tables.length === 1 ? tables[0]?.columns.get(name) : undefined;
    columns.set(name, only?.kind === kind ? only : concatColumn(tables, name, kind, rows));
  }
  return { rows, columns };
}

function concatColumn(tables: readonly Table[], name: string, kind: Kind, rows: number): Column {
  switch (kind) {
    case 'text':
      return concatText(tables, name, rows);
    case 'decimal':
      return concatDecimal(tables, name, rows);
    case 'exact':
      throw new TypeError('INTERNAL: bulk columns are never joined');
    case 'day':
      return {
        kind,
        days: fillInto(new Int32Array(rows).fill(NO_DAY), tables, name, (c) => c.kind === 'day' && c.days),
      };
    case 'flag':
      return { kind, flags: fillInto(new Uint8Array(rows).fill(2), tables, name, (c) => c.kind === 'flag' && c.flags) };
    case 'count':
      return { kind, counts: fillInto(new Uint32Array(rows), tables, name, (c) => c.kind === 'count' && c.counts) };
  }
}

function fillInto<A extends Int32Array | Uint8Array | Uint32Array>(
  target: A,
  tables: readonly Table[],
  name: string,
  pick: (column: Column) => ArrayLike<number> | false,
): A {
  let offset = 0;
  for (const table of tables) {
    const column = table.columns.get(name);
    const part = column && pick(column);
    if (part) target.set(part, offset);
    offset += table.rows;
  }
  return target;
}

function concatText(tables: readonly Table[], name: string, rows: number): TextColumn {
  const codes = new Uint32Array(rows);
  const values = [''];
  const codeOf = new Map([['', 0]]);
  let offset = 0;
  for (const table of tables) {
    const column = table.columns.get(name);
    if (column?.kind === 'text') {
      const translate = column.values.map((value) => {
        const known = codeOf.get(value);
        if (known !== undefined) return known;
        codeOf.set(value, values.length);
        return values.push(value) - 1;
      });
      for (let row = 0; row < table.rows; row++) codes[offset + row] = translate[column.codes[row] ?? 0] ?? 0;
    }
    offset += table.rows;
  }
  return { kind: 'text', codes, values };
}

function concatDecimal(tables: readonly Table[], name: string, rows: number): DecimalColumn {
  const parts = tables.map((table) => table.columns.get(name));
  const scale = Math.max(0, ...parts.map((part) => (part?.kind === 'decimal' ? part.scale : 0)));
  const units = new Float64Array(rows).fill(NaN);
  const wide = new Map<number, string>();
  let offset = 0;
  for (const [index, table] of tables.entries()) {
    const part = parts[index];
    if (part?.kind === 'decimal') {
      const factor = 10 ** (scale - part.scale);
      for (let row = 0; row < table.rows; row++) {
        const own = part.units[row] ?? NaN;
        const scaled = own * factor;
        if (Number.isNaN(own) || Number.isSafeInteger(scaled)) units[offset + row] = scaled;
        else wide.set(offset + row, toDecimal(fraction(own, 10 ** part.scale), 0, part.scale));
      }
      for (const [row, text] of part.wide) wide.set(offset + row, text);
    }
    offset += table.rows;
  }
  return { kind: 'decimal', scale, units, wide };
}
