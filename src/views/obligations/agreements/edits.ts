/** Changes of the terms register: each is a step of the history. */
import type { Obligations } from '../../../core/obligations/obligations.ts';
import { freshId } from '../../../core/obligations/fields.ts';
import { freshAgreement } from '../../../core/obligations/terms/read.ts';
import { agreementsOf, withAgreement } from '../../../core/obligations/terms/kinds.ts';
import { agreementName } from '../../../core/obligations/terms/name.ts';
import type { Agreement, AgreementKind, Terms } from '../../../core/obligations/terms/types.ts';
import { agreementsText as text } from '../../../core/text/en/obligations-agreements.ts';
import type { Workbook } from '../../../state/workbook.svelte.ts';

/** Puts parts of what was said about obligations in place. @param mergeKey quick changes with the same one are one step */
export function changeObligations(workbook: Workbook, parts: Partial<Obligations>, what: string, mergeKey = ''): void {
  const obligations = { ...workbook.document.obligations, ...parts };
  workbook.gate.dispatch({ kind: 'set-parts', parts: { obligations }, what, mergeKey });
}

export function changeTerms(workbook: Workbook, change: Partial<Terms>, what: string): void {
  changeObligations(workbook, { terms: { ...workbook.document.obligations.terms, ...change } }, what);
}

/** Records an agreement as it is now. A date that is typed changes with every digit: that is one step. */
export function changeAgreement(workbook: Workbook, agreement: Agreement): void {
  const terms = withAgreement(workbook.document.obligations.terms, agreement);
  changeObligations(workbook, { terms }, text.step(agreementName(agreement)), `agreement ${agreement.id}`);
}

/** Adds an agreement of which nothing is said yet. @returns its id */
export function addAgreement(workbook: Workbook, kind: AgreementKind): string {
  const { terms } = workbook.document.obligations;
  const agreement = freshAgreement(freshId(agreementsOf(terms)), kind);
  // What stood there by itself is recorded too, or the new one would take its place.
  const twin = agreementsOf(terms).find((one) => one.id === kind && !terms.agreements.includes(one));
  const before = twin ? withAgreement(terms, twin) : terms;
  changeObligations(workbook, { terms: withAgreement(before, agreement) }, text.list.added);
  return agreement.id;
}

export function removeAgreement(workbook: Workbook, agreement: Agreement): void {
  const { agreements } = workbook.document.obligations.terms;
  const kept = agreements.filter(({ id }) => id !== agreement.id);
  changeTerms(workbook, { agreements: kept }, text.list.removed(agreementName(agreement)));
}
