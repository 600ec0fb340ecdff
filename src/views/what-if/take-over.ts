/** Takes a value over into the scenario, or into as-of or horizon: one step that can be undone. */
import type { Assumption } from '../../core/assumptions/assumption.ts';
import type { Scenario } from '../../core/scenario/scenario.ts';
import type { Workbook } from '../../state/workbook.svelte.ts';

/** Why it was refused, in words; undefined: it is done. @param what names the step */
export function takeOver(
  workbook: Pick<Workbook, 'request' | 'gate'>,
  assumption: Assumption,
  value: string,
  what: string,
): string | undefined {
  const { request, gate } = workbook;
  const { scenario, window } = assumption.set(request, value);
  if (window.asOf !== request.window.asOf) gate.dispatch({ kind: 'set-as-of', asOf: window.asOf });
  else if (window.horizonMonths !== request.window.horizonMonths) {
    gate.dispatch({ kind: 'set-horizon', months: window.horizonMonths });
  } else gate.dispatch({ kind: 'set-assumptions', change: partsThatDiffer(scenario, request.scenario), what });
  return gate.refused?.reason;
}

function partsThatDiffer(after: Scenario, before: Scenario): Partial<Scenario> {
  const keys = (Object.keys(after) as (keyof Scenario)[]).filter((key) => after[key] !== before[key]);
  return Object.fromEntries(keys.map((key) => [key, after[key]]));
}
