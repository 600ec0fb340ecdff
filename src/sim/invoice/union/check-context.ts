/** What the check of one subscription knows of its month. */
import type { Month } from '../../../core/days.ts';
import type { EstTerms } from '../est-terms.ts';
import type { ExportWindow } from './inputs.ts';
import type { LastMonth } from './last-month.ts';
import type { AloneContext } from './line-alone.ts';

export interface CheckContext extends AloneContext {
  readonly terms: EstTerms;
  readonly month: Month;
  /** Customers that the exports have, as their ids are matched. */
  readonly covered: ReadonlySet<string>;
  readonly lastMonth: LastMonth;
  readonly window: ExportWindow;
  /** What prices in a currency are mostly invoiced in. */
  readonly usualCurrency: ReadonlyMap<string, string>;
}
