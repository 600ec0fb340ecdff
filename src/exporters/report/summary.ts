/** The head of a report and its key figures, one block a currency. */
import { reportingWords } from '../../core/scenario/reporting-words.ts';
import { reportText } from '../../core/text/en/report.ts';
import type { Totals } from '../../sim/types.ts';
import { html, type Html, type HtmlValue } from './html.ts';
import { changeOf, type ReportPage } from './page.ts';

const { figure, headings, sentences } = reportText;

export function headOf({ input, title, format }: ReportPage): Html {
  const { generatedFor, scenario, simulation } = input;
  const { asOf, horizonMonths } = simulation.window;
  return html`<header>
    <h1>${title}</h1>
    <p>${reportText.subtitle(format.day(asOf), horizonMonths, scenario.name)}</p>
    ${generatedFor === undefined ? undefined : html`<p>${reportText.generatedFor(generatedFor)}</p>`}
  </header> `;
}

/** Key figures and a sentence for each currency; amounts of different currencies are never added. */
export function summaryOf(page: ReportPage): Html {
  const exposed = page.totals.some((totals) => totals.exposed > 0);
  return html`<section>
    <h2>${headings.summary}</h2>
    ${exposed ? undefined : html`<p class="say">${sentences.nothing}</p>`}
    ${page.totals.map((totals) => currencyOf(page, totals))}${reportingOf(page)}
  </section> `;
}

/** Sums over all currencies, beside the exact ones; only where the scenario names a reporting currency. */
function reportingOf({ input, format }: ReportPage): Html | undefined {
  const { reporting } = input.simulation;
  if (!reporting) return undefined;
  const words = reportingWords(reporting, format);
  if ('missing' in words) return html`<p class="say">${words.missing}</p>`;
  return html`<p class="say">${words.label}: ${words.sums}. ${words.rates}</p>`;
}

type ShownAmount = 'est' | 'current' | 'renew' | 'promotion' | 'passed' | 'delayed' | 'absorbed' | 'margin';

function currencyOf({ format }: ReportPage, totals: Totals): Html {
  const { currency } = totals;
  const sentence = sentences.summary(
    currency,
    totals.exposed,
    totals.subscriptions,
    format.money(totals.est, currency),
    format.signed(totals.extra, currency),
  );
  const amount = (key: ShownAmount): Html => figureOf(figure[key], format.amount(totals[key], currency), currency);
  const ofAll = figure.of(totals.subscriptions);
  return html`<p class="say">${totals.exposed > 0 ? sentence : currency}</p>
    <dl class="kpis">
      ${figureOf(figure.exposed, format.count(totals.exposed), ofAll)}${figureOf(figure.atRisk, format.count(totals.atRisk), ofAll)}
      ${figureOf(figure.unpriced, format.count(totals.unpriced), ofAll)}${amount('est')}${amount('current')}${amount('renew')}
      ${figureOf(figure.extra, changeOf(format, totals.extra, currency), currency)}${amount('promotion')}
      ${amount('passed')}${amount('delayed')}${amount('absorbed')}${amount('margin')}
    </dl> `;
}

function figureOf(label: string, value: HtmlValue, unit: string): Html {
  return html`<div>
    <dt>${label}</dt>
    <dd>${value} <span class="unit">${unit}</span></dd>
  </div>`;
}
