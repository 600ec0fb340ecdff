/** The change sheet: what changes, before and after, until when, who decided, and room to sign. */
import type { Day } from '../../core/days.ts';
import type { ExportCell, ExportColumn, TableExport } from '../../core/table-export.ts';
import { html } from '../markup.ts';
import { tableXlsx } from '../table/xlsx.ts';
import { printPage, signLines } from './print-page.ts';
import type { PackInput, Planned } from './types.ts';
import type { Wording } from './wording.ts';

type ColumnName = keyof Wording['text']['sheet']['columns'];

const COLUMNS: readonly ColumnName[] = [
  ...(['customer', 'product', 'id', 'action', 'before', 'after', 'lock', 'local', 'decided', 'reason'] as const),
  ...(['done', 'signature'] as const),
];
/** Filled in by hand. */
const BLANK: ReadonlySet<ColumnName> = new Set(['done', 'signature']);
/** Pixels. */
const WIDTHS: Partial<Record<ColumnName, number>> = { customer: 170, product: 200, id: 270, before: 260, after: 260, lock: 130, local: 150, done: 160, signature: 160, reason: 200 }; // prettier-ignore

function textOf(planned: Planned, column: ColumnName, wording: Wording): string {
  const { row, action } = planned;
  switch (column) {
    case 'customer':
      return row.customer;
    case 'product':
      return row.product;
    case 'id':
      return row.subscriptionId;
    case 'action':
      return wording.text.actions[action.type];
    case 'before':
      return wording.before(planned);
    case 'after':
      return wording.after(planned);
    case 'lock':
      return action.locksAt === undefined ? wording.text.by.anyDay : wording.format.day(action.locksAt);
    case 'local':
      return action.locksAt === undefined ? '' : wording.local(action.locksAt);
    case 'decided':
      return row.decidedBy;
    case 'reason':
      return row.reason;
    case 'done':
    case 'signature':
      return '';
  }
}

/** As a page that prints across the sheet. */
export function changeSheetHtml(
  { asOf, workbook, scenario }: PackInput,
  planned: readonly Planned[],
  wording: Wording,
): string {
  const { sheet, lang } = wording.text;
  const content = html`<h1>${sheet.title}</h1>
    <p class="muted">${sheet.say(workbook, scenario, wording.format.day(asOf))}</p>
    <div class="scroll" tabindex="0" role="region" aria-label="${sheet.title}">
      <table>
        <thead>
          <tr>
            ${COLUMNS.map((column) => html`<th scope="col">${sheet.columns[column]}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${planned.map((one) => html`<tr>${COLUMNS.map((column) => cellOf(one, column, wording))}</tr>`)}
        </tbody>
      </table>
    </div>
    ${[sheet.approved, sheet.made].map((word) => html`<h2>${word}</h2>
      ${signLines([sheet.name, sheet.date, sheet.signature])}`)}`; // prettier-ignore
  return printPage({ lang, title: `${sheet.title} · ${workbook}`, wide: true, content });
}

function cellOf(planned: Planned, column: ColumnName, wording: Wording): ReturnType<typeof html> {
  const name = column === 'id' ? 'mono' : BLANK.has(column) ? 'blank' : 'text';
  return html`<td class="${name}">${textOf(planned, column, wording)}</td>`;
}

/** As a workbook to fill in; days are days, texts never formulas. */
export async function changeSheetXlsx(planned: readonly Planned[], wording: Wording, asOf: Day): Promise<Uint8Array> {
  const { sheet } = wording.text;
  const columns = COLUMNS.map((column): ExportColumn => ({
    title: sheet.columns[column],
    kind: column === 'lock' ? 'day' : column === 'id' ? 'id' : 'text',
    format: { kind: column === 'lock' ? 'date' : 'text' },
    width: WIDTHS[column] ?? 110,
  }));
  const table: TableExport = {
    title: sheet.title,
    columns,
    rows: planned.length,
    frozenColumns: 2,
    cell: (row, at): ExportCell => {
      const [one, column] = [planned[row], COLUMNS[at]];
      if (!one || !column) return { text: '' };
      const text = textOf(one, column, wording);
      const { locksAt } = one.action;
      return column === 'lock' && locksAt !== undefined ? { text, raw: { kind: 'day', day: locksAt } } : { text };
    },
  };
  return tableXlsx(table, asOf);
}
