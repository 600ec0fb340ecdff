/** The MCA register as it stands: customers with their acceptances, what is blocked, and who is there twice. */
import type { Day } from '../../../core/days.ts';
import type { Minor } from '../../../core/money.ts';
import type { ActionKind } from '../../../core/obligations/mca/blocks.ts';
import type { DuplicatePair } from '../../../core/obligations/mca/duplicates.ts';
import type { CustomerStanding } from '../../../core/obligations/mca/standing.ts';
import type { Register } from '../../../core/obligations/register.ts';
import type { ObligationPack } from '../../../core/obligations/rules/types.ts';
import type { SimulationRequest } from '../../types.ts';

export interface McaRequest {
  readonly simulation: SimulationRequest;
  /** What was typed; the log stays with the document. */
  readonly register: Pick<Register, 'entries' | 'plans'>;
  /** Seats wanted after a term end where nothing is decided; by the subscription's id as it is matched. */
  readonly seatsWanted: ReadonlyMap<string, number>;
  readonly packs: readonly ObligationPack[];
}

/** Where an action comes from: a decision of the scenario, seats wanted, what Partner Center has scheduled, or a plan in the register. */
export const ACTION_SOURCES = ['decided', 'wanted', 'scheduled', 'planned'] as const;
export type ActionSource = (typeof ACTION_SOURCES)[number];

/** Something that is going to be done for a customer. */
export interface NextAction {
  readonly kind: ActionKind;
  readonly source: ActionSource;
  /** Empty for a plan. */
  readonly subscriptionId: string;
  readonly product: string;
  /** From and to, where seats change. */
  readonly seats: { readonly from: number; readonly to: number } | undefined;
  /** From and to, as in `P1Y/Monthly`, where term or billing plan change. */
  readonly plan: { readonly from: string; readonly to: string } | undefined;
  /** The day at whose 00:00 UTC it can no longer be done; undefined: any day. */
  readonly until: Day | undefined;
  readonly isBlocked: boolean;
  readonly rules: readonly string[];
  readonly currency: string;
  /** Cost of twelve months of it; undefined: no price. */
  readonly worth: Minor | undefined;
}

export interface McaCustomer extends CustomerStanding {
  /** The id as it is matched. */
  readonly key: string;
  readonly customerId: string;
  /** Empty where no file names it. */
  readonly customer: string;
  readonly domain: string;
  readonly resellers: readonly string[];
  /** Subscriptions in the portfolio. */
  readonly subscriptions: number;
  /** What is decided, wanted, scheduled or planned, the earliest first. */
  readonly actions: readonly NextAction[];
  /** A new purchase would be blocked on as-of, and so would changes. */
  readonly cannotBuy: boolean;
  /** Some of them is blocked. */
  readonly isBlocked: boolean;
  /** The first deadline of what is blocked; undefined: none, or any day. */
  readonly until: Day | undefined;
  /** What is blocked comes to a year, by currency. */
  readonly worth: readonly { readonly currency: string; readonly amount: Minor }[];
}

export interface McaRegister {
  /** Blocked ones first, the earliest deadline first; then those with flags. */
  readonly customers: readonly McaCustomer[];
  readonly duplicates: readonly DuplicatePair[];
  /** Rows of files that do not say whose acceptance they are. */
  readonly nobodys: number;
  /** Files that hold acceptances. */
  readonly files: number;
}
