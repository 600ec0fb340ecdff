/** The cost range in words and for charts. */
import type { TornadoInput } from '../../../charts/uncertainty/tornado.ts';
import { type Spread, nearest } from '../../../charts/uncertainty/types.ts';
import type { Format } from '../../../core/format.ts';
import { COST_LINES, type CostLine } from '../../../core/obligations/plus/types.ts';
import { plusText } from '../../../core/text/en/obligations-plus.ts';
import type { PlusCost } from '../../../sim/obligations/types.ts';
import { TOLD_PERCENTILES } from '../../../sim/uncertainty/types.ts';
import type { Kpi } from '../../../ui/kpi.ts';

const text = plusText.cost;

/** What a cost is called. */
export function lineName({ id, name }: Pick<CostLine, 'id' | 'name'>): string {
  const usual = COST_LINES.find((one) => one === id);
  return usual === undefined ? name || text.ownName : text.lines[usual];
}

/** A percentile of the sum, in minor units. */
export function percentileOf({ spread }: PlusCost, percent: (typeof TOLD_PERCENTILES)[number]): number {
  return spread.percentiles[TOLD_PERCENTILES.indexOf(percent)] ?? 0;
}

export function costKpis(cost: PlusCost, format: Format): readonly Kpi[] {
  const { kpis } = text;
  const { currency, sums } = cost;
  const money = (minor: number): string => format.amount(nearest(minor), currency);
  return [
    { label: kpis.p5, unit: currency, value: money(percentileOf(cost, 5)) },
    { label: kpis.p50, unit: currency, value: money(percentileOf(cost, 50)) },
    { label: kpis.p95, unit: currency, value: money(percentileOf(cost, 95)) },
    { label: kpis.mean, unit: currency, value: money(cost.spread.mean) },
    { label: kpis.range, unit: currency, value: kpis.to(money(sums.low), money(sums.high)) },
  ];
}

/** The figure without uncertainty is the sum of what is likely. */
export function costSpread(cost: PlusCost): Spread {
  return {
    sorted: cost.sorted,
    ...{ p5: percentileOf(cost, 5), p50: percentileOf(cost, 50) },
    ...{ p90: percentileOf(cost, 90), p95: percentileOf(cost, 95) },
    deterministic: cost.sums.likely,
  };
}

/** What moves the sum most, for the tornado. */
export function costSwings(cost: PlusCost, lines: readonly CostLine[], format: Format): readonly TornadoInput[] {
  const money = (minor: number): string => format.amount(minor, cost.currency);
  return cost.swings
    .filter(({ atLow, atHigh }) => atLow !== atHigh)
    .map(({ id, p10, p90, atLow, atHigh }, index) => ({
      index,
      name: lineName(lines.find((one) => one.id === id) ?? { id, name: '' }),
      ...{ lowValue: money(p10), highValue: money(p90), atLow, atHigh },
    }));
}
