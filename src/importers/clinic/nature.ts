/** What kind of damage each code is: it decides what may be done without a question. */
import type { RepairCode } from '../../core/schema/repairs.ts';

/**
 * - `structure`: nothing of the data is changed by it, so it is done and said
 * - `values` and `rows`: cells are read as something else than they say, or rows are left out
 * - `lost`: what is missing is not in the file any more
 * - `shown`: it stays as it came, since it does no harm
 * - `files`: told by comparing files
 */
export type Nature = 'structure' | 'values' | 'rows' | 'lost' | 'shown' | 'files';

const NATURES: Readonly<Record<RepairCode, Nature>> = {
  'digits-lost': 'lost',
  'id-exponent': 'lost',
  'zeros-lost': 'shown',
  'guard-apostrophe': 'values',
  'decimal-comma': 'values',
  'thousands-marks': 'values',
  'date-order': 'values',
  'date-serial': 'values',
  mojibake: 'values',
  'mixed-line-ends': 'structure',
  'sep-line': 'structure',
  preamble: 'structure',
  'repeated-header': 'structure',
  footer: 'structure',
  'total-row': 'rows',
  'second-table': 'rows',
  'month-missing': 'files',
  'period-overlap': 'files',
  'same-rows': 'files',
};

export function natureOf(code: RepairCode): Nature {
  return NATURES[code];
}

/** Whether the repair changes what the data says, so that it is never done in silence. */
export function changesData(code: RepairCode): boolean {
  const nature = natureOf(code);
  return nature === 'values' || nature === 'rows';
}

/** Whether there is anything that could be done about it. */
export function isRepairable(code: RepairCode): boolean {
  return natureOf(code) !== 'lost';
}
