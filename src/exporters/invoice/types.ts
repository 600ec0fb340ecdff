/** What a dispute pack is made from: chosen differences, and what stands behind them. */
import type { Day, Month } from '../../core/days.ts';
import type { Brand, Language } from '../../core/report/plan.ts';
import type { LineDetail } from '../../sim/invoice/types.ts';
import type { Difference } from '../../sim/invoice/union/types.ts';
import type { RefundWindow } from '../../sim/invoice/windows/types.ts';

/** Who bills, and so who is written to. */
export const DISPUTE_RECIPIENTS = ['microsoft', 'distributor'] as const;
export type DisputeRecipient = (typeof DISPUTE_RECIPIENTS)[number];

export interface DisputeChoices {
  readonly recipient: DisputeRecipient;
  readonly language: Language;
  /** BCP 47, for numbers and dates. */
  readonly locale: string;
  readonly paper: 'a4' | 'letter';
  readonly brand: Brand;
}

export interface Disputed {
  readonly difference: Difference;
  /** What the user wrote to it; empty: nothing. */
  readonly note: string;
}

export interface DisputeInput {
  readonly choices: DisputeChoices;
  readonly month: Month;
  readonly asOf: Day;
  /** In the order of the pack. */
  readonly disputed: readonly Disputed[];
  /** The lines that they rest on, each once. */
  readonly evidence: readonly LineDetail[];
  readonly windows: readonly RefundWindow[];
}

/** A difference with its number in the pack, from 1. */
export interface Numbered extends Disputed {
  readonly number: number;
}
