/** Works out the open pivot in slices; a newer one ends an older one. */
import type { Day } from '../../core/days.ts';
import { filterSteps } from '../../sheet/arrange/filter-test.ts';
import { type RowTest, filterRows } from '../../sheet/kernels/filter.ts';
import type { PivotSpec } from '../../sheet/model/workbook-parts.ts';
import type { KnownRanks } from '../../sheet/pivot/field.ts';
import { pivotSteps } from '../../sheet/pivot/pivot.ts';
import type { Pivot, TooWide } from '../../sheet/pivot/result.ts';
import { type PivotSource, ROWS_KEY } from '../../sheet/pivot/source.ts';
import { inSlices } from '../table/in-slices.ts';

export interface FinishedPivot {
  readonly spec: PivotSpec;
  readonly outcome: Pivot | TooWide;
}

export class PivotRun {
  /** The last one; a newer one may be under way. */
  finished: FinishedPivot | undefined = $state.raw();
  working: boolean = $state(false);
  private readonly ranks: KnownRanks = new WeakMap();
  private running: AbortController | undefined;

  async run(source: PivotSource, spec: PivotSpec, locale: string, asOf: Day): Promise<void> {
    this.running?.abort();
    const own = new AbortController();
    this.running = own;
    this.working = true;
    const outcome = await inSlices(this.steps(source, spec, locale, asOf), own.signal);
    if (own !== this.running) return;
    this.working = false;
    if (outcome) this.finished = { spec, outcome };
  }

  private *steps(
    source: PivotSource,
    spec: PivotSpec,
    locale: string,
    asOf: Day,
  ): Generator<undefined, Pivot | TooWide> {
    const tests: RowTest[] = [];
    for (const [key, filter] of spec.filters) {
      const column = source.column(key);
      yield;
      const test = column && (yield* filterSteps(column, filter, { locale, asOf }));
      if (test) tests.push(test);
      yield;
    }
    const rows = filterRows(source.rows, tests);
    yield;
    // A pivot without a value counts rows.
    const values = spec.values.length > 0 ? spec.values : [{ key: ROWS_KEY, aggregate: 'count' as const }];
    return yield* pivotSteps(source, { ...spec, values }, rows, { locale, ranks: this.ranks });
  }
}
