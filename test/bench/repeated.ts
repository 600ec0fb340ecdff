/** Large datasets from a small one: its rows several times over, each time with ids of their own. */
import type { Dataset } from '../../src/core/schema/dataset.ts';
import type { Column, TextColumn } from '../../src/core/table.ts';

type Numbers = Uint8Array | Uint32Array | Int32Array | Float64Array;

/** @param own columns whose texts are others in each repetition */
export function repeated(dataset: Dataset, times: number, own: ReadonlySet<string>): Dataset {
  const { rows, columns } = dataset.table;
  const all = [...columns].map(([name, column]): [string, Column] => [
    name,
    column.kind === 'text' && own.has(name) ? withOwnTexts(column, times) : again(column, times, rows),
  ]);
  const read = rows * times;
  const ledger = { read, accepted: read, rejected: 0, skipped: 0 };
  return { ...dataset, ledger, table: { rows: read, columns: new Map(all) } };
}

function withOwnTexts({ codes, values }: TextColumn, times: number): TextColumn {
  const filled = values.slice(1);
  const texts = [''];
  for (let time = 0; time < times; time++) for (const text of filled) texts.push(`${text}-${String(time)}`);
  const shifted = tiled(codes, times);
  for (let at = codes.length; at < shifted.length; at++) {
    const code = shifted[at] ?? 0;
    if (code > 0) shifted[at] = code + Math.floor(at / codes.length) * filled.length;
  }
  return { kind: 'text', codes: shifted, values: texts };
}

function again(column: Column, times: number, rows: number): Column {
  switch (column.kind) {
    case 'text':
      return { ...column, codes: tiled(column.codes, times) };
    case 'day':
      return { ...column, days: tiled(column.days, times) };
    case 'flag':
      return { ...column, flags: tiled(column.flags, times) };
    case 'count':
      return { ...column, counts: tiled(column.counts, times).map((_, at) => at + 2) };
    case 'decimal':
      return {
        ...{ ...column, units: tiled(column.units, times), wide: spread(column.wide, times, rows) },
        ...(column.places && { places: tiled(column.places, times) }),
      };
    case 'exact':
      return {
        ...{ ...column, low: tiled(column.low, times), places: tiled(column.places, times) },
        high: column.high && tiled(column.high, times),
        wide: spread(column.wide, times, rows),
      };
  }
}

function tiled<T extends Numbers>(numbers: T, times: number): T {
  const all = new (numbers.constructor as new (length: number) => T)(numbers.length * times);
  for (let time = 0; time < times; time++) all.set(numbers, time * numbers.length);
  return all;
}

function spread(wide: ReadonlyMap<number, string>, times: number, rows: number): ReadonlyMap<number, string> {
  return new Map(
    Array.from({ length: times }, (_, time) =>
      [...wide].map(([row, text]) => [row + time * rows, text] as const),
    ).flat(),
  );
}
