/** What the report will contain, before it is made. */
import { addMonths } from '../../core/days.ts';
import type { Format } from '../../core/format.ts';
import { reportScreenText } from '../../core/text/en/report-screen.ts';
import type { Simulation } from '../../sim/types.ts';

const text = reportScreenText.parts;

/** Charts of each currency that has exposed subscriptions; the timeline comes once. */
const CHARTS_A_CURRENCY = 4;

/** Parts of the report with a word on each. */
export function reportContents(
  { window, totals, months, unpriced }: Simulation,
  scenario: string,
  inputs: number,
  format: Format,
): readonly (readonly [part: string, says: string])[] {
  const last = addMonths(window.asOf, window.horizonMonths) - 1;
  const exposed = totals.filter((one) => one.exposed > 0);
  const exposedRows = exposed.reduce((sum, one) => sum + one.exposed, 0);
  return [
    [text.window, reportScreenText.period(format.day(window.asOf), format.day(last))],
    [text.scenario, scenario],
    ...totals.map((one): [string, string] => [
      text.totals(one.currency),
      reportScreenText.totals(
        format.count(one.exposed),
        format.count(one.subscriptions),
        format.amount(one.est, one.currency),
        format.signed(one.extra, one.currency),
      ),
    ]),
    [text.charts, reportScreenText.charts(format.count(exposed.length * CHARTS_A_CURRENCY + 1))],
    [text.months, format.count(months.length)],
    [text.subscriptions, format.count(exposedRows)],
    [text.unpriced, format.count(unpriced.length)],
    [text.inputs, reportScreenText.inputs(format.count(inputs))],
  ];
}
