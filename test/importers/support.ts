/** Sources over bytes in memory, and tables as plain texts to compare with. */
import { dayToText } from '../../src/core/days.ts';
import { exactText } from '../../src/core/exact-column.ts';
import { minorToText } from '../../src/core/money.ts';
import { type Column, NO_DAY, type Table } from '../../src/core/table.ts';
import { type ImportOptions, type ImportSource, importSources } from '../../src/importers/index.ts';
import type { FileReport } from '../../src/importers/index.ts';

/** A file in memory that streams in chunks of `chunk` bytes. */
export function sourceOf(name: string, content: Uint8Array | string, chunk = 65_536): ImportSource {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return { name, size: bytes.length, stream: () => streamOf(bytes, chunk) };
}

function streamOf(bytes: Uint8Array, chunk: number): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) controller.close();
      else controller.enqueue(bytes.slice(at, (at += chunk)));
    },
  });
}

export async function importOne(
  name: string,
  content: Uint8Array | string,
  options: ImportOptions = {},
): Promise<FileReport> {
  const { files } = await importSources([sourceOf(name, content)], options);
  const [report] = files;
  if (report === undefined || files.length > 1) throw new Error(`${String(files.length)} reports`);
  return report;
}

/** The filled columns of a table as texts, `null` for empty cells. */
export function plainTable(table: Table): Record<string, (string | null)[]> {
  const columns = [...table.columns].map(([name, column]) => [name, plainColumn(column, table.rows)] as const);
  return Object.fromEntries(columns.filter(([, cells]) => cells.some((cell) => cell !== null)));
}

function plainColumn(column: Column, rows: number): (string | null)[] {
  return Array.from({ length: rows }, (_, row) => plainCell(column, row));
}

function plainCell(column: Column, row: number): string | null {
  switch (column.kind) {
    case 'text':
      return column.values[column.codes[row] ?? 0] || null;
    case 'decimal': {
      const units = column.units[row] ?? NaN;
      return Number.isNaN(units) ? (column.wide.get(row) ?? null) : minorToText(units, column.scale);
    }
    case 'exact':
      return exactText(column, row) ?? null;
    case 'day': {
      const day = column.days[row] ?? NO_DAY;
      return day === NO_DAY ? null : dayToText(day);
    }
    case 'flag':
      return ['no', 'yes', null][column.flags[row] ?? 2] ?? null;
    case 'count':
      return String(column.counts[row]);
  }
}
