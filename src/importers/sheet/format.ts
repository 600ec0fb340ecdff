/** A tabular format: its columns as data, and the few rules that concern whole rows. */
import type { DatasetKind } from '../../core/schema/dataset.ts';
import type { Table } from '../../core/table.ts';
import type { DiagnosticCode } from '../../core/text/diagnostics.ts';
import type { Field } from './fields.ts';
import type { Findings } from './findings.ts';
import type { SheetPlan } from './plan.ts';
import type { RowView } from './row-view.ts';

/** What to do with a row whose cells are all fine. */
export type Verdict =
  | 'accept'
  | 'skip'
  /** Skipped for a reason that the report names, with the number of rows. */
  | { readonly skip: DiagnosticCode }
  | { readonly code: DiagnosticCode; readonly column: string; readonly text: string };

/** What is known of a sheet whose rows have passed by. */
export interface SheetFacts {
  /** Accepted rows. */
  readonly rows: number;
  /** Columns of which some row has a cell that is not empty. */
  readonly filled: ReadonlySet<string>;
}

/** Canonical columns by which rows of a bulk format are told apart and set beside those of other files. */
export interface Periods {
  /** The day that a row belongs to. */
  readonly day: string;
  readonly customer?: string;
  readonly invoice?: string;
  /** What a row is about, beside its day and its customer: the same in an earlier and a later export of the same charge. */
  readonly identity: readonly string[];
}

export interface SheetFormat {
  readonly kind: DatasetKind;
  /** What users call it, for messages. */
  readonly title: string;
  readonly fields: readonly Field[];
  /** Header keys that must all be there. */
  readonly signature: readonly string[];
  /** Header keys of which none may be there. */
  readonly without?: readonly string[];
  /** Dates in parts and numbers that can be read both ways: Microsoft's own files have M/D/Y and dots; others are asked. */
  readonly ambiguous: 'microsoft' | 'ask';
  /**
   * May have millions of rows: they go chunk by chunk to a `ChunkWriter` where there is one, decimals are kept as `exact`
   * columns, and no row check may look beyond its row.
   */
  readonly bulk?: boolean;
  /** Amount columns to add up as control totals, by canonical name, each with the column of its currency if it has one. */
  readonly totals?: readonly { readonly column: string; readonly currency?: string }[];
  /** How rows stand in time, so that files can be compared; undefined: they are no rows of days. */
  readonly periods?: Periods;
  /** Which of a format's versions or parts a file is, told by its header keys; undefined: they leave it open. */
  readonly variant?: (keys: ReadonlySet<string>) => string | undefined;
  /** Makes the check of whole rows for one file; it may hold what it has seen. */
  readonly rowCheck?: () => (row: RowView, cells: readonly string[], line: number) => Verdict;
  /** The last word on a finished table: its kind, and warnings about its content. Not asked about bulk files. */
  readonly conclude?: (table: Table, findings: Findings, plan: SheetPlan) => DatasetKind;
  /** The same of a bulk file, whose rows have passed by. */
  readonly concludeBulk?: (facts: SheetFacts, findings: Findings) => DatasetKind;
}
