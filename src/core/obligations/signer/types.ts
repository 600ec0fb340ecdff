/** What checks of a signer say. */

/** From the best to the worst. `look`: a person has to look, since no rule decides it. */
export const VERDICTS = ['ok', 'look', 'missing', 'fails'] as const;
export type Verdict = (typeof VERDICTS)[number];

export type SignerReason =
  | 'no-email'
  | 'not-an-email'
  | 'no-list'
  | 'no-domain-in-list'
  | 'mail-domain-shared'
  | 'same-domain'
  | 'sub-domain'
  | 'other-domain'
  | 'no-name'
  | 'one-name'
  | 'not-signed'
  | 'same-name'
  | 'other-order'
  | 'other-accents'
  | 'more-words'
  | 'other-name'
  | 'person'
  | 'legal-form'
  | 'maybe-legal-form'
  | 'company-word'
  | 'digits'
  | 'like-domain'
  | 'role-mailbox';

export interface SignerCheck {
  readonly check: 'domain' | 'name' | 'person';
  readonly verdict: Verdict;
  readonly reason: SignerReason;
  /** What was compared or found, in the order in which the wording tells it. */
  readonly evidence: readonly string[];
}

/** The worst verdict of some. */
export function worstOf(verdicts: readonly Verdict[]): Verdict {
  return VERDICTS[Math.max(0, ...verdicts.map((one) => VERDICTS.indexOf(one)))] ?? 'ok';
}
