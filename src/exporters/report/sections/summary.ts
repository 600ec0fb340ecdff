/** Key figures and a sentence for each currency; amounts of different currencies are never added. */
import { reportingWords } from '../../../core/scenario/reporting-words.ts';
import type { ReportBlock, ReportCell, ReportFigure, ReportSection } from '../../../core/report/document.ts';
import type { Totals } from '../../../sim/types.ts';
import { change, count, figures, money, paragraph } from '../cells.ts';
import type { SectionContext } from '../context.ts';

export function summarySections(context: SectionContext): readonly ReportSection[] {
  const { headings, sentences } = context.texts.report;
  const isExposed = context.totals.some((totals) => totals.exposed > 0);
  const blocks = [
    ...(isExposed ? [] : [paragraph(sentences.nothing)]),
    ...context.totals.flatMap((totals) => currencyBlocks(context, totals)),
    ...reportingBlock(context),
  ];
  return [{ id: 'summary', heading: headings.summary, blocks }];
}

/** Sums over all currencies, beside the exact ones; only where the scenario names a reporting currency. */
function reportingBlock({ input, format, texts }: SectionContext): readonly ReportBlock[] {
  const { reporting } = input.simulation;
  if (!reporting) return [];
  const words = reportingWords(reporting, format, { reporting: texts.report.reporting, fx: texts.rules.fx });
  if ('missing' in words) return [paragraph(words.missing)];
  return [paragraph(`${words.label}: ${words.sums}. ${words.rates}`)];
}

const AMOUNTS_BEFORE = ['est', 'current', 'renew'] as const;
const AMOUNTS_AFTER = ['promotion', 'passed', 'delayed', 'absorbed', 'margin'] as const;

function currencyBlocks({ format, texts }: SectionContext, totals: Totals): readonly ReportBlock[] {
  const { figure, sentences } = texts.report;
  const { currency, exposed, subscriptions, est, extra } = totals;
  const sentence = sentences.summary(
    currency,
    exposed,
    subscriptions,
    format.money(est, currency),
    format.signed(extra, currency),
  );
  const ofAll = figure.of(subscriptions);
  const one = (label: string, value: ReportCell, unit: string): ReportFigure => ({ label, value, unit });
  const amount = (key: (typeof AMOUNTS_BEFORE | typeof AMOUNTS_AFTER)[number]): ReportFigure =>
    one(figure[key], money(totals[key], currency), currency);
  return [
    paragraph(exposed > 0 ? sentence : currency),
    figures([
      one(figure.exposed, count(exposed), ofAll),
      one(figure.atRisk, count(totals.atRisk), ofAll),
      one(figure.unpriced, count(totals.unpriced), ofAll),
      ...AMOUNTS_BEFORE.map(amount),
      one(figure.extra, change(extra, currency), currency),
      ...AMOUNTS_AFTER.map(amount),
    ]),
  ];
}
