/** Agreements as the user keeps them. Days are `YYYY-MM-DD` in UTC; the empty text stands for what is not said. */

/** What may concern a partner. CSPP is the Cloud *Storage* Partner Program, another programme than CSP. */
export const CONCERNS = ['csp', 'cspp', 'plus'] as const;
export type Concern = (typeof CONCERNS)[number];

export const ANSWERS = ['', 'yes', 'no'] as const;
export type Answer = (typeof ANSWERS)[number];

/** `mcra` and `cspp-old` are kept as history only. */
export const AGREEMENT_KINDS = ['mpa', 'mca', 'mcra', 'cspp', 'cspp-old', 'cspp-plus', 'own'] as const;
export type AgreementKind = (typeof AGREEMENT_KINDS)[number];

interface Entry {
  /** Unique in its list. */
  readonly id: string;
}

export interface Signer extends Entry {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  /** The name as it stands under the agreement. */
  readonly signedAs: string;
}

export interface Contact extends Entry {
  readonly name: string;
  readonly email: string;
  readonly role: string;
  /** The last day on which it was confirmed that this is right. */
  readonly confirmedOn: string;
}

/** The six of R-180, and others. */
export const INSURANCES = ['liability', 'cyber', 'professional', 'errors', 'workers', 'employer', 'other'] as const;
export type InsuranceKind = (typeof INSURANCES)[number];

export interface Insurance extends Entry {
  readonly kind: InsuranceKind;
  readonly insurer: string;
  /** The last day of cover. */
  readonly until: string;
  readonly document: string;
}

export interface RequiredUpdate extends Entry {
  readonly what: string;
  readonly noticeOn: string;
  /** The date in the notice. */
  readonly dueOn: string;
  readonly appliedOn: string;
}

export const REVIEW_KINDS = ['first', 'random', 'again'] as const;
export type ReviewKind = (typeof REVIEW_KINDS)[number];
export const REVIEW_RESULTS = ['', 'passed', 'failed'] as const;
export type ReviewResult = (typeof REVIEW_RESULTS)[number];

export interface Review extends Entry {
  readonly on: string;
  readonly kind: ReviewKind;
  /** What was looked at, such as a development installation. */
  readonly what: string;
  readonly result: ReviewResult;
}

/** What may make a new verification needed; asked of every change. */
export const CHANGE_QUESTIONS = ['host', 'files', 'sign-in', 'clients', 'development', 'residency', 'owner'] as const;
export type ChangeQuestion = (typeof CHANGE_QUESTIONS)[number];
export const CHANGE_VERDICTS = ['', 'needed', 'not-needed'] as const;
export type ChangeVerdict = (typeof CHANGE_VERDICTS)[number];

export interface Change extends Entry {
  readonly on: string;
  readonly what: string;
  /** The questions that were answered with yes. */
  readonly yes: readonly ChangeQuestion[];
  /** What the programme’s team said. */
  readonly verdict: ChangeVerdict;
}

export const REQUEST_ANSWERS = ['', 'granted', 'refused'] as const;
export type RequestAnswer = (typeof REQUEST_ANSWERS)[number];

/** A request for more time or another exception. */
export interface Exception extends Entry {
  readonly askedOn: string;
  readonly what: string;
  /** The id of a required update, `deadline` for that of the agreement, or empty. */
  readonly concerns: string;
  readonly answer: RequestAnswer;
  /** Until when it is granted. */
  readonly until: string;
}

export interface Agreement extends Entry {
  readonly kind: AgreementKind;
  /** Of an own agreement. */
  readonly name: string;
  /** The CSP region of an MPA. */
  readonly region: string;
  readonly version: string;
  readonly acceptedOn: string;
  readonly acceptedBy: string;
  /** Of an own agreement; of the others the rule book has them. */
  readonly deadline: string;
  readonly ifMet: string;
  readonly ifMissed: string;
  /** The last day of an own agreement that ends. */
  readonly endsOn: string;
  /** Where the signed copy is. */
  readonly document: string;
  readonly note: string;
  /** The WOPI allow list, pasted: addresses or hosts. */
  readonly allowList: string;
  readonly signers: readonly Signer[];
  readonly contacts: readonly Contact[];
  readonly insurances: readonly Insurance[];
  readonly updates: readonly RequiredUpdate[];
  readonly reviews: readonly Review[];
  readonly changes: readonly Change[];
  readonly exceptions: readonly Exception[];
}

export interface Terms {
  readonly applies: Readonly<Record<Concern, Answer>>;
  /** Months after which a contact is stale, where the user says otherwise than the rule book. */
  readonly staleMonths: string;
  readonly agreements: readonly Agreement[];
}
