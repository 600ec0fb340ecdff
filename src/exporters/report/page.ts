/** What every section of a report draws on, worked out once. */
import type { Diagnostic } from '../../core/diagnostics.ts';
import { createFormat, type Format } from '../../core/format.ts';
import type { Minor } from '../../core/money.ts';
import type { DatasetInfo } from '../../core/schema/dataset.ts';
import { reportText } from '../../core/text/en/report.ts';
import type { Totals } from '../../sim/types.ts';
import { allDiagnostics, inImportOrder, sortedTotals } from '../results/document.ts';
import { type ResultRow, resultRows } from '../results/rows.ts';
import { html, type Html, type HtmlValue } from './html.ts';
import type { ReportInput } from './input.ts';

export interface ReportPage {
  readonly input: ReportInput;
  readonly title: string;
  readonly format: Format;
  readonly rows: readonly ResultRow[];
  /** By currency. */
  readonly totals: readonly Totals[];
  readonly inputs: readonly DatasetInfo[];
  readonly diagnostics: readonly Diagnostic[];
}

export function reportPage(input: ReportInput): ReportPage {
  const { simulation, inputs, extraDiagnostics = [] } = input;
  return {
    input,
    title: input.title.trim() || reportText.untitled,
    format: createFormat(input.locale),
    rows: resultRows(simulation),
    totals: sortedTotals(simulation),
    inputs: inImportOrder(inputs),
    diagnostics: allDiagnostics(simulation, inputs, extraDiagnostics),
  };
}

/** A section with its heading and one sentence that says how to read it. */
export function section(heading: string, sentence: string, ...content: readonly HtmlValue[]): Html {
  return html`<section>
    <h2>${heading}</h2>
    <p class="say">${sentence}</p>
    ${content}
  </section> `;
}

/** A change of cost: never by colour alone. */
export function changeOf(format: Format, amount: Minor, currency: string): Html {
  const text = format.signed(amount, currency);
  if (amount === 0) return html`${text}`;
  return amount > 0 ? html`<span class="worse">▲ ${text}</span>` : html`<span class="better">▼ ${text}</span>`;
}

/** A name with its id behind it, small. */
export function withId(name: string, id: string): Html {
  return html`${name} <span class="mono">${id}</span>`;
}
