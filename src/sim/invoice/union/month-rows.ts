/** The lines of a month by how they are looked at. */
import { isLicence } from './billed-groups.ts';
import { rowsWhere } from '../model/rows-where.ts';
import type { MonthInputs } from './inputs.ts';

export interface MonthRows {
  readonly all: Uint32Array;
  readonly licences: Uint32Array;
  /** Consumption, credits and what else no subscription tells of. */
  readonly others: Uint32Array;
}

const CREDIT = 'customercredit';

export function rowsOfMonth({ lines, checked, months, month }: MonthInputs): MonthRows {
  const { codes, values } = lines.texts.chargeType;
  const isCredit = values.map((text) => text.toLowerCase() === CREDIT);
  const all = rowsWhere(lines.rows, (row) => months[row] === month);
  const hasSubscription = (row: number): boolean => isLicence(checked, row) && isCredit[codes[row] ?? 0] !== true;
  return { all, licences: all.filter(hasSubscription), others: all.filter((row) => !hasSubscription(row)) };
}
