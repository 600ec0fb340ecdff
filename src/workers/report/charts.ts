/** Charts of a report as static pictures. Vega draws them without a document; it is loaded only when a report is made. */
import type { ChartModel } from '../../core/chart.ts';
import type { ReportChart } from '../../core/report/document.ts';
import type { ChartContext } from '../../charts/context.ts';
import { portfolioCliff } from '../../charts/cliff-waterfall.ts';
import { exposureByMonth } from '../../charts/exposure-by-month.ts';
import { milestoneTimeline } from '../../charts/milestone-timeline.ts';
import { topCustomers } from '../../charts/top-customers.ts';
import { whoPays } from '../../charts/who-pays.ts';
import type { SectionCharts } from '../../exporters/report/input.ts';
import type { Simulation } from '../../sim/types.ts';

/** Width of a chart in pixels. */
const CHART_WIDTH = 640;

/** Models as a report prints them, in their order. */
export async function reportCharts(models: readonly ChartModel<unknown>[]): Promise<readonly ReportChart[]> {
  const { renderSvg } = await import('../chart-svg.ts');
  const charts: ReportChart[] = [];
  for (const model of models) {
    const { title, unit, summary, table, tableUnit, legend } = model;
    const svg = await renderSvg(model, CHART_WIDTH);
    charts.push({ title: unit ? `${title}, ${unit}` : title, summary, legend, svg, table, tableUnit });
  }
  return charts;
}

/** The charts of the sections that a simulation alone is enough for. */
export async function simulationCharts(simulation: Simulation, context: ChartContext): Promise<SectionCharts> {
  const exposed = simulation.totals.filter((totals) => totals.exposed > 0);
  return {
    exposure: await reportCharts([
      ...exposed.flatMap(({ currency }) => [
        exposureByMonth(simulation, currency, context),
        topCustomers(simulation, currency, context),
        whoPays(simulation, currency, context),
      ]),
      milestoneTimeline(simulation.window, context),
    ]),
    cliff: await reportCharts(exposed.map((totals) => portfolioCliff(totals, context))),
  };
}
