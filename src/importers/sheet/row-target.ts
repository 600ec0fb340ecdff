/** Where the rows of a bulk sheet go: to a writer or into memory, rolled up or one by one. */
import { ChunkCollector } from '../../core/chunk-collector.ts';
import type { ChunkWriter } from '../../core/chunks.ts';
import type { DatasetKind, RolledUp } from '../../core/schema/dataset.ts';
import { type Table, emptyTable } from '../../core/table.ts';
import { RollUp } from '../rollup/roll-up.ts';
import { reportRollUp } from '../rollup/rolled-sheet.ts';
import type { SheetAnswer } from '../types.ts';
import type { BuiltSheet } from './built-sheet.ts';
import type { Findings } from './findings.ts';
import type { SheetFormat } from './format.ts';
import type { SheetPlan } from './plan.ts';
import { RowFacts } from './row-facts.ts';

export interface RowTarget {
  /** Takes the rows. */
  readonly writer: ChunkWriter;
  /** The last word when all rows are through; gives what the dataset is made from. */
  finish(built: BuiltSheet, findings: Findings): Promise<RowsArrived>;
}

export interface RowsArrived {
  /** Empty when `chunks` has the rows. */
  readonly table: Table;
  readonly chunks: ChunkWriter | undefined;
  readonly rolledUp: RolledUp | undefined;
}

/** The target of a sheet's rows; undefined for small formats. @param open undefined: rows are collected in memory */
export function rowTarget(
  { format, plan, answer }: { readonly format: SheetFormat; readonly plan: SheetPlan; readonly answer: SheetAnswer },
  open: ((kind: DatasetKind) => ChunkWriter) | undefined,
): RowTarget | undefined {
  if (format.bulk !== true) return undefined;
  const opened = open?.(format.kind);
  const collector = new ChunkCollector();
  const last = opened ?? collector;
  const arrived = () =>
    opened ? { table: emptyTable(), chunks: opened } : { table: collector.table(), chunks: undefined };
  const tagKeys = format.kind === 'daily-usage' ? (answer.rollUp ?? false) : false;
  if (tagKeys === false) return { writer: last, finish: () => Promise.resolve({ ...arrived(), rolledUp: undefined }) };
  const rollUp = new RollUp(last, tagKeys, () => new RowFacts({ totals: format.totals ?? [] }, plan));
  return {
    writer: rollUp,
    finish: async ({ totals }, findings) => {
      await rollUp.finish();
      reportRollUp(rollUp, totals, findings);
      return { ...arrived(), rolledUp: { rows: rollUp.rowsIn, tagKeys } };
    },
  };
}
