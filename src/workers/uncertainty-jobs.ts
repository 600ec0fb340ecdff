/** The jobs of uncertainty: what the pool needs of the book, with the figures without uncertainty beside it. */
import type { Day } from '../core/days.ts';
import { exportFileName } from '../core/file-name.ts';
import { idKey } from '../core/ids.ts';
import type { Result } from '../core/result.ts';
import { type Table, textAt } from '../core/table.ts';
import { type TrialTotals, trialsCsv } from '../exporters/uncertainty-trials.ts';
import { type MonthTotals, type Simulation, type SimulationRequest, type Totals, simulate } from '../sim/index.ts';
import { type InputProblem, type Tornado, type TrialPlan, planTrials, tornadoOf } from '../sim/uncertainty/index.ts';
import type { Engine } from './engine.ts';
import type { ExportedFile } from './export-results.ts';
import type { JobHost } from './protocol.ts';
import { transferablesOf } from './transferables.ts';

/** The plan of a scenario's trials, and what the simulation says without uncertainty. */
export interface PlannedTrials {
  /** The state of the datasets that it was made on. */
  readonly revision: string;
  readonly plan: TrialPlan;
  readonly totals: readonly Totals[];
  readonly months: readonly MonthTotals[];
  /** Extra of each of the plan's owners, minor units. */
  readonly owners: Float64Array;
  readonly tornado: Tornado;
}

export interface TrialsExport extends TrialTotals {
  readonly asOf: Day;
  readonly workbookName: string;
}

export type UncertaintyJobs = {
  /** Errors: inputs that cannot be drawn. */
  uncertaintyPlan: {
    input: SimulationRequest;
    progress: undefined;
    output: Result<PlannedTrials, readonly InputProblem[]>;
  };
  /** The totals of all trials as CSV; the seed is in its name too. */
  exportTrials: { input: TrialsExport; progress: undefined; output: ExportedFile };
};

export function uncertaintyJobs(engine: Engine): JobHost<UncertaintyJobs> {
  return {
    uncertaintyPlan: async (request, { transfer }) => {
      const { book, revision } = await engine.ready();
      const plan = planTrials(book, request);
      if (!plan.ok) return plan;
      const simulation = simulate(book, request);
      const { totals, months } = simulation;
      const owners = ownerExtras(simulation, plan.value);
      const tornado = tornadoOf(plan.value);
      const planned: PlannedTrials = { revision, plan: plan.value, totals, months, owners, tornado };
      return transfer({ ok: true, value: planned }, transferablesOf(planned));
    },
    exportTrials: (trials, { transfer }) => {
      const file = trialsFile(trials);
      return transfer(file, [file.bytes.buffer]);
    },
  };
}

function trialsFile({ asOf, workbookName, ...trials }: TrialsExport): ExportedFile {
  const name = exportFileName('trials-csv', asOf, `${workbookName} seed ${trials.seed}`);
  return { name, type: 'text/csv;charset=utf-8', bytes: new TextEncoder().encode(trialsCsv(trials)) };
}

function ownerExtras({ table, amounts }: Simulation, { owners, currencies }: TrialPlan): Float64Array {
  const keyOf = (currency: string, customerId: string): string => `${currency}|${idKey(customerId)}`;
  const places = new Map(
    owners.map((owner, place) => [keyOf(currencies[owner.currency] ?? '', owner.customerId), place]),
  );
  const extras = new Float64Array(owners.length);
  for (let row = 0; row < table.rows; row++) {
    const place = places.get(keyOf(cell(table, 'currency', row), cell(table, 'customerId', row)));
    if (place !== undefined) extras[place] = (extras[place] ?? 0) + (amounts.extra[row] ?? 0);
  }
  return extras;
}

function cell(table: Table, name: string, row: number): string {
  return textAt(table.columns.get(name), row);
}
