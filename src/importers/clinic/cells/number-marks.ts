/** What has to be done to the text of a number so that it can be read, beside leaving out currency and percent signs. */
import type { RepairCode } from '../../../core/schema/repairs.ts';
import type { DecimalMark } from '../../cells/decimals.ts';

/** A mark between digits that is no decimal mark. */
const BETWEEN_THOUSANDS = {
  '.': /\d[,\s\u00A0\u2009\u202F'’]\d/,
  ',': /\d[\s\u00A0\u2009\u202F'’]\d/,
} as const;

/** The repair that reading a number with this mark takes; undefined: none. */
export function numberRepair(text: string, mark: DecimalMark): RepairCode | undefined {
  if (mark === ',' && /[.,]/.test(text)) return 'decimal-comma';
  return BETWEEN_THOUSANDS[mark].test(text) ? 'thousands-marks' : undefined;
}
