/** A scenario without one customer: what is tied to them goes, what others wrote about them is blanked. */
import { parsePath } from '../branches/path.ts';
import type { Override, Overrides, RowOverrides } from '../overrides/override.ts';
import type { AzureAssumptions, JudgedSpend } from '../scenario/azure.ts';
import type { AssumptionNote } from '../scenario/notes.ts';
import { DEFAULT_UNCERTAINTY } from '../scenario/read-uncertainty.ts';
import type { Decision, Scenario } from '../scenario/scenario.ts';
import type { Uncertainty } from '../scenario/uncertainty.ts';
import type { Eraser } from './eraser.ts';

/** Parts that do not speak of the customer stay the same objects. @param unnamed the name of a scenario that had theirs */
export function erasedScenario(scenario: Scenario, eraser: Eraser, unnamed: string): Scenario {
  const { est, margin, fx, uncertainty } = scenario;
  return {
    ...scenario,
    name: eraser.text('scenario-names', scenario.name, unnamed),
    est: { ...est, twins: eraser.list('assumptions', est.twins) },
    priceChanges: eraser.list('price-changes', scenario.priceChanges),
    decisions: eraser
      .list('decisions', scenario.decisions, ({ match, renewTo }) => [match, renewTo])
      .map((decision) => erasedDecision(decision, eraser)),
    margin: {
      ...margin,
      customers: eraser.map('margins', margin.customers),
      subscriptions: eraser.map('margins', margin.subscriptions),
    },
    clauses: eraser.map('clauses', scenario.clauses),
    overrides: erasedOverrides(scenario.overrides, eraser),
    fx: {
      shocks: eraser.list('assumptions', fx.shocks),
      rates: eraser.list('assumptions', fx.rates),
      reporting: fx.reporting !== undefined && eraser.traces.in(fx.reporting) ? undefined : fx.reporting,
    },
    uncertainty: uncertainty && erasedUncertainty(uncertainty, eraser),
    azure: erasedAzure(scenario.azure, eraser),
    meta: erasedNotes(scenario.meta, eraser),
  };
}

function erasedDecision(decision: Decision, eraser: Eraser): Decision {
  if (!eraser.speaks([decision.author, decision.reason])) return decision;
  return { ...decision, ...words(decision, eraser) };
}

/** Who said something and why, blanked where it speaks of the customer. */
function words(
  { author, reason }: { readonly author?: string; readonly reason?: string },
  eraser: Eraser,
): { author?: string; reason?: string } {
  return {
    ...(author === undefined ? {} : { author: eraser.text('notes', author) }),
    ...(reason === undefined ? {} : { reason: eraser.text('notes', reason) }),
  };
}

function erasedOverrides(overrides: Overrides, eraser: Eraser): Overrides {
  const kept = new Map<string, RowOverrides>();
  let same = true;
  for (const [id, row] of overrides) {
    const next = eraser.traces.in(id) ? undefined : erasedRow(row, eraser);
    same &&= next === row;
    for (const column of row.keys())
      if (!next?.has(column)) eraser.tally.add('overrides', JSON.stringify([id, column]));
    if (next && next.size > 0) kept.set(id, next);
  }
  return same ? overrides : kept;
}

/** A value that names the customer goes: what was imported stands there again. */
function erasedRow(row: RowOverrides, eraser: Eraser): RowOverrides {
  if (!eraser.speaks(row)) return row;
  return new Map(
    [...row].flatMap(([column, cell]) => {
      if (eraser.traces.in(cell.value)) return [];
      const next: Override = {
        ...cell,
        author: eraser.text('notes', cell.author),
        reason: eraser.text('notes', cell.reason),
      };
      return [[column, next] as const];
    }),
  );
}

function erasedUncertainty(uncertainty: Uncertainty, eraser: Eraser): Uncertainty {
  return {
    ...uncertainty,
    seed: eraser.text('assumptions', uncertainty.seed, DEFAULT_UNCERTAINTY.seed),
    inputs: eraser.list('uncertain', uncertainty.inputs),
    limits: eraser.list('assumptions', uncertainty.limits),
  };
}

function erasedAzure(azure: AzureAssumptions, eraser: Eraser): AzureAssumptions {
  const judged = (one: JudgedSpend): JudgedSpend =>
    eraser.speaks([one.author, one.reason])
      ? { ...one, author: eraser.text('notes', one.author), reason: eraser.text('notes', one.reason) }
      : one;
  return {
    ...azure,
    changes: eraser.list('azure', azure.changes),
    commitments: eraser.list('azure', azure.commitments),
    budgets: eraser.list('azure', azure.budgets),
    limits: eraser.list('azure', azure.limits),
    judged: eraser.list('verdicts', azure.judged, ({ finding }) => finding).map(judged),
  };
}

/** Notes on what is gone go with it. */
function erasedNotes(meta: Scenario['meta'], eraser: Eraser): Scenario['meta'] {
  const kept = [...meta].flatMap(([path, note]): readonly (readonly [string, AssumptionNote])[] => {
    const { keys } = parsePath(path) ?? { keys: [path] };
    if (keys.some((key) => eraser.traces.in(key))) {
      eraser.tally.add('notes', path);
      return [];
    }
    const { owner, reason } = note;
    if (!eraser.speaks([owner, reason])) return [[path, note]];
    const said = {
      ...(owner === undefined ? {} : { owner: eraser.text('notes', owner) }),
      ...(reason === undefined ? {} : { reason: eraser.text('notes', reason) }),
    };
    return [[path, { ...note, ...said }]];
  });
  const isSame = kept.length === meta.size && kept.every(([path, note]) => meta.get(path) === note);
  return isSame ? meta : new Map(kept);
}
