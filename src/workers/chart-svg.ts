/** Charts as static SVG texts for the report: no document and no request, so it runs in workers and in Node alike. */
import { View, parse } from 'vega';
import { expressionInterpreter } from 'vega-interpreter';
import type { ChartModel } from '../core/chart.ts';
import { HATCH, REFUSING_LOADER, fillView } from '../core/chart-view.ts';
import { compileChart } from './compile-chart.ts';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * A chart as SVG text, `width` pixels wide. Colours are `var(--…)`: the document around it brings the tokens.
 * Its name for assistive technology is the chart's title and summary.
 */
export async function renderSvg(model: ChartModel<unknown>, width: number): Promise<string> {
  const runtime = parse(compileChart(model.spec), {}, { ast: true });
  const view = new View(runtime, { renderer: 'none', loader: REFUSING_LOADER, expr: expressionInterpreter });
  try {
    fillView(view, model, width);
    await view.runAsync();
    return dressed(await view.toSVG(), model);
  } finally {
    view.finalize();
  }
}

const INNER_ROLES = / (?:role|aria-[a-z]+)="[^"]*"/g;

function dressed(svg: string, model: ChartModel<unknown>): string {
  const name = `${model.title}. ${model.summary}`.replace(/[&<>"]/g, (char) => ESCAPES[char] ?? '');
  const hatch = model.legend.some((entry) => entry.hatched) ? `<defs>${hatchPattern()}</defs>` : '';
  // The picture has one name; Vega's own roles would make every group of marks an image without one.
  const silent = svg.replace(/<[^>]+>/g, (tag) => tag.replace(INNER_ROLES, ''));
  return silent.replace(
    /^<svg([^>]*)>/,
    (_, attributes: string) => `<svg${attributes} role="img" aria-label="${name}">${hatch}`,
  );
}

function hatchPattern(): string {
  const { id, size, line, fill, stroke } = HATCH;
  const square = `width="${String(size)}" height="${String(size)}"`;
  return (
    `<pattern id="${id}" ${square} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">` +
    `<rect ${square} fill="${fill}"/><rect width="${String(line)}" height="${String(size)}" fill="${stroke}"/></pattern>`
  );
}
