/** The document of a report: the simulation in its scope, and each chosen section gathered from the engine. */
import { createFormat } from '../../core/format.ts';
import { withOverrides } from '../../core/overrides/apply.ts';
import type { ReportDocument, ReportSection } from '../../core/report/document.ts';
import { type ReportPlan, SECTIONS, type SectionId } from '../../core/report/plan.ts';
import { DEFAULT_SCENARIO } from '../../core/scenario/defaults.ts';
import type { DatasetInfo } from '../../core/schema/dataset.ts';
import { type Table, textAt } from '../../core/table.ts';
import { reportTexts } from '../../core/text/report-texts.ts';
import { customerDocument } from '../../exporters/report/customer/document.ts';
import { sectionContext } from '../../exporters/report/context.ts';
import { reportDocument } from '../../exporters/report/document.ts';
import type { ReportNames } from '../../exporters/report/input.ts';
import { type Book, type SimulationRequest, simulate } from '../../sim/index.ts';
import { customerView } from '../../sim/payers/customer-view.ts';
import type { NamedScenario } from '../../sim/compare/types.ts';
import type { TypedObligations } from '../../sim/obligations/mca/standings.ts';
import type { Engine } from '../engine.ts';
import { simulationCharts } from './charts.ts';
import { GATHERERS } from './gatherers.ts';
import { type Gathering, turn } from './gathering.ts';
import { rulesUsed } from './rules-used.ts';
import { scopeRows } from './scope.ts';

export interface DocumentRequest {
  readonly plan: ReportPlan;
  /** Of the whole portfolio; the plan's scope narrows it. */
  readonly simulation: SimulationRequest;
  /** Rows that the workbook's filter shows; undefined: all. */
  readonly filtered?: Uint32Array | undefined;
  /** Scenarios to stand side by side. */
  readonly compared?: readonly NamedScenario[] | undefined;
  /** Seats after the term end that are not as many as today, by subscription id as it is matched. */
  readonly seatsWanted?: ReadonlyMap<string, number> | undefined;
  /** What was typed about acceptances of customers, and rules added to the book. */
  readonly obligations?: TypedObligations | undefined;
  readonly workbookName: string;
  /** BCP 47, of the reader who makes it. */
  readonly locale: string;
}

/** Where the sections come from. */
export interface DocumentSources {
  readonly engine: Engine;
  readonly book: Book;
  readonly inputs: readonly DatasetInfo[];
}

export interface DocumentProgress {
  readonly done: number;
  readonly of: number;
  readonly section: SectionId;
}

/** Rejects with `AbortError` when the signal fires. */
export async function documentOf(
  request: DocumentRequest,
  sources: DocumentSources,
  signal: AbortSignal,
  report: (progress: DocumentProgress) => void = () => undefined,
): Promise<ReportDocument> {
  const { plan, workbookName, locale } = request;
  if (plan.edition === 'customer') return documentForCustomer(request, sources.book);
  const gathering = await gatheringOf(request, sources, signal);
  const chosen = SECTIONS.filter((id) => plan.sections.includes(id));
  const sections: ReportSection[] = [];
  for (const [done, section] of chosen.entries()) {
    report({ done, of: chosen.length, section });
    await turn(signal);
    sections.push(...(await GATHERERS[section](gathering)));
  }
  const { window, scenario } = gathering.request;
  const customer = plan.scope.kind === 'customer' ? plan.scope.customer : undefined;
  return reportDocument(
    { plan, title: workbookName, generatedFor: customer, locale, window, scenario: scenario.name },
    sections,
  );
}

/** Made from that customer's rows and from what it may see of them alone. */
function documentForCustomer({ plan, simulation, locale }: DocumentRequest, book: Book): ReportDocument {
  const { scope, language } = plan;
  const [rows, customer] =
    scope.kind === 'customer' ? [scopeRows(book, scope, undefined), scope.customer] : [new Uint32Array(0), ''];
  const { rows: _, ...whole } = simulation;
  const chosen = plan.locale ?? locale;
  return customerDocument(plan, customer, chosen, {
    subscriptions: customerView(book, { ...whole, rows: rows ?? new Uint32Array(0) }),
    window: simulation.window,
    text: reportTexts(language).customer,
    format: createFormat(chosen),
  });
}

const NOTHING_TYPED: TypedObligations = { entries: [], packs: [] };

async function gatheringOf(
  request: DocumentRequest,
  { engine, book, inputs }: DocumentSources,
  signal: AbortSignal,
): Promise<Gathering> {
  const {
    plan,
    compared = [],
    filtered,
    seatsWanted = new Map<string, number>(),
    obligations = NOTHING_TYPED,
  } = request;
  const { rows: _, ...whole } = request.simulation;
  const rows = scopeRows(book, plan.scope, filtered);
  const scoped: SimulationRequest = rows === undefined ? whole : { ...whole, rows };
  const simulation = simulate(book, scoped);
  const locale = plan.locale ?? request.locale;
  const texts = reportTexts(plan.language);
  const format = createFormat(locale);
  const isDrawn = plan.sections.includes('exposure') || plan.sections.includes('cliff');
  const context = sectionContext({
    ...{ texts, locale, simulation, inputs, scenario: scoped.scenario, defaults: DEFAULT_SCENARIO },
    unpricedNames: namesOf(withOverrides(book.portfolio.table, scoped.scenario.overrides)),
    charts: isDrawn ? await simulationCharts(simulation, { format, text: texts.chart }) : { exposure: [], cliff: [] },
    rules: rulesUsed(simulation),
  });
  const made = { engine, book, request: scoped, simulation, inputs, plan, texts, format, context, compared };
  return { ...made, seatsWanted, obligations, signal };
}

/** As the app's dialogs name a subscription that no result names. */
function namesOf(portfolio: Table): (row: number) => ReportNames {
  const cell = (name: string, row: number): string => textAt(portfolio.columns.get(name), row);
  return (row) => ({
    customer: cell('customerName', row) || cell('customerId', row),
    product: cell('offerName', row) || `${cell('productId', row)} ${cell('skuId', row)}`,
  });
}
