/**
 * A simulation without the columns that the page already has: the ids and names of a hundred thousand subscriptions would
 * take longer to copy than the simulation takes to compute.
 */
import { type Column, SOURCE_FILE, type Table, takeCells } from '../core/table.ts';
import type { Portfolio } from '../sim/index.ts';
import { PORTFOLIO_COLUMNS, type Simulation } from '../sim/types.ts';

/** Keeps only the columns that the simulation made itself. */
export function withoutPortfolioColumns(simulation: Simulation): Simulation {
  const columns = new Map<string, Column>();
  for (const [name, column] of simulation.table.columns)
    if (!Object.hasOwn(PORTFOLIO_COLUMNS, name)) columns.set(name, column);
  return { ...simulation, table: { rows: simulation.table.rows, columns } };
}

/** The whole simulation again, from its own columns and the portfolio that it ran on. */
export function withPortfolioColumns(simulation: Simulation, portfolio: Table): Simulation {
  const { rows, columns } = simulation.table;
  const row = columns.get('row');
  const taken = row?.kind === 'count' ? columnsAt(row.counts, portfolio) : [];
  return { ...simulation, table: { rows, columns: new Map([...columns, ...taken]) } };
}

type Columns = Iterable<readonly [string, Column]>;

/** What was last taken from each portfolio: another as-of hardly ever changes which rows are simulated. */
const lastTaken = new WeakMap<Table, { readonly rows: Uint32Array; readonly columns: Columns }>();

/** The portfolio's columns at these rows; copied only when the rows are neither all nor those of the last time. */
function columnsAt(rows: Uint32Array, portfolio: Table): Columns {
  if (rows.length === portfolio.rows && rows.every((row, i) => row === i)) return namedColumns(portfolio);
  const last = lastTaken.get(portfolio);
  if (last?.rows.length === rows.length && rows.every((row, i) => row === last.rows[i])) return last.columns;
  const columns = namedColumns(portfolio).map(([name, column]) => [name, takeCells(column, rows)] as const);
  lastTaken.set(portfolio, { rows, columns });
  return columns;
}

function namedColumns(portfolio: Table): (readonly [string, Column])[] {
  return Object.entries(PORTFOLIO_COLUMNS).flatMap(([name, source]) => {
    const column = portfolio.columns.get(source);
    return column ? [[name, column] as const] : [];
  });
}

/** The portfolio's table with a column that names the file of each row. */
export function withSourceFiles({ table, datasetOf, datasets }: Portfolio): Table {
  const codes = Uint32Array.from(datasetOf, (dataset) => dataset + 1);
  const values = ['', ...datasets.map(({ file }) => file)];
  return { rows: table.rows, columns: new Map([...table.columns, [SOURCE_FILE, { kind: 'text', codes, values }]]) };
}
