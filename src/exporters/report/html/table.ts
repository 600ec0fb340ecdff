/** Tables of a report: scroll on narrow screens, headers repeat in print. */
import type { ReportCell, ReportTable, ReportTableColumn } from '../../../core/report/document.ts';
import type { Format } from '../../../core/format.ts';
import type { ReportTexts } from '../../../core/text/report-texts.ts';
import { cellHtml } from './cells.ts';
import { html, type Html } from '../../markup.ts';

export interface TableContext {
  readonly format: Format;
  readonly texts: ReportTexts;
}

/** The most rows that a table of a report prints. */
const MAX_ROWS = 500;
/** From so many columns on, paper needs smaller letters. */
const WIDE = 10;

/** A table with its name for screen readers; the first column heads each row. Says so when it leaves rows out. */
export function tableHtml({ name, columns, rows, foot }: ReportTable, context: TableContext): Html {
  const { sentences } = context.texts.report;
  if (rows.length === 0) return html`<p class="muted">${sentences.empty}</p>`;
  const shown = rows.slice(0, MAX_ROWS);
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${name}">
      <table class="${columns.length < WIDE ? 'usual' : 'wide'}">
        <thead>
          <tr>
            ${columns.map((column, at) =>
              headHtml(
                column,
                shown.some((row) => hasId(row[at])),
              ),
            )}
          </tr>
        </thead>
        <tbody>
          ${shown.map((row) => rowHtml(columns, row, context))}
        </tbody>
        ${
          foot === undefined
            ? undefined
            : html`<tfoot>
                ${rowHtml(columns, foot, context)}
              </tfoot>`
        }
      </table>
    </div>
    ${
      shown.length < rows.length
        ? html`<p class="muted">${sentences.shortened(shown.length, rows.length)}</p>`
        : undefined
    }`;
}

/** Names with an id under them need room for it. */
function headHtml({ label, kind }: ReportTableColumn, isNamed: boolean): Html {
  return html`<th scope="col" class="${isNamed ? `${kind} named` : kind}">${label}</th>`;
}

function hasId(cell: ReportCell | undefined): boolean {
  return cell?.kind === 'text' && cell.id !== undefined;
}

function rowHtml(columns: readonly ReportTableColumn[], cells: readonly ReportCell[], { format }: TableContext): Html {
  return html`<tr>
    ${columns.map(({ kind }, index) => {
      const words = cellHtml(cells[index] ?? { kind: 'empty' }, format);
      return index === 0
        ? html`<th scope="row" class="${kind}">${words}</th>`
        : html`<td class="${kind}">${words}</td>`;
    })}
  </tr> `;
}
