/** Report inputs: one plain, one with the same hostile text in every field that a file or a user can fill. */
import { diagnose } from '../../src/core/diagnostics.ts';
import type { ReportChart, ReportDocument } from '../../src/core/report/document.ts';
import { DEFAULT_PLAN, type ReportPlan } from '../../src/core/report/plan.ts';
import { reportTexts } from '../../src/core/text/report-texts.ts';
import { sectionContext } from '../../src/exporters/report/context.ts';
import { reportDocument } from '../../src/exporters/report/document.ts';
import type { ReportInput } from '../../src/exporters/report/input.ts';
import { SIMULATION_SECTIONS } from '../../src/exporters/report/sections/index.ts';
import { dataset, day, handMadeSimulation, month, totals } from '../support/simulation.ts';
import { fullScenario, plainScenario } from './scenarios.ts';
import { tinyInputs, tinySimulation } from './tiny.ts';

/** As Vega writes one, with a clip that two charts would otherwise share. */
export const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" version="1.1" class="marks" ' +
  'width="400" height="60" viewBox="0 0 400 60"><defs><clipPath id="clip0"><rect x="0" y="0" width="400" height="60"></rect>' +
  '</clipPath></defs><g clip-path="url(#clip0)" fill="none"><path d="M0,0h10v10Z" fill="var(--part-uplift)"/>' +
  '<text text-anchor="end" font-family="Arial, sans-serif">A &amp; B &lt;1</text></g></svg>';

const chart: ReportChart = {
  title: 'EST cost by month and cause',
  summary: 'Peak in January 2027.',
  svg: SVG,
  legend: [
    { label: 'EST uplift', colour: 'var(--part-uplift)', hatched: false },
    { label: 'Passed on late', colour: 'var(--pays-delayed)', hatched: true },
  ],
  table: {
    columns: [
      { title: 'Month', align: 'start' },
      { title: 'EST', align: 'end' },
    ],
    rows: [['Jan', '6,525.00']],
  },
};

/** What a report is made from, with the words on its head. */
export interface TestReport extends ReportInput {
  readonly title: string;
  readonly generatedFor?: string;
  readonly plan?: Partial<ReportPlan>;
}

/** The document of a report with the sections that a simulation is enough for. */
export function documentOf({ title, generatedFor, plan = {}, ...given }: TestReport): ReportDocument {
  const whole = { ...DEFAULT_PLAN, ...plan };
  const input = { ...given, texts: reportTexts(whole.language) };
  const context = sectionContext(input);
  const { window } = input.simulation;
  const head = { plan: whole, title, generatedFor, locale: input.locale, window, scenario: input.scenario.name };
  return reportDocument(
    head,
    whole.sections.flatMap((id) => SIMULATION_SECTIONS[id]?.(context) ?? []),
  );
}

export const plainReport: TestReport = {
  title: 'Northwind Cloud, renewals FY27',
  texts: reportTexts('en'),
  locale: 'en-GB',
  simulation: tinySimulation,
  scenario: fullScenario('c-1'),
  defaults: plainScenario,
  inputs: tinyInputs,
  charts: { exposure: [chart], cliff: [chart] },
  rules: [{ id: 'R-005', statement: 'E = hu2(M × 1.03)', source: 'Microsoft Learn', confidence: 'high' }],
};

/** A report whose every text is `text`. */
export function hostileReport(text: string): TestReport {
  const row = {
    ...{ id: text, customerId: text, customer: text, product: text, productId: text, skuId: text, segment: text },
    ...{ termDuration: text, billingPlan: text, currency: 'USD', rule: text, notes: text, estSource: text },
    ...{ seats: '1', termEnd: day('2026-12-31'), exposed: true, amounts: { est: 2, current: 1, extra: 1 } },
  };
  const found = diagnose('error', 'unreadable', { file: text, row: 1, column: text, text }, { reason: text });
  return {
    title: text,
    generatedFor: text,
    plan: { brand: { name: text, logo: text, colour: text } },
    texts: reportTexts('en'),
    locale: 'en-GB',
    simulation: handMadeSimulation({
      rows: [
        { ...row, outcome: 'est-drift' },
        { ...row, outcome: text },
      ],
      totals: [totals('USD', { subscriptions: 2, exposed: 2, est: 4, current: 2, extra: 2 })],
      months: [month('2027-01', 'USD', { est: 4, current: 2, extra: 2 })],
      unpriced: [{ row: 2, id: text, reason: text }],
      diagnostics: [found],
    }),
    scenario: fullScenario(text),
    defaults: plainScenario,
    inputs: [dataset({ file: text, sha256: text, diagnostics: [found] })],
    charts: {
      cliff: [],
      exposure: [
        {
          ...chart,
          title: text,
          summary: text,
          legend: [{ label: text, colour: text, hatched: false }],
          table: { columns: [{ title: text, align: 'start' }], rows: [[text]] },
        },
      ],
    },
    rules: [{ id: text, statement: text, source: text, confidence: 'high' }],
  };
}
