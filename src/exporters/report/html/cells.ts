/** Cells of a report as markup. */
import type { Format } from '../../../core/format.ts';
import type { ReportCell } from '../../../core/report/document.ts';
import { cellText } from '../cell-text.ts';
import { html, type Html } from '../../markup.ts';

/** An id stands small behind its text; a change of cost is never told by colour alone. */
export function cellHtml(cell: ReportCell, format: Format): Html {
  if (cell.kind === 'text' && cell.id !== undefined) return html`${cell.text} <span class="mono">${cell.id}</span>`;
  const words = cellText(cell, format);
  if (cell.kind !== 'money' || cell.isChange !== true || cell.minor === 0) return html`${words}`;
  return cell.minor > 0 ? html`<span class="worse">▲ ${words}</span>` : html`<span class="better">▼ ${words}</span>`;
}
