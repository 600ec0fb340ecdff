/** Columns of the portfolio's files that are none of ours, joined to the portfolio's rows when somebody asks for them. */
import { SOURCE_ROW, type Table, type TextColumn, countAt, textAt } from '../core/table.ts';
import type { Portfolio } from './portfolio.ts';

const EXTRA = 'x:';

/** Their names in the order in which the files have them, each once. */
export function extraNames({ datasets }: Pick<Portfolio, 'datasets'>): readonly string[] {
  const names = new Set<string>();
  for (const { table } of datasets)
    for (const [name, column] of table.columns) if (name.startsWith(EXTRA) && column.kind === 'text') names.add(name);
  return [...names];
}

/** The named columns, one cell for each row of the portfolio; empty where a row's file has none. */
export function extraColumns(portfolio: Portfolio, names: readonly string[]): ReadonlyMap<string, TextColumn> {
  const rowOf = sourceRows(portfolio);
  return new Map(names.map((name) => [name, extraColumn(portfolio, name, rowOf)]));
}

function extraColumn({ table, datasets, datasetOf }: Portfolio, name: string, rowOf: Uint32Array): TextColumn {
  const codes = new Uint32Array(table.rows);
  const values = [''];
  const codeOf = new Map([['', 0]]);
  const columns = datasets.map((dataset) => dataset.table.columns.get(name));
  for (let row = 0; row < table.rows; row++) {
    const text = textAt(columns[datasetOf[row] ?? 0], rowOf[row] ?? 0);
    const known = codeOf.get(text);
    if (known === undefined) codeOf.set(text, values.length);
    codes[row] = known ?? values.push(text) - 1;
  }
  return { kind: 'text', codes, values };
}

/** Each row's place in the table of its dataset: rows keep the order of their file, so their lines are found in one walk. */
function sourceRows({ table, datasets, datasetOf }: Portfolio): Uint32Array {
  const lines = table.columns.get(SOURCE_ROW);
  const next = new Uint32Array(datasets.length);
  return Uint32Array.from({ length: table.rows }, (_, row) => {
    const at = datasetOf[row] ?? 0;
    const place = placeOfLine(datasets[at]?.table, countAt(lines, row) ?? 0, next[at] ?? 0);
    next[at] = place + 1;
    return place;
  });
}

function placeOfLine(table: Table | undefined, line: number, from: number): number {
  const lines = table?.columns.get(SOURCE_ROW);
  let place = from;
  while (place < (table?.rows ?? 0) && countAt(lines, place) !== line) place++;
  return place;
}
