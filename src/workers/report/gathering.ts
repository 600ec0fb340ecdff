/** What the gatherers of a report's sections draw on. */
import type { Format } from '../../core/format.ts';
import type { ReportSection } from '../../core/report/document.ts';
import type { ReportPlan } from '../../core/report/plan.ts';
import type { ReportTexts } from '../../core/text/report-texts.ts';
import type { DatasetInfo } from '../../core/schema/dataset.ts';
import type { SectionContext } from '../../exporters/report/context.ts';
import type { Book, Simulation, SimulationRequest } from '../../sim/index.ts';
import type { TypedObligations } from '../../sim/obligations/mca/standings.ts';
import type { NamedScenario } from '../../sim/compare/types.ts';
import type { Engine } from '../engine.ts';

export interface Gathering {
  readonly engine: Engine;
  readonly book: Book;
  /** In its scope: `rows` says which subscriptions. */
  readonly request: SimulationRequest;
  readonly simulation: Simulation;
  /** Files that count. */
  readonly inputs: readonly DatasetInfo[];
  readonly plan: ReportPlan;
  readonly texts: ReportTexts;
  readonly format: Format;
  readonly context: SectionContext;
  /** Scenarios to stand side by side, as the user chose them; fewer than two are no comparison. */
  readonly compared: readonly NamedScenario[];
  /** Seats after the term end that are not as many as today, by subscription id as it is matched. */
  readonly seatsWanted: ReadonlyMap<string, number>;
  /** What was typed about acceptances, and rules added to the book. */
  readonly obligations: TypedObligations;
  readonly signal: AbortSignal;
}

/** The sections of one choice; none where there is nothing to say. Gives up as `AbortError` when the signal fires. */
export type Gatherer = (from: Gathering) => Promise<readonly ReportSection[]> | readonly ReportSection[];

/** Lets a cancel arrive, and gives up if it has. */
export async function turn(signal: AbortSignal): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
  signal.throwIfAborted();
}
