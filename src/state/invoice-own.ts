/** The partner's own invoices beside Microsoft's, as the engine says it, and what the user says own names mean. */
import { invoiceOwnText as text } from '../core/text/en/invoice-own.ts';
import { type OwnAliases, withMeaning } from '../core/invoice/own-names.ts';
import type { EvidenceLine, OwnAnswer, OwnChoices, OwnFacts, OwnQuestion } from '../sim/invoice/own/types.ts';
import type { InvoiceCheck } from './invoice.svelte.ts';
import type { Workbook } from './workbook.svelte.ts';

/** Undefined when the files have changed meanwhile. */
export async function ownFacts(
  invoice: InvoiceCheck,
): Promise<{ readonly facts: OwnFacts; readonly choices: OwnChoices } | undefined> {
  return invoice.current(await invoice.workbook.runner.run('ownFacts', undefined));
}

/** What is asked of the months and the currency that are looked at. */
export function ownQuestion(invoice: InvoiceCheck): OwnQuestion {
  const { ownNames } = invoice.workbook.document;
  return { ...invoice.scope, aliases: { customers: ownNames.customers, items: ownNames.items }, lag: ownNames.lag };
}

/** Undefined when the files have changed meanwhile. */
export async function ownInvoices(invoice: InvoiceCheck, question: OwnQuestion): Promise<OwnAnswer | undefined> {
  const { runner, request: simulation } = invoice.workbook;
  return invoice.current(await runner.run('ownInvoices', { question, simulation }));
}

/** The lines of a group; undefined when the files have changed meanwhile. */
export async function ownEvidence(
  invoice: InvoiceCheck,
  question: OwnQuestion,
  group: string,
): Promise<readonly EvidenceLine[] | undefined> {
  const { runner, request: simulation } = invoice.workbook;
  return invoice.current(await runner.run('ownEvidence', { question, simulation, group }));
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
