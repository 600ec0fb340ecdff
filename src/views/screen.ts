/** What every screen is given. */
import type { Format } from '../core/format.ts';
import type { Offline } from '../state/offline.svelte.ts';
import type { OutwardRequests } from '../state/outward.svelte.ts';
import type { Trail } from '../state/trail.svelte.ts';
import type { Workbook } from '../state/workbook.svelte.ts';
import type { CompileChart } from '../ui/chart/picture.ts';

export interface ScreenProps {
  readonly workbook: Workbook;
  readonly trail: Trail;
  readonly format: Format;
  readonly compileChart: CompileChart;
  readonly outward: OutwardRequests;
  readonly offline: Offline;
}
