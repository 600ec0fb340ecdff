/** SKUs that may be EST twins, with what the user said of each. */
import type { TwinDecision } from '../../core/scenario/scenario.ts';
import { filesText } from '../../core/text/en/files.ts';
import { groupBy } from './group-by.ts';
import type { TwinCandidate } from '../../sim/types.ts';

export interface TwinLine {
  readonly key: string;
  /** What `decide-twin` takes, without the answer. */
  readonly twin: Omit<TwinDecision, 'isEst'>;
  readonly title: string;
  readonly skuId: string;
  readonly baseSkuId: string;
  /** One for each market in which the SKU is sold. */
  readonly markets: string;
  readonly segment: string;
  readonly ratio: string;
  readonly decision: boolean | undefined;
}

/** One line for each SKU and segment: a decision holds in all markets. */
export function twinLines(
  candidates: readonly TwinCandidate[],
  decisions: readonly TwinDecision[],
): readonly TwinLine[] {
  const keyOf = (one: Omit<TwinDecision, 'isEst'>): string => `${one.productId}:${one.skuId}:${one.segment}`;
  const said = new Map(decisions.map((decision) => [keyOf(decision), decision.isEst]));
  const groups = groupBy(candidates, keyOf);
  return [...groups].flatMap(([key, group]) => {
    const [first] = group;
    if (!first) return [];
    const { productId, skuId, segment, skuTitle, baseSkuId } = first;
    const ratios = [...new Set(group.map(({ ratio }) => ratio || filesText.twins.noRatio))];
    return [
      {
        key,
        twin: { productId, skuId, segment },
        title: skuTitle,
        skuId,
        baseSkuId,
        markets: group.map(({ market, currency }) => `${market} ${currency}`).join(', '),
        segment,
        ratio: ratios.join(', '),
        decision: said.get(key),
      },
    ];
  });
}
