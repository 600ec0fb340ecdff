/** Who pays by cause: the steps of the cliff on customer prices. */
import type { ChartModel } from '../../core/chart.ts';
import { payersText } from '../../core/text/en/payers.ts';
import { type Cause, type PartSplit, SHARES } from '../../sim/payers/types.ts';
import type { ChartContext } from '../context.ts';
import { paysRows, riseOf } from './pays-rows.ts';

/** What choosing a bar means. */
export interface CauseDatum {
  readonly kind: 'cause';
  readonly cause: Cause;
}

export function paysByCause(split: PartSplit, context: ChartContext): ChartModel<CauseDatum> {
  const { currency } = split;
  const rows = split.causes.flatMap(({ cause, ...shares }) =>
    SHARES.every((share) => shares[share] === 0)
      ? []
      : [{ ...shares, name: payersText.causes[cause], datum: { kind: 'cause', cause } as const }],
  );
  const [largest] = rows.toSorted((a, b) => Math.abs(riseOf(b)) - Math.abs(riseOf(a)));
  const words = payersText.charts;
  return paysRows(
    {
      kind: 'pays-rows',
      title: words.causes,
      summary: largest
        ? words.causesFinding(largest.name, `${context.format.signed(riseOf(largest), currency)} ${currency}`)
        : words.noCustomers(currency),
      labelTitle: words.cause,
      currency,
      shown: rows,
      all: rows,
    },
    context,
  );
}
