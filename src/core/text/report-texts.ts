/** All words of a report in one of its languages. */
import type { Language } from '../report/plan.ts';
import { chartText as germanCharts } from './de/charts.ts';
import { customerReportText as germanCustomer } from './de/customer-report.ts';
import { reportText as germanReport } from './de/report.ts';
import { reportPartsText as germanParts } from './de/report-parts.ts';
import { ruleValueText as germanRules } from './de/rule-values.ts';
import { unpricedReasons as germanReasons } from './de/unpriced.ts';
import { type ChartText, chartText } from './en/charts.ts';
import { type CustomerReportText, customerReportText } from './en/customer-report.ts';
import { type ReportText, reportText } from './en/report.ts';
import { type ReportPartsText, reportPartsText } from './en/report-parts.ts';
import { ruleValueText } from './en/rule-values.ts';
import { type UnpricedCode, unpricedReasons } from './en/unpriced.ts';
import type { Words } from './words.ts';

export interface ReportTexts {
  readonly language: Language;
  readonly report: ReportText;
  /** Of the customer's edition. */
  readonly customer: CustomerReportText;
  readonly chart: ChartText;
  /** Of the parts beyond the simulation. */
  readonly parts: ReportPartsText;
  readonly rules: Words<typeof ruleValueText>;
  /** A reason of the engine, which it gives in English; unchanged where the language has no other. */
  readonly reason: (english: string) => string;
}

const ENGLISH: ReportTexts = {
  ...{
    language: 'en',
    report: reportText,
    customer: customerReportText,
    parts: reportPartsText,
    chart: chartText,
    rules: ruleValueText,
  },
  reason: (english) => english,
};

const codeOf = new Map(Object.entries(unpricedReasons).map(([code, text]) => [text as string, code as UnpricedCode]));

const GERMAN: ReportTexts = {
  ...{
    language: 'de',
    report: germanReport,
    customer: germanCustomer,
    parts: germanParts,
    chart: germanCharts,
    rules: germanRules,
  },
  reason: (english) => {
    const code = codeOf.get(english);
    return code === undefined ? english : germanReasons[code];
  },
};

export function reportTexts(language: Language): ReportTexts {
  return { en: ENGLISH, de: GERMAN }[language];
}
