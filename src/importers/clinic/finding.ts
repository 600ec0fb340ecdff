/** What the clinic says about one column (or the rows, or the whole) of a file, before anything is stored. */
import type { RepairCode, Treatment } from '../../core/schema/repairs.ts';
import type { MessageParams } from '../../core/text/message-params.ts';

/** - `ask`: the file can be read both ways, and nothing in it says which. */
export type Certainty = 'sure' | 'likely' | 'ask';

export type { RepairChoice, Treatment } from '../../core/schema/repairs.ts';

/** One place that a repair changes. */
export interface RepairSample {
  /** Line in the source. */
  readonly row: number;
  /** The cell (or row) as it stands in the file. */
  readonly before: string;
  /** What it becomes when the repair is applied; empty: the row is left out; the same text: it cannot be repaired. */
  readonly after: string;
  /** How it reads when the repair is not applied; empty: not at all. */
  readonly otherwise: string;
}

export interface Finding {
  readonly code: RepairCode;
  /** The column as the file names it; empty when it concerns whole rows or the whole file. */
  readonly column: string;
  /** Rows that it concerns. */
  readonly rows: number;
  /** The first places, or those that `Spotlight` asked for. */
  readonly samples: readonly RepairSample[];
  readonly certainty: Certainty;
  /** False: what was lost is not in the file any more. */
  readonly repairable: boolean;
  readonly default: Treatment;
  /** How the file was read this time. */
  readonly treatment: Treatment;
  /** Nothing is stored before the user has said what becomes of it. */
  readonly blocking: boolean;
  /** What the explanation names as evidence. */
  readonly facts: MessageParams;
}

/** Asks for a page of the places of one finding instead of its first ones. */
export interface Spotlight {
  readonly code: RepairCode;
  readonly column: string;
  readonly from: number;
  readonly count: number;
}
