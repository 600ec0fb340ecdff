/** Cards of assumptions: who holds one, since when, why, and in which range. */
import type { Day } from '../days.ts';
import type { DecimalText } from './decimal.ts';

/**
 * The name of an assumption: its way through the scenario file, such as `est.upliftMonthly`, `clauses["…"]`,
 * `fx.shocks["EUR"]["2027-01-01"]`; all of them stand in docs/formats/scenario.md.
 */
export type AssumptionPath = string;

export interface AssumptionNote {
  readonly owner?: string;
  /** Day on which it was last looked at. */
  readonly on?: Day;
  readonly reason?: string;
  /** The range in which the owner believes it to lie; tornado and goal seek start from it. */
  readonly low?: DecimalText;
  readonly high?: DecimalText;
}

export type AssumptionNotes = ReadonlyMap<AssumptionPath, AssumptionNote>;
