/** The partner's own invoices beside Microsoft's, as the engine says it, and what the user says own names mean. */
import { invoiceText } from '../core/text/en/invoice.ts';
import { invoiceOwnText as text } from '../core/text/en/invoice-own.ts';
import { type OwnAliases, withMeaning } from '../core/invoice/own-names.ts';
import type { EvidenceLine, OwnAnswer, OwnChoices, OwnFacts, OwnQuestion } from '../sim/invoice/own/types.ts';
import { askInvoice } from './invoice-job.ts';
import type { InvoiceCheck } from './invoice.svelte.ts';
import type { Workbook } from './workbook.svelte.ts';

/** Undefined when it was cancelled, or the files have changed meanwhile. */
export function ownFacts(
  { workbook }: InvoiceCheck,
  signal: AbortSignal,
): Promise<{ readonly facts: OwnFacts; readonly choices: OwnChoices } | undefined> {
  return askInvoice(workbook, invoiceText.jobs.ownFacts, signal, (options) =>
    workbook.runner.run('ownFacts', undefined, options),
  );
}

/** What is asked of the months and the currency that are looked at. */
export function ownQuestion(invoice: InvoiceCheck): OwnQuestion {
  const { ownNames } = invoice.workbook.document;
  return { ...invoice.scope, aliases: { customers: ownNames.customers, items: ownNames.items }, lag: ownNames.lag };
}

/** Undefined when it was cancelled, or the files have changed meanwhile. */
export function ownInvoices(
  { workbook }: InvoiceCheck,
  question: OwnQuestion,
  signal: AbortSignal,
): Promise<OwnAnswer | undefined> {
  const { runner, request: simulation } = workbook;
  return askInvoice(workbook, invoiceText.jobs.own, signal, (options) =>
    runner.run('ownInvoices', { question, simulation }, options),
  );
}

/** The lines of a group; undefined when it was cancelled, or the files have changed meanwhile. */
export function ownEvidence(
  { workbook }: InvoiceCheck,
  question: OwnQuestion,
  group: string,
  signal: AbortSignal,
): Promise<readonly EvidenceLine[] | undefined> {
  const { runner, request: simulation } = workbook;
  return askInvoice(workbook, invoiceText.jobs.own, signal, (options) =>
    runner.run('ownEvidence', { question, simulation, group }, options),
  );
}

/** A name of the user's own, and how a step of the history calls it. */
export interface OwnName {
  readonly kind: keyof OwnAliases;
  /** As it is matched. */
  readonly key: string;
  readonly shown: string;
}

/** @param meaning what it means, with its words; undefined: nothing any more */
export function sayMeaning(
  { document, gate }: Workbook,
  { kind, key, shown }: OwnName,
  meaning: { readonly id: string; readonly words: string } | undefined,
): void {
  const ownNames = withMeaning(document.ownNames, kind, key, meaning?.id);
  const what = meaning ? text.join.step(shown, meaning.words) : text.join.forgetStep(shown);
  gate.dispatch({ kind: 'set-parts', parts: { ownNames }, what });
}

/** Months by which invoice dates are later than what they bill. */
export function setLag({ document, gate }: Workbook, lag: number): void {
  gate.dispatch({ kind: 'set-parts', parts: { ownNames: { ...document.ownNames, lag } }, what: text.lag.step(lag) });
}
