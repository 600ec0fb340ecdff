/** What an action pack is made from. */
import type { JsonData } from '../../core/actions/json-tree.ts';
import type { PackChoices } from '../../core/actions/pack-choices.ts';
import type { Day } from '../../core/days.ts';
import type { ActionRow, PlannedAction } from '../../sim/actions/types.ts';

export interface PackInput {
  readonly asOf: Day;
  readonly workbook: string;
  readonly scenario: string;
  readonly rows: readonly ActionRow[];
  /** The subscriptions as JSON files gave them, by id as it is matched. */
  readonly resources: ReadonlyMap<string, JsonData>;
  readonly choices: PackChoices;
}

/** A chosen subscription with an action. */
export interface Planned {
  readonly row: ActionRow;
  readonly action: PlannedAction;
}

/** The rows with an action, in their order. */
export function plannedOf(rows: readonly ActionRow[]): readonly Planned[] {
  return rows.flatMap((row) => (typeof row.outcome === 'string' ? [] : [{ row, action: row.outcome }]));
}

/** Auto-renew after the action: a cancellation needs it off, a new term on; EST either way (D-04). */
export function autoRenewAfter({ type }: PlannedAction, { estAutoRenew }: PackChoices): boolean {
  return type === 'RenewToNewTerm' || (type === 'RenewToExtendedServiceTerm' && estAutoRenew);
}

/** Seats after the term end; none after a cancellation. */
export function seatsAfter({ row, action }: Planned): number {
  if (action.type === 'Cancel') return 0;
  return action.type === 'RenewToNewTerm' ? (action.newTerm?.seats ?? row.seats) : row.seats;
}
