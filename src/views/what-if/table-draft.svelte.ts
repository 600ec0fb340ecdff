/** What a table is asked: one or two inputs with their values, and where it breaks even. */
import type { Assumption } from '../../core/assumptions/assumption.ts';
import { rangeOf } from '../../core/assumptions/ranges.ts';
import type { Scenario } from '../../core/scenario/scenario.ts';
import { withEntry } from '../../state/with-entry.ts';
import { type AxisDraft, NO_AXES, USUAL_VALUES } from './axis-values.ts';

export class TableDraft {
  rows: string = $state('est.upliftMonthly');
  /** '' for a table over one input. */
  columns: string = $state('est.bridgeDays');
  /** As typed; '' for no line. */
  breakEven: string = $state('');
  private chosen: ReadonlyMap<string, AxisDraft> = $state.raw(NO_AXES);

  axisOf(assumption: Assumption, scenario: Scenario): AxisDraft {
    const { low, high } = rangeOf(assumption, scenario);
    return this.chosen.get(assumption.path) ?? { how: 'range', from: low, to: high, steps: USUAL_VALUES, list: '' };
  }

  setAxis(path: string, axis: AxisDraft): void {
    this.chosen = withEntry(this.chosen, path, axis);
  }
}
