/** Dated rules of agreements and programmes: what is stated, by whom, since when and until when. */
import type { Confidence } from '../../rules/rule-book.ts';

/** CSPP is the Cloud *Storage* Partner Program, another programme than CSP. */
export const TOPICS = ['mca', 'roles', 'mpa', 'licensing', 'cspp', 'cspp-plus'] as const;
export type Topic = (typeof TOPICS)[number];

/** What the user's rules can say of themselves. */
interface Owned {
  /** Name of the user's rules that it comes from; absent for what comes with Termwise. The book notes it, no file does. */
  readonly own?: string;
}

/** One wording of a rule. What another took the place of stays, as history. */
export interface Statement extends Owned {
  readonly text: string;
  readonly source: string;
  readonly confidence: Confidence;
  /** First and last day on which it holds, `YYYY-MM-DD`, UTC; absent where no source dates it. */
  readonly from?: string;
  readonly until?: string;
  /** Another statement counts, though no day says since when. */
  readonly outranked?: boolean;
}

/** A day that something hangs on, with what follows on both branches. */
export interface RuleDay extends Owned {
  readonly key: string;
  /** `YYYY-MM-DD`, UTC. */
  readonly day: string;
  readonly what: string;
  readonly ifMet: string;
  readonly ifMissed: string;
}

/** A number of a rule. Of several with one key the one in force counts. */
export interface RuleFigure extends Owned {
  readonly key: string;
  /** Decimal text. */
  readonly value: string;
  /** A currency code, or `months`, `days`, `years`, `minutes`, `points`, `count`. */
  readonly unit: string;
  readonly what: string;
  readonly from?: string;
  readonly until?: string;
}

export interface ObligationRule extends Owned {
  readonly id: string;
  readonly topic: Topic;
  readonly title: string;
  /** Oldest first. */
  readonly statements: readonly Statement[];
  readonly days: readonly RuleDay[];
  readonly figures: readonly RuleFigure[];
}

/** Rules that the user added as data. One with the id of a known rule adds to it: see `obligationBook`. */
export interface ObligationPack {
  readonly name: string;
  readonly rules: readonly ObligationRule[];
}
