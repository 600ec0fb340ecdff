/** The terms register as it was stored: whatever is not of its kind falls back to nothing said. */
import { type Fields, dayOf, entriesOf, isFields, oneOf, textOf } from '../fields.ts';
import {
  AGREEMENT_KINDS,
  ANSWERS,
  type Agreement,
  type AgreementKind,
  CHANGE_QUESTIONS,
  CHANGE_VERDICTS,
  type Change,
  type Contact,
  type Exception,
  INSURANCES,
  type Insurance,
  REQUEST_ANSWERS,
  REVIEW_KINDS,
  REVIEW_RESULTS,
  type RequiredUpdate,
  type Review,
  type Signer,
  type Terms,
} from './types.ts';

export const NO_TERMS: Terms = { applies: { csp: '', cspp: '', plus: '' }, staleMonths: '', agreements: [] };

export function readTerms(value: unknown): Terms {
  if (!isFields(value)) return NO_TERMS;
  const applies = isFields(value['applies']) ? value['applies'] : {};
  const { csp, cspp, plus } = applies;
  const staleMonths = textOf(value['staleMonths']);
  return {
    applies: { csp: oneOf(ANSWERS, csp, ''), cspp: oneOf(ANSWERS, cspp, ''), plus: oneOf(ANSWERS, plus, '') },
    staleMonths: isMonths(staleMonths) ? staleMonths : '',
    agreements: entriesOf(value['agreements'], readAgreement),
  };
}

/** Whether a text is a number of months after which a contact may be stale: 1 to 120. */
export function isMonths(text: string): boolean {
  return /^\d{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= 120;
}

/** An agreement of which nothing is said yet. */
export function freshAgreement(id: string, kind: AgreementKind): Agreement {
  return readAgreement({ id, kind });
}

function readAgreement(fields: Fields): Agreement {
  const text = (key: keyof Agreement): string => textOf(fields[key]);
  const day = (key: keyof Agreement): string => dayOf(fields[key]);
  return {
    id: text('id'),
    kind: oneOf(AGREEMENT_KINDS, fields['kind'], 'own'),
    ...{ name: text('name'), region: text('region'), version: text('version') },
    ...{ acceptedOn: day('acceptedOn'), acceptedBy: text('acceptedBy') },
    ...{ deadline: day('deadline'), ifMet: text('ifMet'), ifMissed: text('ifMissed'), endsOn: day('endsOn') },
    ...{ document: text('document'), note: text('note'), allowList: text('allowList') },
    signers: entriesOf(fields['signers'], readSigner),
    contacts: entriesOf(fields['contacts'], readContact),
    insurances: entriesOf(fields['insurances'], readInsurance),
    updates: entriesOf(fields['updates'], readUpdate),
    reviews: entriesOf(fields['reviews'], readReview),
    changes: entriesOf(fields['changes'], readChange),
    exceptions: entriesOf(fields['exceptions'], readException),
  };
}

export function readSigner({ id, firstName, lastName, email, signedAs }: Fields): Signer {
  return {
    ...{ id: textOf(id), firstName: textOf(firstName), lastName: textOf(lastName) },
    ...{ email: textOf(email), signedAs: textOf(signedAs) },
  };
}

export function readContact({ id, name, email, role, confirmedOn }: Fields): Contact {
  return {
    ...{ id: textOf(id), name: textOf(name), email: textOf(email), role: textOf(role) },
    confirmedOn: dayOf(confirmedOn),
  };
}

export function readInsurance({ id, kind, insurer, until, document }: Fields): Insurance {
  return {
    ...{ id: textOf(id), kind: oneOf(INSURANCES, kind, 'other'), insurer: textOf(insurer) },
    ...{ until: dayOf(until), document: textOf(document) },
  };
}

export function readUpdate({ id, what, noticeOn, dueOn, appliedOn }: Fields): RequiredUpdate {
  return {
    ...{ id: textOf(id), what: textOf(what) },
    ...{ noticeOn: dayOf(noticeOn), dueOn: dayOf(dueOn), appliedOn: dayOf(appliedOn) },
  };
}

export function readReview({ id, on, kind, what, result }: Fields): Review {
  return {
    ...{ id: textOf(id), on: dayOf(on), kind: oneOf(REVIEW_KINDS, kind, 'random'), what: textOf(what) },
    result: oneOf(REVIEW_RESULTS, result, ''),
  };
}

export function readChange({ id, on, what, yes, verdict }: Fields): Change {
  return {
    ...{ id: textOf(id), on: dayOf(on), what: textOf(what) },
    yes: Array.isArray(yes) ? CHANGE_QUESTIONS.filter((question) => yes.includes(question)) : [],
    verdict: oneOf(CHANGE_VERDICTS, verdict, ''),
  };
}

export function readException({ id, askedOn, what, concerns, answer, until }: Fields): Exception {
  return {
    ...{ id: textOf(id), askedOn: dayOf(askedOn), what: textOf(what), concerns: textOf(concerns) },
    ...{ answer: oneOf(REQUEST_ANSWERS, answer, ''), until: dayOf(until) },
  };
}
