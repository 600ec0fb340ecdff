/** A dataset: one imported file (or one file inside an archive) as a canonical table with its ledger. */
import type { Diagnostic, Ledger } from '../diagnostics.ts';
import type { Table } from '../table.ts';
import type { Day } from '../days.ts';

/** Kinds of content, as in the inspect file of the spec. This list grows with each importer. */
export type DatasetKind =
  'licence-prices' | 'est-prices' | 'subscriptions' | 'portfolio' | 'customers' | 'promotions' | 'scenario' | 'unknown';

/** What is known of a dataset without its rows. */
export interface DatasetInfo {
  /** Stable id inside this workbook. */
  readonly id: string;
  readonly kind: DatasetKind;
  /** File name as the user sees it; a file inside an archive is `archive.zip/inner.csv`. */
  readonly file: string;
  /** Lower-case hex digest of the file's bytes as they came (of the inner file inside an archive). */
  readonly sha256: string;
  /** Size of the file in bytes. */
  readonly bytes: number;
  readonly ledger: Ledger;
  /** The first diagnostics (capped by the importer), errors first in file order. */
  readonly diagnostics: readonly Diagnostic[];
  /** Position in the import order; a later import wins a tie between price lists. */
  readonly order: number;
  /** What the user answered for cells that the file leaves empty. */
  readonly defaults?: DatasetDefaults;
  /** A price list's own date as the user corrected it; undefined: the latest effective start in it. */
  readonly listDate?: Day;
}

/** Answers that hold for every row of a dataset whose cell is empty. */
export interface DatasetDefaults {
  readonly customerId?: string;
  readonly segment?: string;
  readonly market?: string;
  readonly currency?: string;
}

export interface Dataset extends DatasetInfo {
  readonly table: Table;
}
