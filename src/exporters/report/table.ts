/** Tables of a report: scroll on narrow screens, headers repeat in print. */
import { reportText } from '../../core/text/en/report.ts';
import { html, type Html, type HtmlValue } from './html.ts';

export interface ReportColumn<Row> {
  readonly label: string;
  /** Figures end at the same edge; codes never break; ids and hashes break anywhere. Text unless said otherwise. */
  readonly kind?: 'text' | 'figure' | 'code' | 'id';
  readonly cell: (row: Row) => HtmlValue;
}

/** The most rows that a table of a report prints. */
const MAX_ROWS = 500;

/** A table with its name for screen readers; the first column heads each row. Says so when it leaves rows out. */
export function tableOf<Row>(
  name: string,
  columns: readonly ReportColumn<Row>[],
  rows: readonly Row[],
  foot?: Row,
): Html {
  if (rows.length === 0) return html`<p class="muted">${reportText.sentences.empty}</p>`;
  const shown = rows.slice(0, MAX_ROWS);
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${name}">
      <table>
        <thead>
          <tr>
            ${columns.map((column) => html`<th scope="col" class="${classOf(column)}">${column.label}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${shown.map((row) => rowOf(columns, row))}
        </tbody>
        ${
          foot === undefined
            ? undefined
            : html`<tfoot>
                ${rowOf(columns, foot)}
              </tfoot>`
        }
      </table>
    </div>
    ${shown.length < rows.length ? shortened(shown.length, rows.length) : undefined}`;
}

function shortened(shown: number, all: number): Html {
  return html`<p class="muted">${reportText.sentences.shortened(shown, all)}</p>`;
}

function rowOf<Row>(columns: readonly ReportColumn<Row>[], row: Row): Html {
  return html`<tr>
    ${columns.map((column, index) => cellOf(column, row, index))}
  </tr> `;
}

function cellOf<Row>(column: ReportColumn<Row>, row: Row, index: number): Html {
  return index === 0
    ? html`<th scope="row" class="${classOf(column)}">${column.cell(row)}</th>`
    : html`<td class="${classOf(column)}">${column.cell(row)}</td>`;
}

function classOf<Row>(column: ReportColumn<Row>): string {
  return column.kind ?? 'text';
}
