import type { Ledger } from '../../core/diagnostics.ts';
import type { Coverage } from '../../core/schema/coverage.ts';
import type { ControlTotals } from '../../core/schema/dataset.ts';
import type { Table } from '../../core/table.ts';
import type { SecondTable } from '../clinic/rows/second-table.ts';
import type { ColumnFindings } from './column-findings.ts';
import type { SheetFacts } from './format.ts';

/** A sheet's rows as they were read, and what was seen in passing. */
export interface BuiltSheet {
  /** Empty when the rows went to a `ChunkWriter`. */
  readonly table: Table;
  readonly facts: SheetFacts;
  readonly totals: ControlTotals | undefined;
  readonly coverage: Coverage | undefined;
  readonly ledger: Ledger;
  /** Per column that reads more than text: evidence and conversions. */
  readonly columns: readonly ColumnFindings[];
  /** Where another table begins below this one. */
  readonly secondTable: SecondTable | undefined;
}
