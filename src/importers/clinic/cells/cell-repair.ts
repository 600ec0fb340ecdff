/** What the repairs of cells have in common: each looks at the distinct texts of one column. */
import type { RepairCode } from '../../../core/schema/repairs.ts';
import type { MessageParams } from '../../../core/text/message-params.ts';
import type { Field } from '../../sheet/fields.ts';
import type { Certainty } from '../finding.ts';

/** One kind of damage in one column of one file. */
export interface ColumnRepair {
  readonly code: RepairCode;
  /** It has to see every text, not only those that `isSuspect` picks. */
  readonly looksAtAll?: boolean;
  /** The text as it should be; the same text when it is damaged beyond repair; undefined when nothing is wrong with it. */
  mend(text: string): string | undefined;
  /** What the whole column says about it; undefined: it was a false alarm. */
  certainty(): Certainty | undefined;
  /** What the explanation names. */
  facts?(): MessageParams;
}

/** Makes the repair for a column; undefined when it does not concern such columns. */
export type CellRepair = (field: Field) => ColumnRepair | undefined;
