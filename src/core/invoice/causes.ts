/** Why a billed line is not what it should be, and how sure that is. */

/** Each difference has one; the first that fits is named. */
export const CAUSES = [
  'missing',
  'extra',
  'quantity',
  'rate',
  'proration',
  'promotion-ended',
  'est',
  'exchange-rate',
  'earned-credit',
  'credit',
  'rounding',
  'previous-month',
  'unknown',
] as const;
export type Cause = (typeof CAUSES)[number];

export type Certainty = 'high' | 'medium' | 'low';

/** How a billed line was joined to what was expected. */
export const JOINS = ['id', 'term', 'sku', 'none'] as const;
export type Join = (typeof JOINS)[number];
