/** Ids that a spreadsheet shows as `1.23E+17`. In amount columns such a text is a number, and read as one. */
import type { CellRepair } from './cell-repair.ts';

/** Spreadsheets write numbers of twelve and more digits so, always with the plus. `1E5` may be an id. */
const EXPONENT = /^\d(?:[.,]\d{1,14})?E\+(?:1[1-9]|[2-9]\d)$/;

export const idExponent: CellRepair = (field) =>
  field.kind !== 'text'
    ? undefined
    : {
        code: 'id-exponent',
        mend: (text) => (EXPONENT.test(text) ? text : undefined),
        certainty: () => 'sure',
      };
