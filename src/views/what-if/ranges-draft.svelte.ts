/** The inputs of tornado and spider with their ranges, as the user chose them. */
import type { Assumption } from '../../core/assumptions/assumption.ts';
import { type AssumptionRange, rangeOf } from '../../core/assumptions/ranges.ts';
import type { Scenario } from '../../core/scenario/scenario.ts';
import type { Measure } from '../../sim/what-if/types.ts';
import { withEntry } from '../../state/with-entry.ts';
import { NO_RANGES, type SpiderBy, usualInputs } from './range-inputs.ts';

export class RangesDraft {
  by: SpiderBy = $state('percent');
  /** Paths that the user chose; undefined: the usual ones. */
  private chosen: readonly string[] | undefined = $state.raw();
  private ranges: ReadonlyMap<string, AssumptionRange> = $state.raw(NO_RANGES);

  inputs(assumptions: readonly Assumption[], scenario: Scenario, measure: Measure): readonly Assumption[] {
    const { chosen } = this;
    if (chosen) return assumptions.filter(({ path }) => chosen.includes(path));
    return usualInputs(assumptions, scenario, measure);
  }

  choose(paths: readonly string[]): void {
    this.chosen = paths;
  }

  rangeOf(assumption: Assumption, scenario: Scenario): AssumptionRange {
    return this.ranges.get(assumption.path) ?? rangeOf(assumption, scenario);
  }

  setRange(path: string, range: AssumptionRange): void {
    this.ranges = withEntry(this.ranges, path, range);
  }
}
