/** What a column's cells tell about how it is to be read, and what was done to them. */
import type { OrderEvidence } from '../cells/dates.ts';
import type { MarkEvidence } from '../cells/decimals.ts';
import type { ColumnClinic } from '../clinic/column-clinic.ts';
import type { Field } from './fields.ts';

/** What was done to a cell beyond reading it plainly, reported per column. */
export type Conversion = 'decimal' | 'fraction' | 'date-order' | 'date-serial' | 'word' | 'blank' | 'time';

/** What one cell tells about how its column is to be read; `written`: a date column has more than day numbers. */
export type Evidence = OrderEvidence | MarkEvidence | 'serial' | 'written';

/** Rows whose cell was converted in one way, and a few of the texts with what they were read as. */
export interface Converted {
  rows: number;
  readonly examples: string[];
}

/** What a column's sink learns beside the values. */
export interface ColumnFindings {
  readonly field: Field;
  /** Knows the column's name in the file, and what is damaged in it. */
  readonly clinic: ColumnClinic;
  /** By what they tell, a few of the texts that need an order or a mark to be read. */
  readonly evidence: Map<Evidence, string[]>;
  readonly conversions: Map<Conversion, Converted>;
}
