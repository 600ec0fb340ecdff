/** Words of agreements and their checks, on the screen Obligations and in the calendar. */
import type {
  AgreementKind,
  ChangeQuestion,
  ChangeVerdict,
  Concern,
  InsuranceKind,
  RequestAnswer,
  ReviewKind,
  ReviewResult,
} from '../../obligations/terms/types.ts';
import type { SignerReason } from '../../obligations/signer/types.ts';

const kinds: Readonly<Record<AgreementKind, string>> = {
  mpa: 'CSP: Microsoft Partner Agreement (MPA)',
  mca: 'CSP: Microsoft Customer Agreement (MCA), its text in use',
  mcra: 'CSP: Cloud Reseller Agreement (MCRA), old',
  cspp: 'Cloud Storage Partner Program (CSPP), terms of 2023',
  'cspp-old': 'Cloud Storage Partner Program (CSPP), old terms',
  'cspp-plus': 'CSPP Plus',
  own: 'An agreement of our own',
};

const concerns: Readonly<Record<Concern, { readonly name: string; readonly hint: string }>> = {
  csp: {
    name: 'Cloud Solution Provider (CSP)',
    hint: 'We sell Microsoft subscriptions to customers, as a reseller or directly.',
  },
  cspp: {
    name: 'Cloud Storage Partner Program (CSPP)',
    hint: 'We store customers’ files, and Microsoft 365 for the web opens them through WOPI. Most CSP partners do not.',
  },
  plus: { name: 'CSPP Plus', hint: 'We are a member of CSPP and have, or think about, its paid extension.' },
};

const insurances: Readonly<Record<InsuranceKind, string>> = {
  liability: 'Commercial general liability',
  cyber: 'Privacy and cyber',
  professional: 'Professional liability',
  errors: 'Errors and omissions',
  workers: 'Workers’ compensation',
  employer: 'Employer’s liability',
  other: 'Another insurance',
};

const reviewKinds: Readonly<Record<ReviewKind, string>> = {
  first: 'First verification',
  random: 'Random review',
  again: 'Verification after a change',
};
const reviewResults: Readonly<Record<ReviewResult, string>> = {
  '': 'No result yet',
  passed: 'Passed',
  failed: 'Failed',
};
const changeQuestions: Readonly<Record<ChangeQuestion, string>> = {
  host: 'New or changed addresses of the WOPI host',
  files: 'Other file types or operations on files',
  'sign-in': 'Another way to sign in or to issue access tokens',
  clients: 'Another place where Office opens (web, desktop, mobile)',
  development: 'A new development or test installation',
  residency: 'Another place where files are stored',
  owner: 'Another owner or name of the company',
};
const changeVerdicts: Readonly<Record<ChangeVerdict, string>> = {
  '': 'Not asked yet',
  needed: 'A new verification is needed',
  'not-needed': 'None is needed',
};
const requestAnswers: Readonly<Record<RequestAnswer, string>> = {
  '': 'No answer yet',
  granted: 'Granted',
  refused: 'Refused',
};

type Say = (one: string, other: string) => string;

/** What a check found: the evidence comes in the order in which the check names it. */
const reasons: Readonly<Record<SignerReason, Say>> = {
  'no-email': () => 'There is no e-mail address. Enter the one that the signer uses.',
  'not-an-email': (email) => `${email} is no e-mail address.`,
  'no-list': (mail) => `The allow list is empty: paste the WOPI addresses to compare ${mail} with them.`,
  'no-domain-in-list': (hosts) => `No address of the allow list has a domain of its own: ${hosts}.`,
  'mail-domain-shared': (mail) => `${mail} is a suffix that many share, and nobody’s own domain.`,
  'same-domain': (mail) => `The e-mail domain ${mail} is one of the allow list.`,
  'sub-domain': (mail, domain) =>
    `${mail} lies below ${domain}, which is in the allow list. Ask whether a sub-domain counts, or sign with an address at ${domain}.`,
  'other-domain': (mail, domains) => `The e-mail domain ${mail} is none of the allow list: ${domains}.`,
  'no-name': () => 'There is no name. Enter the signer’s first and last name.',
  'one-name': (entered) => `“${entered}” is one name only: first and last name are needed.`,
  'not-signed': () => 'Enter the name as it stands under the agreement, to compare both.',
  'same-name': (_, signed) => `“${signed}” is the signer’s first and last name.`,
  'other-order': (entered, signed) => `“${signed}” has first and last name of “${entered}” in the other order.`,
  'other-accents': (entered, signed) => `“${signed}” and “${entered}” differ in accents only.`,
  'more-words': (entered, signed) => `“${signed}” has more words than “${entered}”.`,
  'other-name': (entered, signed) => `“${signed}” is another name than “${entered}”.`,
  person: (name) => `Nothing in “${name}” speaks for a company.`,
  'legal-form': (form) => `“${form}” is a legal form: a company’s name, not a person’s.`,
  'maybe-legal-form': (form) => `“${form}” may be a legal form or a last name.`,
  'company-word': (word) => `“${word}” is a word of companies and departments.`,
  digits: (name) => `“${name}” has digits.`,
  'like-domain': (name, domain) => `“${name}” reads like the domain ${domain}.`,
  'role-mailbox': (mailbox) => `${mailbox} is the mailbox of a role, not of a person.`,
};

export const termsText = {
  kinds,
  concerns,
  insurances,
  reviewKinds,
  reviewResults,
  changeQuestions,
  changeVerdicts,
  requestAnswers,
  reasons,
  checks: { domain: 'E-mail domain', name: 'Name', person: 'A person' },
  verdicts: { ok: 'Right', look: 'Look at it', missing: 'Not said', fails: 'Not right' },
  unnamed: 'Agreement without a name',
  dates: {
    accept: (name: string) => `Last day to accept: ${name}`,
    update: (what: string) => `Required update: ${what}`,
    unnamedUpdate: 'without a name',
    updateBranches: {
      ifMet: 'The update is applied by the day that its notice names.',
      ifMissed: 'A duty of the agreement is not met; more time is given on request only.',
    },
    contacts: (count: number) => (count === 1 ? 'Confirm a contact of record' : `Confirm ${count} contacts of record`),
    contactBranches: {
      ifMet: 'Notices reach somebody who reads them.',
      ifMissed: 'The contact is stale: notices may reach nobody.',
    },
    insurance: (name: string) => `Last day of insurance: ${name}`,
    insuranceBranches: {
      ifMet: 'Cover goes on without a gap.',
      ifMissed: 'The insurance that the agreement asks for is not carried.',
    },
    exception: (what: string) => `End of an exception: ${what}`,
    unnamedException: 'without a name',
    exceptionBranches: {
      ifMet: 'The usual terms are met again, or more time is granted.',
      ifMissed: 'The exception is over and the usual terms are not met.',
    },
    ends: (name: string) => `Last day of ${name}`,
    endBranches: { ifMet: 'It is renewed or replaced in time.', ifMissed: 'There is no agreement any more.' },
  },
};
