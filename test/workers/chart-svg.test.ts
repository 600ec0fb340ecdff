import { describe, expect, it } from 'vitest';
import { portfolioCliff } from '../../src/charts/cliff-waterfall.ts';
import { exposureByMonth } from '../../src/charts/exposure-by-month.ts';
import { milestoneTimeline } from '../../src/charts/milestone-timeline.ts';
import { topCustomers } from '../../src/charts/top-customers.ts';
import { whoPays } from '../../src/charts/who-pays.ts';
import type { ChartModel } from '../../src/core/chart.ts';
import { safeSvg } from '../../src/exporters/report/html/safe-svg.ts';
import { renderSvg } from '../../src/workers/chart-svg.ts';
import { CONTEXT, HOSTILE_NAMES, MONTHS, ROWS, TOTALS, simulationOf } from '../charts/sample.ts';

const simulation = simulationOf(ROWS, MONTHS);
const CHARTS: readonly (readonly [string, ChartModel<unknown>])[] = [
  ['exposure', exposureByMonth(simulation, 'USD', CONTEXT)],
  ['who pays', whoPays(simulation, 'USD', CONTEXT)],
  ['customers', topCustomers(simulation, 'USD', CONTEXT)],
  ['cliff', portfolioCliff(TOTALS, CONTEXT)],
  ['milestones', milestoneTimeline(simulation.window, CONTEXT)],
];

const textsOf = (svg: string): string[] => [...svg.matchAll(/<text[^>]*>([^<]*)/g)].map(([, text = '']) => text);

describe.each(CHARTS)('the %s chart as SVG', (_, model) => {
  it('is a picture that can neither run nor load anything', async () => {
    const svg = await renderSvg(model, 600);
    expect(safeSvg(svg, 'x-')).toBeDefined();
    expect(svg).not.toMatch(/<(script|a|image|foreignObject|style|use)\b/);
  });

  it('has its title and finding as its name', async () => {
    expect(await renderSvg(model, 600)).toContain(`role="img" aria-label="${model.title}. ${model.summary}"`);
  });

  it('stays inert when every text is hostile', async () => {
    for (const hostile of HOSTILE_NAMES) {
      const svg = await renderSvg(withTexts(model, hostile), 600);
      expect(safeSvg(svg, 'x-')).toBeDefined();
      expect(svg).not.toMatch(/<(script|img)\b/);
    }
  });

  it('has no text below 11 pixels', async () => {
    const sizes = [...(await renderSvg(model, 600)).matchAll(/font-size="([\d.]+)px"/g)].map(([, size]) =>
      Number(size),
    );
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(11);
  });
});

/** The model with every name, label and figure replaced. */
function withTexts(model: ChartModel<unknown>, text: string): ChartModel<unknown> {
  const fields = ['name', 'figure', 'label', 'total', 'year'];
  const data = Object.fromEntries(
    Object.entries(model.data).map(([name, rows]) => [
      name,
      rows.map((row) =>
        Object.fromEntries(Object.entries(row).map(([key, value]) => [key, fields.includes(key) ? text : value])),
      ),
    ]),
  );
  return { ...model, title: text, summary: text, data };
}

describe('what is drawn', () => {
  it('writes exact figures and totals', async () => {
    const svg = await renderSvg(portfolioCliff(TOTALS, CONTEXT), 600);
    expect(textsOf(svg)).toEqual(expect.arrayContaining(['580,110.94', '+90,663.80', '763,815.06', '500,000']));
  });

  it('drops every second label where it is narrow', async () => {
    const model = exposureByMonth(simulation, 'USD', CONTEXT);
    const months = async (width: number): Promise<string[]> =>
      textsOf(await renderSvg(model, width)).filter((text) => /^[A-Z][a-z]+$/.test(text));
    expect(await months(600)).toHaveLength(13);
    expect(await months(400)).toEqual(['Nov', 'Jan', 'Mar', 'May', 'Jul', 'Sept', 'Nov']);
  });

  it('draws with the colours of the page around it, and a hatch of its own', async () => {
    const svg = await renderSvg(whoPays(simulation, 'USD', CONTEXT), 600);
    expect(svg).toContain('fill="var(--pays-passed)"');
    expect(svg).toContain('<pattern id="hatch"');
    expect(svg).toContain('fill="url(#hatch)"');
  });

  it('leaves the model as it was, so that it can be drawn again', async () => {
    const model = topCustomers(simulation, 'USD', CONTEXT);
    const before = structuredClone(model);
    expect(await renderSvg(model, 600)).toBe(await renderSvg(model, 600));
    expect(model).toEqual(before);
  });
});
