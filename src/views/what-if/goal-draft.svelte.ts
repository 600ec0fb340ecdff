/** What goal seek is asked: which input, until the result is what, and where to look. */
import type { Assumption } from '../../core/assumptions/assumption.ts';
import type { Scenario } from '../../core/scenario/scenario.ts';
import { withEntry } from '../../state/with-entry.ts';
import { NO_SEARCHES, type SearchRange, usualSearch } from './search-range.ts';

export class GoalDraft {
  path: string = $state('est.upliftMonthly');
  /** As typed. */
  target: string = $state('');
  /** Ranges that the user chose, by the input's path. */
  private chosen: ReadonlyMap<string, SearchRange> = $state.raw(NO_SEARCHES);

  /** Where to look: as chosen, else around the present value. */
  rangeOf(assumption: Assumption, scenario: Scenario): SearchRange {
    return this.chosen.get(assumption.path) ?? usualSearch(assumption, scenario);
  }

  setRange(path: string, range: SearchRange): void {
    this.chosen = withEntry(this.chosen, path, range);
  }
}
