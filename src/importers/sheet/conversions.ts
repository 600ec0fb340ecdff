/** Says what was done to cells beyond reading them plainly: nothing is guessed in silence. */
import type { DiagnosticCode } from '../../core/text/diagnostics.ts';
import type { Field, SheetStyle } from './fields.ts';
import type { Findings } from './findings.ts';
import type { ColumnFindings, Conversion } from './column-findings.ts';

export function reportConversions(columns: readonly ColumnFindings[], style: SheetStyle, findings: Findings): void {
  for (const { field, conversions } of columns) {
    for (const [conversion, { rows, examples }] of conversions) {
      if (conversion === 'blank') continue;
      const order = style.dateOrders.get(field.name) === 'dmy' ? 'D/M/Y' : 'M/D/Y';
      const params = { rows, examples: examples.join('; '), ...(conversion === 'date-order' ? { order } : {}) };
      findings.add('info', codeOf(conversion, field, style), { column: field.label }, params);
    }
  }
  reportBlanks(columns, findings);
}

/** Once for all columns: files that write a word into empty cells do so in most of them. */
function reportBlanks(columns: readonly ColumnFindings[], findings: Findings): void {
  const found = columns.flatMap(({ conversions }) => conversions.get('blank') ?? []);
  if (found.length === 0) return;
  const words = [...new Set(found.flatMap(({ examples }) => examples))];
  const cells = found.reduce((sum, { rows }) => sum + rows, 0);
  findings.add('info', 'blanks-read', {}, { cells, columns: found.length, words: words.join(', ') });
}

function codeOf(conversion: Conversion, field: Field, style: SheetStyle): DiagnosticCode {
  if (conversion === 'word') return 'words-translated';
  if (conversion === 'fraction') return 'fractions-read';
  if (conversion === 'time') return 'times-cut';
  if (conversion === 'date-serial') return 'serials-read';
  if (conversion === 'date-order') return 'dates-read-as';
  return style.decimalMarks.get(field.name) === ',' ? 'decimal-comma' : 'numbers-tidied';
}
