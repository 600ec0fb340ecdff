/** From one scenario's extra to another's, by the steps of the cliff. */
import type { ChartModel } from '../../core/chart.ts';
import type { Totals } from '../../sim/types.ts';
import type { ChartContext } from '../context.ts';
import { EXTRA_PARTS, PART_COLOURS, partsOf } from '../parts.ts';
import type { WaterfallDatum } from '../waterfall.ts';
import { bridgeChart, bridgeFinding } from './bridge.ts';

/** A scenario's name and its totals in the currency of the chart. */
export interface BridgeEnd {
  readonly name: string;
  readonly totals: Totals;
}

/** Both ends in one currency. The picture has only the causes that move, the table all that either has. */
export function bridgeByCause(from: BridgeEnd, to: BridgeEnd, context: ChartContext): ChartModel<WaterfallDatum> {
  const { text } = context;
  const words = text.compare.bridge;
  const [before, after] = [partsOf(from.totals), partsOf(to.totals)];
  const steps = EXTRA_PARTS.filter((part) => before[part] !== 0 || after[part] !== 0).map((part) => ({
    ...{ key: part, label: text.parts[part], colour: PART_COLOURS[part] },
    ...{ from: before[part], to: after[part] },
  }));
  const ends = {
    ...{ fromName: from.name, toName: to.name, currency: from.totals.currency },
    ...{ from: from.totals.extra, to: to.totals.extra },
  };
  const moving = steps.filter((step) => step.from !== step.to);
  return bridgeChart(
    {
      ...ends,
      title: words.byCause(from.name, to.name),
      labelTitle: words.cause,
      steps: moving,
      rows: steps,
      finding: moving.length === 0 ? [words.same(from.name, to.name)] : bridgeFinding(ends, steps, context),
    },
    context,
  );
}
