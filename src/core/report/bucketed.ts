/** A report whose rows tell no exact amount, while totals, months and sums by currency stay exact. */
import type { Minor } from '../money.ts';
import type { ReportBlock, ReportCell, ReportDocument, ReportTable } from './document.ts';

/**
 * Rounds the amounts and whole numbers of rows, column by column and currency by currency, to steps of about 5 % of the largest. What a column
 * lacks for its exact sum goes to its largest row. Rows of months are exact, and so are totals and key figures; other numbers of rows are left
 * out, and so are charts, which are drawn from exact rows.
 */
export function bucketed(document: ReportDocument): ReportDocument {
  const sections = document.sections.map((section) => ({ ...section, blocks: section.blocks.flatMap(bucketedBlock) }));
  return { ...document, sections };
}

function bucketedBlock(block: ReportBlock): readonly ReportBlock[] {
  if (block.kind === 'chart') return [];
  return block.kind === 'table' ? [{ ...block, table: bucketedTable(block.table) }] : [block];
}

function bucketedTable(table: ReportTable): ReportTable {
  if (table.isTotals === true || table.rows.some((row) => row.some(({ kind }) => kind === 'month'))) return table;
  const columns = table.columns.map((_, at) => bucketedColumn(table.rows.map((row) => row[at] ?? { kind: 'empty' })));
  return { ...table, rows: table.rows.map((row, index) => row.map((cell, at) => columns[at]?.[index] ?? cell)) };
}

function bucketedColumn(cells: readonly ReportCell[]): readonly ReportCell[] {
  const made = cells.map((cell) => (cell.kind === 'decimal' || cell.kind === 'percent' ? hidden(cell) : cell));
  const groups = new Map<string, number[]>();
  for (const [index, cell] of made.entries()) {
    const group = cell.kind === 'money' ? cell.currency : cell.kind === 'decimal' ? 'decimal' : undefined;
    if (group !== undefined) groups.set(group, [...(groups.get(group) ?? []), index]);
  }
  for (const indexes of groups.values()) {
    const amounts = bucketsOf(indexes.map((index) => amountOf(made[index])));
    for (const [at, index] of indexes.entries()) {
      const cell = made[index];
      const amount = amounts[at] ?? 0;
      if (cell?.kind === 'money') made[index] = { ...cell, minor: amount };
      if (cell?.kind === 'decimal') made[index] = { ...cell, decimal: String(amount) };
    }
  }
  return made;
}

/** Whole numbers can be put in buckets; shares and prices by the seat would tell the exact amount. */
function hidden(cell: ReportCell): ReportCell {
  return cell.kind === 'decimal' && /^-?\d{1,15}$/.test(cell.decimal) ? cell : { kind: 'empty' };
}

function amountOf(cell: ReportCell | undefined): number {
  if (cell?.kind === 'money') return cell.minor;
  return cell?.kind === 'decimal' ? Number(cell.decimal) : 0;
}

/** The amounts in steps; they add up to the same sum. A single amount is its own total and stays. */
export function bucketsOf(amounts: readonly Minor[]): readonly Minor[] {
  const largest = amounts.reduce((most, amount) => Math.max(most, Math.abs(amount)), 0);
  if (amounts.length < 2 || largest === 0) return amounts;
  const step = stepOf(largest);
  const made = amounts.map((amount) => nearest(amount, step));
  const lacking = amounts.reduce((sum, amount, index) => sum + amount - (made[index] ?? 0), 0);
  const whole = Math.trunc(lacking / step);
  spread(amounts, made, whole, step);
  const rest = lacking - whole * step;
  const at = amounts.findIndex((amount) => Math.abs(amount) === largest);
  made[at] = (made[at] ?? 0) + rest;
  return apart(amounts, made, step);
}

/** Whole steps go to the rows that rounding took most from. */
function spread(amounts: readonly Minor[], made: Minor[], steps: number, step: number): void {
  const sign = Math.sign(steps);
  const byLoss = amounts
    .map((amount, index) => ({ index, loss: (amount - (made[index] ?? 0)) * sign }))
    .sort((a, b) => b.loss - a.loss || a.index - b.index);
  for (let count = 0; count < Math.abs(steps); count++) {
    const index = byLoss[count % byLoss.length]?.index ?? 0;
    made[index] = (made[index] ?? 0) + sign * step;
  }
}

/** A row that came out as its exact amount trades a step with the next one. Zeros stay: there is nothing to tell. */
function apart(amounts: readonly Minor[], made: Minor[], step: number): readonly Minor[] {
  for (const [index, amount] of amounts.entries()) {
    if (amount === 0 || made[index] !== amount) continue;
    const other = index + 1 < amounts.length ? index + 1 : 0;
    const by = amounts[other] === (made[other] ?? 0) - step ? -step : step;
    made[index] = amount + by;
    made[other] = (made[other] ?? 0) - by;
  }
  return made;
}

function nearest(amount: Minor, step: number): Minor {
  const rest = ((amount % step) + step) % step;
  return amount - rest + (2 * rest >= step ? step : 0);
}

/** 1, 2, 5, 10, 20 …: the largest that is no more than a twentieth. */
function stepOf(largest: Minor): number {
  let step = 1;
  for (;;) {
    for (const digit of [2, 5, 10]) {
      if (step * digit * 20 > largest) return digit === 2 ? step : step * (digit === 5 ? 2 : 5);
    }
    step *= 10;
  }
}
