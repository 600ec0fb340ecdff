/** What is known of a sheet's rows when they have passed by: control totals, and what the file covers. */
import type { ChunkColumn } from '../../core/chunks.ts';
import type { Coverage } from '../../core/schema/coverage.ts';
import type { ControlTotals } from '../../core/schema/dataset.ts';
import type { Column } from '../../core/table.ts';
import type { SheetFormat } from './format.ts';
import { PeriodFacts } from '../coverage/period-facts.ts';
import type { SheetPlan } from './plan.ts';
import { ColumnTotals } from './totals.ts';

export class RowFacts {
  private readonly columns: readonly ColumnTotals[];
  private readonly periods: PeriodFacts | undefined;

  constructor(
    { totals = [], periods }: Pick<SheetFormat, 'totals' | 'periods'>,
    plan: Pick<SheetPlan, 'sources' | 'header'>,
  ) {
    this.columns = totals.flatMap(({ column, currency }) => {
      const source = plan.sources.get(column);
      const header = source && plan.header[source.index];
      return header === undefined ? [] : [new ColumnTotals(header, column, currency)];
    });
    this.periods = periods && plan.sources.has(periods.day) ? new PeriodFacts(periods) : undefined;
  }

  /** Adds the rows of a table, or of a chunk of it. */
  add(rows: number, columns: ReadonlyMap<string, Column | ChunkColumn>): void {
    const slots = this.periods?.add(rows, columns);
    for (const column of this.columns) column.add(rows, columns, slots);
  }

  /** Undefined when the format has nothing to add up. */
  totals(): ControlTotals | undefined {
    const totals = this.columns.flatMap((column) => {
      const total = column.total();
      return total ? [[column.header, total] as const] : [];
    });
    return totals.length === 0 ? undefined : Object.fromEntries(totals);
  }

  /** Undefined when the rows do not stand in time. */
  coverage(): Coverage | undefined {
    return this.periods?.finish((slot) =>
      Object.fromEntries(this.columns.map((column) => [column.column, column.totalOf(slot)])),
    );
  }
}
