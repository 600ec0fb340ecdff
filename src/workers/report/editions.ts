/** The document of a report in its edition: each edition is made from what its reader may know, before any section is. */
import { Twin } from '../../core/editions/twin.ts';
import { createFormat } from '../../core/format.ts';
import { idKey } from '../../core/ids.ts';
import { bucketed } from '../../core/report/bucketed.ts';
import type { ReportDocument } from '../../core/report/document.ts';
import type { ReportPlan, ReportScope, SectionId } from '../../core/report/plan.ts';
import { proofSection } from '../../exporters/report/proof.ts';
import { prepareBook } from '../../sim/index.ts';
import { Engine } from '../engine.ts';
import { documentOf, type DocumentProgress, type DocumentRequest, type DocumentSources } from './document-of.ts';

export interface EditionRequest extends DocumentRequest {
  /** Of the codes of a report without names: random, other for each file. */
  readonly key?: Uint8Array | undefined;
}

export interface EditionDocument {
  readonly document: ReportDocument;
  /** What the codes in it stand for; undefined: there are none. */
  readonly names?: ReadonlyMap<string, string>;
}

/** Rejects with `AbortError` when the signal fires. */
export async function editionDocument(
  request: EditionRequest,
  sources: DocumentSources,
  signal: AbortSignal,
  report?: (progress: DocumentProgress) => void,
): Promise<EditionDocument> {
  switch (request.plan.edition) {
    case 'partner':
    case 'customer':
      return { document: await documentOf(request, sources, signal, report) };
    case 'consultant':
      return consultantEdition(request, sources, signal, report);
  }
}

/** Their rows are read from the store, which holds the real ones. */
const WITHOUT: ReadonlySet<SectionId> = new Set(['azure', 'obligations']);

async function consultantEdition(
  request: EditionRequest,
  { engine, book }: DocumentSources,
  signal: AbortSignal,
  report?: (progress: DocumentProgress) => void,
): Promise<EditionDocument> {
  const key = request.key ?? crypto.getRandomValues(new Uint8Array(32));
  const twin = new Twin(engine.used, key);
  const twinBook = prepareBook({ datasets: twin.datasets });
  const plan = twinPlan(request.plan, twin);
  const { filtered, compared = [], seatsWanted = new Map<string, number>(), locale } = request;
  const twinRequest: DocumentRequest = {
    plan,
    simulation: { scenario: twin.scenario(request.simulation.scenario), window: request.simulation.window },
    filtered: filtered && twin.rowsOf(book.portfolio, twinBook.portfolio, filtered),
    compared: compared.map(({ id, name, scenario }) => ({
      id,
      name: twin.nameOf('scenario', name),
      scenario: twin.scenario(scenario),
    })),
    seatsWanted: new Map([...seatsWanted].map(([id, seats]) => [idKey(twin.nameOf('subscriptionId', id)), seats])),
    workbookName: '',
    locale,
  };
  const sources = { engine: Engine.of(twin.datasets), book: twinBook, inputs: twin.datasets };
  const made = await documentOf(twinRequest, sources, signal, report);
  const whole = plan.amounts === 'bucketed' ? bucketed(made) : made;
  const proof = proofSection(twin.removed(), plan, createFormat(plan.locale ?? locale));
  return { document: { ...whole, sections: [...whole.sections, proof] }, names: twin.real };
}

function twinPlan(plan: ReportPlan, twin: Twin): ReportPlan {
  return { ...plan, scope: twinScope(plan.scope, twin), sections: plan.sections.filter((id) => !WITHOUT.has(id)) };
}

function twinScope(scope: ReportScope, twin: Twin): ReportScope {
  if (scope.kind !== 'customer') return scope;
  const { kind, customerId, customer } = scope;
  return { kind, customerId: twin.nameOf('customerId', customerId), customer: twin.nameOf('customer', customer) };
}
