/** The document of a report: its head and its sections, whatever they were made from. */
import { createFormat } from '../../core/format.ts';
import type { ReportDocument, ReportSection } from '../../core/report/document.ts';
import type { ReportPlan } from '../../core/report/plan.ts';
import { reportTexts } from '../../core/text/report-texts.ts';
import type { Window } from '../../sim/types.ts';

export interface ReportHead {
  readonly plan: ReportPlan;
  /** Empty: the report says what it is. */
  readonly title: string;
  /** Who it is for, such as a customer's name. */
  readonly generatedFor?: string | undefined;
  /** BCP 47, of the reader who makes it; the plan may say another. */
  readonly locale: string;
  readonly window: Window;
  /** Name of the scenario. */
  readonly scenario: string;
}

export function reportDocument(head: ReportHead, sections: readonly ReportSection[]): ReportDocument {
  const { plan, title, generatedFor, window, scenario } = head;
  const { report } = reportTexts(plan.language);
  const locale = plan.locale ?? head.locale;
  const { asOf, horizonMonths } = window;
  return {
    title: title.trim() || report.untitled,
    subtitle: report.subtitle(createFormat(locale).day(asOf), horizonMonths, scenario),
    ...(generatedFor === undefined ? {} : { generatedFor }),
    edition: plan.edition,
    language: plan.language,
    locale,
    paper: plan.paper,
    brand: plan.brand,
    asOf,
    sections,
    footer: report.footer,
  };
}
