/** The cost parts: their order and colours, the same in every chart and report. */
import type { Minor } from '../core/money.ts';
import type { Amounts } from '../sim/types.ts';

/** From today's bill upwards. */
export const COST_PARTS = ['current', 'promotion', 'listMove', 'commitment', 'estUplift', 'currency'] as const;
export type CostPart = (typeof COST_PARTS)[number];

/** The parts that make up the extra: all but today's bill. */
export const EXTRA_PARTS = COST_PARTS.filter((part) => part !== 'current');

export const PART_COLOURS: Readonly<Record<CostPart, string>> = {
  current: 'var(--part-current)',
  promotion: 'var(--part-promotion)',
  listMove: 'var(--part-list)',
  commitment: 'var(--part-commitment)',
  estUplift: 'var(--part-uplift)',
  currency: 'var(--part-currency)',
};

/** Amounts in minor units of one currency that add up to the EST cost. */
export type Parts = Readonly<Record<CostPart, Minor>>;

type PartAmounts = Pick<Amounts, 'est' | 'current' | 'promotion' | 'listMove' | 'commitment' | 'currencyMove'>;

/**
 * The parts of an EST cost. The uplift is what the other steps leave (spec §5, step 4), so the parts add up to `est` to the
 * minor unit. The currency step is what the scenario's currency shocks add, in the amounts' own currency.
 */
export function partsOf(amounts: PartAmounts): Parts {
  const { est, current, promotion, listMove, commitment, currencyMove: currency } = amounts;
  const estUplift = est - current - promotion - listMove - commitment - currency;
  return { current, promotion, listMove, commitment, estUplift, currency };
}

/** The parts, in their order, that are not zero in at least one of the rows. */
export function partsInUse<Part extends string>(
  order: readonly Part[],
  rows: readonly Readonly<Record<Part, Minor>>[],
): Part[] {
  return order.filter((part) => rows.some((row) => row[part] !== 0));
}
