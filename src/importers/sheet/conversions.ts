/** Says what was done to cells beyond reading them plainly: nothing is guessed in silence. */
import type { SheetStyle } from './fields.ts';
import type { Findings } from './findings.ts';
import type { ColumnFindings } from './sinks.ts';

export function reportConversions(columns: readonly ColumnFindings[], style: SheetStyle, findings: Findings): void {
  for (const { field, conversions } of columns) {
    const spot = { column: field.label };
    for (const [conversion, rows] of conversions) {
      if (conversion === 'word') findings.add('info', 'words-translated', spot, { rows });
      if (conversion === 'date-order')
        findings.add('info', 'dates-read-as', spot, {
          rows,
          order: style.dateOrders.get(field.name) === 'dmy' ? 'D/M/Y' : 'M/D/Y',
        });
      if (conversion === 'decimal')
        findings.add('info', style.decimalMarks.get(field.name) === ',' ? 'decimal-comma' : 'numbers-tidied', spot, {
          rows,
        });
    }
  }
}
