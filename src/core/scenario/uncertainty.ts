/** What is not known for sure, for the trials of spec §8. Decimals are texts, as in the file. */
import type { DecimalText } from './decimal.ts';

export type Distribution =
  | { readonly kind: 'constant'; readonly value: DecimalText }
  | { readonly kind: 'uniform'; readonly min: DecimalText; readonly max: DecimalText }
  | ThreePoint
  | Spread
  | {
      readonly kind: 'discrete';
      readonly values: readonly { readonly value: DecimalText; readonly weight: DecimalText }[];
    };

export interface ThreePoint {
  readonly kind: 'triangular' | 'pert';
  readonly min: DecimalText;
  readonly mode: DecimalText;
  readonly max: DecimalText;
}

/** `mean` and `sd` are those of the value itself, for lognormal too. */
export interface Spread {
  readonly kind: 'normal' | 'lognormal';
  readonly mean: DecimalText;
  readonly sd: DecimalText;
}

/** Which subscriptions an input speaks of; every named field must hold. */
export interface UncertainMatch {
  readonly subscriptionId?: string;
  readonly customerId?: string;
  readonly productId?: string;
  readonly skuId?: string;
  readonly segment?: string;
  readonly currency?: string;
}

interface UncertainBase {
  readonly match: UncertainMatch;
  /** One draw a trial for all that match; otherwise one a subscription. Behaviour is drawn for each, prices and rates together. */
  readonly shared: boolean;
}

/** Shares of what happens at the term end; weights, which need not add up to one. Drift goes into EST. */
export interface OutcomeShares extends UncertainBase {
  readonly what: 'outcome';
  readonly renews: DecimalText;
  readonly cancels: DecimalText;
  readonly est: DecimalText;
}

/**
 * `bridgeDays`: days in EST (whole, at least 0) · `seats`: change of the seats in percent (whole seats, at least 0) · `price`: change of
 * list prices in percent, like a price change on both columns from the term end on · `fx`: change of a currency's list prices in
 * percent, like a shock.
 */
export interface UncertainNumber extends UncertainBase {
  readonly what: 'bridgeDays' | 'seats' | 'price' | 'fx';
  readonly distribution: Distribution;
}

/** The last input that matches a subscription wins, for each `what`. */
export type UncertainInput = OutcomeShares | UncertainNumber;

export interface Uncertainty {
  readonly trials: number;
  /** Any text; hashed to the generator's key. */
  readonly seed: string;
  readonly inputs: readonly UncertainInput[];
  /** Loadings −1…1 on the common factor of a Gaussian copula. */
  readonly loadings: { readonly price: DecimalText; readonly fx: DecimalText; readonly behaviour: DecimalText };
  /** Limits whose chance of being crossed is told; amounts in major units. */
  readonly limits: readonly UncertainLimit[];
}

export interface UncertainLimit {
  /** One of the engine's amounts, such as `extra` or `absorbed`. */
  readonly amount: string;
  readonly currency: string;
  readonly above: DecimalText;
}
