/** Sections whose tables stand once for each currency. */
import type { ReportBlock, ReportSection, ReportTable } from '../../../core/report/document.ts';
import type { Totals } from '../../../sim/types.ts';
import { heading } from '../cells.ts';
import type { SectionContext } from '../context.ts';

/** One section with a block for each currency that has exposed subscriptions; none where no currency has. */
export function perCurrency(
  { totals }: SectionContext,
  section: Omit<ReportSection, 'blocks'>,
  blockOf: (totals: Totals) => { readonly kind: 'table'; readonly table: ReportTable },
): readonly ReportSection[] {
  const exposed = totals.filter((one) => one.exposed > 0);
  if (exposed.length === 0) return [];
  const blocks = exposed.flatMap((one): readonly ReportBlock[] => [heading(one.currency), blockOf(one)]);
  return [{ ...section, blocks }];
}
