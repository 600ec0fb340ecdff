/** The figures of a report: charts, months by cause, customers, the cliff; one table a currency. */
import { customerExtras } from '../../charts/customer-extras.ts';
import { type CostPart, EXTRA_PARTS, partsInUse, type Parts, partsOf } from '../../charts/parts.ts';
import type { LegendEntry } from '../../core/chart.ts';
import { fraction } from '../../core/exact.ts';
import type { Format } from '../../core/format.ts';
import type { Minor } from '../../core/money.ts';
import { reportText } from '../../core/text/en/report.ts';
import { chartText } from '../../core/text/en/charts.ts';
import type { Amounts, Totals } from '../../sim/types.ts';
import { sortedMonths } from '../results/document.ts';
import { html, type Html } from './html.ts';
import type { ReportChart } from './input.ts';
import { changeOf, type ReportPage, section } from './page.ts';
import { safeSvg } from './safe-svg.ts';
import { type ReportColumn, tableOf } from './table.ts';

const { columns, headings, sentences } = reportText;

export function chartsOf({ input }: ReportPage): Html | undefined {
  if (input.charts.length === 0) return undefined;
  return html`<section>
    <h2>${headings.charts}</h2>
    ${input.charts.map(chartOf)}
  </section> `;
}

function chartOf({ title, summary, svg, legend = [], table, tableUnit }: ReportChart, index: number): Html {
  const cells = table.columns.map((column, position): ReportColumn<readonly string[]> => ({
    label: column.title,
    kind: column.align === 'end' ? 'figure' : 'text',
    cell: (row) => row[position],
  }));
  return html`<figure>
    <figcaption>
      <h3>${title}</h3>
      <p class="say">${summary}</p>
    </figcaption>
    ${
      legend.length === 0
        ? undefined
        : html`<ul class="legend">
            ${legend.map(legendEntry)}
          </ul>`
    }
    ${safeSvg(svg, `chart${String(index + 1)}-`)}
    <details>
      <summary>${reportText.chartData}</summary>
      ${tableOf(tableUnit ? `${title} (${tableUnit})` : title, cells, table.rows)}
    </details>
  </figure> `;
}

/** A swatch and its word; hatched colours are drawn as stripes. */
function legendEntry({ label, colour, hatched }: LegendEntry): Html {
  const swatch = hatched
    ? html`<path d="M0,10L10,0M-3,3L3,-3M7,13L13,7" stroke="${colour}" stroke-width="2" />`
    : html`<rect width="10" height="10" fill="${colour}" />`;
  return html`<li><svg width="10" height="10" aria-hidden="true">${swatch}</svg> ${label}</li> `;
}

/** Currencies with exposed subscriptions, each with its own block under one heading. */
function perCurrency(
  page: ReportPage,
  heading: string,
  sentence: string,
  block: (totals: Totals) => Html,
): Html | undefined {
  const exposed = page.totals.filter((totals) => totals.exposed > 0);
  if (exposed.length === 0) return undefined;
  const blocks = exposed.map(
    (totals) =>
      html`<h3>${totals.currency}</h3>
        ${block(totals)}`,
  );
  return section(heading, sentence, blocks);
}

interface MonthLine extends Amounts {
  readonly label: string;
}

/** EST cost by month and cause, and who pays. */
export function monthsOf(page: ReportPage): Html | undefined {
  const { format, input } = page;
  return perCurrency(page, headings.months, sentences.months, (totals) => {
    const { currency } = totals;
    const lines = sortedMonths(input.simulation)
      .filter((month) => month.currency === currency)
      .map((month): MonthLine => ({ ...month, label: format.month(month.month) }));
    const foot: MonthLine = { ...totals, label: reportText.total };
    return tableOf(`${headings.months}, ${currency}`, monthColumns(format, currency, [...lines, foot]), lines, foot);
  });
}

const PAYS = ['passed', 'delayed', 'absorbed'] as const;

function monthColumns(
  format: Format,
  currency: string,
  lines: readonly MonthLine[],
): readonly ReportColumn<MonthLine>[] {
  const amount = (label: string, value: (line: MonthLine) => Minor): ReportColumn<MonthLine> => ({
    label,
    kind: 'figure',
    cell: (line) => format.amount(value(line), currency),
  });
  const parts = partsInUse(EXTRA_PARTS, lines.map(partsOf));
  return [
    { label: columns.month, kind: 'code', cell: ({ label }) => label },
    amount(columns.current, ({ current }) => current),
    ...parts.map((part) => amount(chartText.parts[part], (line) => partsOf(line)[part])),
    amount(columns.est, ({ est }) => est),
    ...PAYS.map((key) => amount(reportText.figure[key], (line) => line[key])),
  ];
}

const TOP_CUSTOMERS = 10;

/** The customers with the largest extra cost. */
export function customersOf(page: ReportPage): Html | undefined {
  const { format, input } = page;
  return perCurrency(page, headings.customers, sentences.customers, ({ currency }) =>
    tableOf(
      `${headings.customers}, ${currency}`,
      [
        { label: columns.customer, cell: ({ name }) => name || reportText.noCustomer },
        { label: columns.current, kind: 'figure', cell: ({ parts }) => format.amount(parts.current, currency) },
        {
          label: columns.est,
          kind: 'figure',
          cell: ({ parts, extra }) => format.amount(parts.current + extra, currency),
        },
        { label: columns.extra, kind: 'figure', cell: ({ extra }) => changeOf(format, extra, currency) },
      ],
      customerExtras(input.simulation, currency).slice(0, TOP_CUSTOMERS),
    ),
  );
}

/** From today's cost to the EST cost, cause by cause. */
export function cliffOf(page: ReportPage): Html | undefined {
  const { format } = page;
  return perCurrency(page, headings.cliff, sentences.cliff, (totals) => {
    const { currency, extra } = totals;
    const parts: Parts = partsOf(totals);
    const isShared = extra > 0 && EXTRA_PARTS.every((part) => parts[part] <= extra);
    return tableOf<CostPart | 'extra'>(
      `${headings.cliff}, ${currency}`,
      [
        { label: columns.cause, cell: (part) => (part === 'extra' ? reportText.figure.extra : chartText.parts[part]) },
        {
          label: columns.amount,
          kind: 'figure',
          cell: (part) => changeOf(format, part === 'extra' ? extra : parts[part], currency),
        },
        {
          label: columns.share,
          kind: 'figure',
          cell: (part) =>
            // Of a saving, or of a sum of rises and falls, parts are no shares.
            isShared ? format.percent(fraction(part === 'extra' ? extra : parts[part], extra), 1) : '',
        },
      ],
      EXTRA_PARTS,
      'extra',
    );
  });
}
