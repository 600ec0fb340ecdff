/** What a user said about sheets with a particular header. */
import type { DatasetKind } from '../schema/dataset.ts';
import type { RepairChoice } from '../schema/repairs.ts';

export interface RecipeMapping {
  /** Identifies the header, whatever the case and spacing of its names. */
  readonly headerHash: string;
  /** The header itself, to show it. */
  readonly header?: readonly string[];
  /** What the sheet is; undefined: what its header says, or a portfolio when columns are mapped. */
  readonly kind?: DatasetKind;
  /** Canonical column (or `offerId`) to its position in the header, counted from 0. */
  readonly columns?: Readonly<Record<string, number>>;
  /** Canonical column to one value for all rows. */
  readonly constants?: Readonly<Record<string, string>>;
  readonly dateOrder?: 'mdy' | 'dmy';
  readonly decimalMark?: '.' | ',';
  /** Whether large files are rolled up, and which tag keys are kept apart then; false: every row is kept. */
  readonly rollUp?: false | readonly string[];
  /** What becomes of damage in files with this header. */
  readonly repairs?: readonly RepairChoice[];
}
