/** Blocks of a report as markup. */
import type { LegendEntry } from '../../../core/chart.ts';
import type { ReportBlock, ReportCell, ReportChart, ReportFigure } from '../../../core/report/document.ts';
import { cellHtml } from './cells.ts';
import { html, type Html } from '../../markup.ts';
import { safeSvg } from './safe-svg.ts';
import { type TableContext, tableHtml } from './table.ts';

export interface BlockContext extends TableContext {
  /** What is put before the ids inside a picture, since several share the page. */
  readonly nextChart: () => string;
}

export function blockHtml(block: ReportBlock, context: BlockContext): Html {
  switch (block.kind) {
    case 'heading':
      return html`<h3>${block.text}</h3> `;
    case 'paragraph':
      return html`<p class="say">${block.text}</p> `;
    case 'figures':
      return html`<dl class="kpis">${block.figures.map((figure) => figureHtml(figure, context))}</dl> `;
    case 'table':
      return tableHtml(block.table, context);
    case 'chart':
      return chartHtml(block.chart, context);
  }
}

function figureHtml({ label, value, unit }: ReportFigure, { format }: BlockContext): Html {
  return html`<div>
    <dt>${label}</dt>
    <dd>${cellHtml(value, format)} ${unit === undefined ? undefined : html`<span class="unit">${unit}</span>`}</dd>
  </div>`;
}

function chartHtml(chart: ReportChart, context: BlockContext): Html {
  const { title, summary, svg, legend = [], table, tableUnit } = chart;
  const words = (text: string): ReportCell => (text === '' ? { kind: 'empty' } : { kind: 'text', text });
  const data = tableHtml(
    {
      name: tableUnit ? `${title} (${tableUnit})` : title,
      columns: table.columns.map((column) => ({
        label: column.title,
        kind: column.align === 'end' ? 'figure' : 'text',
      })),
      rows: table.rows.map((row) => row.map(words)),
    },
    context,
  );
  return html`<figure>
    <figcaption>
      <h3>${title}</h3>
      <p class="say">${summary}</p>
    </figcaption>
    ${
      legend.length === 0
        ? undefined
        : html`<ul class="legend">
            ${legend.map(legendHtml)}
          </ul>`
    }
    ${safeSvg(svg, context.nextChart())}
    <details>
      <summary>${context.texts.report.chartData}</summary>
      ${data}
    </details>
  </figure> `;
}

/** A swatch and its word; hatched colours are drawn as stripes. */
function legendHtml({ label, colour, hatched }: LegendEntry): Html {
  const swatch = hatched
    ? html`<path d="M0,10L10,0M-3,3L3,-3M7,13L13,7" stroke="${colour}" stroke-width="2" />`
    : html`<rect width="10" height="10" fill="${colour}" />`;
  return html`<li><svg width="10" height="10" aria-hidden="true">${swatch}</svg> ${label}</li> `;
}
