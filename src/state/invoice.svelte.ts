/** What Microsoft billed, as the workbook's files have it: facts of it, and which month and currency is looked at. */
import type { Month } from '../core/days.ts';
import { invoiceText } from '../core/text/en/invoice.ts';
import type { InvoiceFacts } from '../sim/invoice/model/types.ts';
import { type InvoicePlan, type InvoiceSummary, withSummary } from '../core/invoice/plan.ts';
import type { LinesAnswer } from '../sim/invoice/lines/types.ts';
import type { EstFinding, LineDetail } from '../sim/invoice/types.ts';
import { askInvoice } from './invoice-job.ts';
import type { Workbook } from './workbook.svelte.ts';

/** Which lines a question is about. */
export interface InvoiceScope {
  /** Undefined: all months. */
  readonly month: Month | undefined;
  readonly currency: string;
}

export class InvoiceCheck {
  /** Undefined before the files have been read; without sources when none holds billed lines. */
  facts: InvoiceFacts | undefined = $state.raw();
  /** The user stopped the reading. */
  cancelled = $state(false);
  readonly workbook: Workbook;
  private revision = '';
  /** As chosen: a file that is gone may have taken it along. Undefined: nothing chosen yet. */
  private chosenMonth: Month | 'all' | undefined = $state.raw();
  private chosenCurrency: string | undefined = $state.raw();

  constructor(workbook: Workbook) {
    this.workbook = workbook;
  }

  /** The month that is checked: the last one unless another was chosen. */
  get month(): Month | undefined {
    const months = this.facts?.months ?? [];
    const chosen = this.chosenMonth;
    if (chosen === 'all') return undefined;
    return chosen !== undefined && months.includes(chosen) ? chosen : months.at(-1);
  }

  /** @param month undefined: all of them */
  chooseMonth(month: Month | undefined): void {
    this.chosenMonth = month ?? 'all';
  }

  /** The billing currency that is looked at; '' where there is no line. */
  get currency(): string {
    const currencies = this.facts?.currencies ?? [];
    return currencies.find((one) => one === this.chosenCurrency) ?? currencies[0] ?? '';
  }

  chooseCurrency(currency: string): void {
    this.chosenCurrency = currency;
  }

  get scope(): InvoiceScope {
    return { month: this.month, currency: this.currency };
  }

  /** Reads the files when they have changed since the last time. */
  async read(): Promise<void> {
    const { workbook } = this;
    const revision = workbook.workspace?.revision ?? '';
    if (revision === '' || revision === this.revision) return;
    this.revision = revision;
    this.cancelled = false;
    const outcome = await workbook.jobs.run(invoiceText.reading, (signal, move) =>
      workbook.runner.run('invoiceFacts', undefined, {
        signal,
        onProgress: ({ done, of, file }) => {
          move(of === 0 ? undefined : done / of, file || invoiceText.checking);
        },
      }),
    );
    if (revision !== this.revision) return;
    if (outcome) this.facts = outcome.facts;
    else {
      this.cancelled = true;
      this.revision = '';
    }
  }

  /** The arithmetic of the lines that are looked at; undefined when it was cancelled, or the files have changed meanwhile. */
  lines(signal: AbortSignal): Promise<LinesAnswer | undefined> {
    const { workbook, scope } = this;
    const query = { ...scope, gate: workbook.document.invoice.gate };
    return askInvoice(workbook, invoiceText.jobs.lines, signal, (options) =>
      workbook.runner.run('invoiceLines', query, options),
    );
  }

  /** @param gate decimal text */
  setGate(gate: string): void {
    const { document, gate: writer } = this.workbook;
    if (gate === document.invoice.gate) return;
    writer.dispatch({
      kind: 'set-parts',
      parts: { invoice: { ...document.invoice, gate } },
      what: invoiceText.gateStep,
    });
  }

  /** What invoices say of themselves; without a total nothing any more. */
  setSummaries(changes: readonly Partial<InvoiceSummary>[]): void {
    const { document, gate } = this.workbook;
    const invoice = changes.reduce(
      (plan: InvoicePlan, { number = '', currency = '', total }) => withSummary(plan, { number, currency }, total),
      document.invoice,
    );
    const what = invoiceText.summaryStep(changes.map(({ number = '' }) => number).join(', '));
    gate.dispatch({ kind: 'set-parts', parts: { invoice }, what });
  }

  /** EST on any invoice; undefined when it was cancelled, or the files have changed meanwhile. */
  est(signal: AbortSignal): Promise<readonly EstFinding[] | undefined> {
    const { runner, document, asOf } = this.workbook;
    return askInvoice(this.workbook, invoiceText.jobs.est, signal, (options) =>
      runner.run('invoiceEst', { est: document.scenario.est, asOf }, options),
    );
  }

  /** What the files say of lines; undefined when they have changed meanwhile. */
  async evidence(rows: readonly number[]): Promise<readonly LineDetail[] | undefined> {
    return this.current(await this.workbook.runner.run('invoiceEvidence', rows));
  }

  /** What an answer says; undefined when the files have changed meanwhile. */
  current<T>({ revision, answer }: { readonly revision: string; readonly answer: T }): T | undefined {
    return revision === this.workbook.workspace?.revision ? answer : undefined;
  }
}

const known = new WeakMap<Workbook, InvoiceCheck>();

/** The invoice check of a workbook: kept while other screens are open. */
export function invoiceOf(workbook: Workbook): InvoiceCheck {
  const invoice = known.get(workbook) ?? new InvoiceCheck(workbook);
  known.set(workbook, invoice);
  return invoice;
}
