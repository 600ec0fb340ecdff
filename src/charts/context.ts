/** What every chart needs besides its figures: a locale and a language. */
import type { Format } from '../core/format.ts';
import type { ChartText } from '../core/text/en/charts.ts';

export interface ChartContext {
  readonly format: Format;
  readonly text: ChartText;
}
