/** The report: one static page without script or request, the same bytes for the same input. */
import { reportText } from '../../core/text/en/report.ts';
import { assumptionTable, diagnosticTable, inputTable, ruleTable } from './evidence.ts';
import { chartsOf, cliffOf, customersOf, monthsOf } from './figures.ts';
import { html, trustedMarkup } from './html.ts';
import type { ReportInput } from './input.ts';
import { reportPage } from './page.ts';
import { REPORT_STYLE } from './style.ts';
import { subscriptionsOf, unpricedOf } from './subscriptions.ts';
import { headOf, summaryOf } from './summary.ts';

/** The page may style itself and hold pictures; it may load, run, send and frame nothing. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/** The report as one HTML file. All texts of files and users are escaped; its only date is the as-of. */
export function reportHtml(input: ReportInput): string {
  const page = reportPage(input);
  const document = html`<!doctype html>
    <html lang="${reportText.lang}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${trustedMarkup(POLICY)}" />
        <meta name="referrer" content="no-referrer" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${page.title}</title>
        <style>
          ${trustedMarkup(REPORT_STYLE)}
        </style>
      </head>
      <body>
        ${headOf(page)}
        <main>
          ${[summaryOf, chartsOf, cliffOf, monthsOf, customersOf, subscriptionsOf, unpricedOf].map((part) => part(page))}
          ${[assumptionTable, inputTable, ruleTable, diagnosticTable].map((part) => part(page))}
        </main>
        <footer><p>${reportText.footer}</p></footer>
      </body>
    </html> `;
  return document.toString();
}
