/** A report for one customer: its head names neither workbook nor scenario, since either may name others. */
import type { ReportDocument } from '../../../core/report/document.ts';
import { type ReportPlan, SECTIONS } from '../../../core/report/plan.ts';
import type { CustomerReportText } from '../../../core/text/en/customer-report.ts';
import { CUSTOMER_SECTIONS, type CustomerInput } from './sections.ts';

/** @param customer as the portfolio names it */
export function customerDocument(
  plan: ReportPlan,
  customer: string,
  locale: string,
  input: CustomerInput & { readonly text: CustomerReportText },
): ReportDocument {
  const { text, window, format } = input;
  const chosen = SECTIONS.filter((id) => plan.sections.includes(id));
  return {
    title: text.untitled,
    subtitle: text.method.asOf(format.day(window.asOf), window.horizonMonths),
    ...(customer === '' ? {} : { generatedFor: customer }),
    edition: 'customer',
    language: plan.language,
    ...{ locale, paper: plan.paper, brand: plan.brand, asOf: window.asOf },
    sections: chosen.flatMap((id) => CUSTOMER_SECTIONS[id]?.(input) ?? []),
    footer: text.footer,
  };
}
