/** Who pays by month for one part: EST, or renewals. */
import type { ChartModel } from '../../core/chart.ts';
import { payersText } from '../../core/text/en/payers.ts';
import type { PartSplit } from '../../sim/payers/types.ts';
import { AMOUNTS, type Amounts, type Window } from '../../sim/types.ts';
import type { ChartContext } from '../context.ts';
import type { MonthDatum } from '../month-bars.ts';
import { whoPays } from '../who-pays.ts';

const NOTHING = Object.fromEntries(AMOUNTS.map((name) => [name, 0])) as unknown as Amounts;

export function paysByMonth(split: PartSplit, window: Window, context: ChartContext): ChartModel<MonthDatum> {
  const { part, currency } = split;
  const months = split.months.map((month) => ({ ...NOTHING, ...month, currency }));
  return { ...whoPays({ window, months }, currency, context), title: payersText.charts.months[part] };
}
