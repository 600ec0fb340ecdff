/** Which repairs are applied to a file: the user's choices first, then what the mode allows. */
import type { RepairCode } from '../../core/schema/repairs.ts';
import type { Finding, RepairChoice, Spotlight, Treatment } from './finding.ts';
import { changesData, isRepairable, natureOf } from './nature.ts';

/**
 * - `apply`: repairs that need no question are applied
 * - `report`: they are only reported, and rows that need them are rejected
 * - `ask`: a file with damage that nobody has decided about becomes a question
 */
export type RepairMode = 'apply' | 'report' | 'ask';

/** How the clinic treats one file. */
export interface ClinicOrder {
  readonly mode: RepairMode;
  /** The user's word about this file, or about all with its header; the first that fits counts. */
  readonly choices: readonly RepairChoice[];
  /** Ask again, whatever has been decided. */
  readonly reopen?: boolean;
  readonly spotlight?: Spotlight | undefined;
}

export const APPLY: ClinicOrder = { mode: 'apply', choices: [] };

export function chosen(
  { choices }: Pick<ClinicOrder, 'choices'>,
  code: RepairCode,
  column: string,
): Treatment | undefined {
  return choices.find((choice) => choice.code === code && choice.column === column)?.treatment;
}

/** What is done about damage in this reading of the file. */
export function treatmentOf(order: ClinicOrder, code: RepairCode, column: string): Treatment {
  if (!isRepairable(code)) return 'leave';
  const choice = chosen(order, code, column);
  if (choice !== undefined) return choice;
  return order.mode === 'report' && changesData(code) ? 'leave' : defaultOf(code);
}

/** What is done when nobody says anything else. */
export function defaultOf(code: RepairCode): Treatment {
  const nature = natureOf(code);
  return nature === 'lost' || nature === 'shown' || nature === 'files' ? 'leave' : 'apply';
}

/** Whether a row whose damage stays must not pass: taken as it is, it would say something wrong. */
export function rejectsLeft(order: ClinicOrder, code: RepairCode, column: string): boolean {
  return order.mode === 'report' && changesData(code) && chosen(order, code, column) === undefined;
}

/** Whether the user has to be asked before the file is stored. */
export function mustAsk(order: ClinicOrder, { code, column }: Pick<Finding, 'code' | 'column'>): boolean {
  if (order.mode !== 'ask') return false;
  return (changesData(code) || natureOf(code) === 'lost') && chosen(order, code, column) === undefined;
}
