/** Long numbers that a spreadsheet kept only 15 digits of: all that follow have become zeros. */
import type { CellRepair } from './cell-repair.ts';

const KEPT_DIGITS = 15;
const LONG = /^-?(\d{16,})$/;
/** 2^63 − 1 and what a spreadsheet makes of it: both stand for "no limit" in Microsoft's files, nothing is lost. */
const NO_LIMIT = /^922337203685477\d{4}$/;

/**
 * One long number may end in a zero by chance, so a single text counts only with three of them, and a column with a whole
 * number beyond 15 digits has lost nothing.
 */
export const digitsLost: CellRepair = (field) => {
  if (field.kind !== 'text') return undefined;
  let lost = 0;
  let zeros = 0;
  let whole = 0;
  return {
    code: 'digits-lost',
    mend: (text) => {
      const digits = LONG.exec(text)?.[1];
      if (digits === undefined || NO_LIMIT.test(digits)) return undefined;
      if (/[1-9]/.test(digits.slice(KEPT_DIGITS))) {
        whole++;
        return undefined;
      }
      lost++;
      zeros = Math.max(zeros, digits.length - KEPT_DIGITS);
      return text;
    },
    certainty: () => {
      if (whole > 0 || lost === 0 || (lost === 1 && zeros < 3)) return undefined;
      return lost > 1 && zeros > 1 ? 'sure' : 'likely';
    },
  };
};
