/** A dataset: one imported file (or one file inside an archive) as a canonical table with its ledger. */
import type { Diagnostic, Ledger } from '../diagnostics.ts';
import type { Table } from '../table.ts';
import type { Day } from '../days.ts';
import type { Coverage } from './coverage.ts';
import type { AppliedRepair } from './repairs.ts';

/** Kinds of content, as in the inspect file of the spec. */
export const DATASET_KINDS = [
  'licence-prices',
  'est-prices',
  'software-prices',
  'marketplace-prices',
  'azure-prices',
  'offer-matrix',
  'fx-rates',
  'subscriptions',
  'portfolio',
  'customers',
  'promotions',
  'agreements',
  'scenario',
  'results',
  'workbook',
  'recipe',
  'obligation-rules',
  'reconciliation',
  'legacy-reconciliation',
  'own-invoices',
  'daily-usage',
  'cost-management',
  'focus',
  'insights',
  'earnings',
  'manifest',
  'unknown',
] as const;

export type DatasetKind = (typeof DATASET_KINDS)[number];

/** Lists of prices by term, which share their columns and count alike. */
export const TERM_PRICE_KINDS: ReadonlySet<DatasetKind> = new Set([
  'licence-prices',
  'est-prices',
  'software-prices',
  'marketplace-prices',
]);

/** Exact sums of the accepted rows: by the file's name of an amount column, by currency (empty: it has none). */
export type ControlTotals = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** A column of a dataset's table that its file has. */
export interface FileColumn {
  /** Name in the table. */
  readonly column: string;
  /** The header under which a file has the cells as the table holds them: mostly the file's own. */
  readonly header: string;
}

/** How rows were put together. */
export interface RolledUp {
  /** Accepted rows of the file. */
  readonly rows: number;
  /** Tags that were kept apart. */
  readonly tagKeys: readonly string[];
}

/** Rows that were erased at the wish of a customer; whose they were is not kept. */
export interface ErasedRows {
  readonly day: Day;
  /** Accepted rows of the file. */
  readonly rows: number;
}

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
  /** What was dropped together shares it; undefined for what was stored before drops were kept. */
  readonly drop?: string;
  readonly importedOn?: Day;
  /** Day of the export as the user says it; undefined: the day of the import. Tells which of two snapshots is the newer. */
  readonly exportedOn?: Day;
  /** The user's word: id of the dataset whose next snapshot this is; empty: it counts besides every other. */
  readonly follows?: string | undefined;
  /** The file's own header, in its order; undefined for files without one (JSON). */
  readonly header?: readonly string[];
  /** Columns of the table that stand in the file, in the file's order. */
  readonly fileColumns?: readonly FileColumn[];
  readonly totals?: ControlTotals;
  /** Daily usage whose rows were put together on the way in; `totals` are those of all its rows. */
  readonly rolledUp?: RolledUp;
  /** The days, customers and invoices of a file whose rows stand in time. */
  readonly coverage?: Coverage;
  /** Of all rows of other files, whatever their order: equal digests are equal rows. */
  readonly rowsDigest?: string;
  /** What the import clinic found in the file and what was done about it. */
  readonly repairs?: readonly AppliedRepair[];
  /** One entry for each customer that was erased; `sha256`, `bytes` and the lines of rows stay those of the file as it came. */
  readonly erased?: readonly ErasedRows[];
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
