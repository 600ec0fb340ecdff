/** What the rule book says of each kind of agreement, and which agreements stand in the register by themselves. */
import { freshAgreement } from './read.ts';
import type { Agreement, AgreementKind, Concern, Terms } from './types.ts';

interface DayOfRule {
  readonly rule: string;
  readonly key: string;
}

export interface KindFacts {
  readonly concern: Concern | undefined;
  /** The rule that describes it; undefined for an own one. */
  readonly rule: string | undefined;
  /** By when it has to be accepted. */
  readonly deadline?: DayOfRule;
  /** Its last day, whatever was signed, and what took its place. */
  readonly ends?: DayOfRule & { readonly by: AgreementKind };
  /** Whether each CSP region has one of its own. */
  readonly perRegion?: boolean;
  /** Whether an acceptance after the deadline needs a word. */
  readonly tellsLate?: boolean;
}

export const KINDS: Readonly<Record<AgreementKind, KindFacts>> = {
  mpa: { concern: 'csp', rule: 'R-150', deadline: { rule: 'R-150', key: 'mpaNeeded' }, perRegion: true },
  mca: { concern: 'csp', rule: 'R-132', deadline: { rule: 'R-132', key: 'cutOver' } },
  mcra: { concern: 'csp', rule: 'R-150', ends: { rule: 'R-150', key: 'mcraEnds', by: 'mpa' } },
  cspp: { concern: 'cspp', rule: 'R-170', deadline: { rule: 'R-170', key: 'accept' }, tellsLate: true },
  'cspp-old': { concern: 'cspp', rule: 'R-170', ends: { rule: 'R-170', key: 'accept', by: 'cspp' } },
  'cspp-plus': { concern: 'plus', rule: 'R-180' },
  own: { concern: undefined, rule: undefined },
};

/** Current agreements first. */
const BY_THEMSELVES: readonly AgreementKind[] = ['mpa', 'mca', 'cspp', 'cspp-plus', 'mcra', 'cspp-old'];

/**
 * The agreements of the register in the order in which they are shown: those that were recorded, and one of each kind of a programme
 * that applies and has no record yet; its id is its kind. Programmes that do not apply are left out.
 */
export function agreementsOf({ applies, agreements }: Terms): readonly Agreement[] {
  const isOurs = (kind: AgreementKind): boolean => {
    const { concern } = KINDS[kind];
    return concern !== undefined && applies[concern] === 'yes';
  };
  const own = agreements.filter(({ kind }) => KINDS[kind].concern === undefined);
  const known = BY_THEMSELVES.filter(isOurs).map((kind) => {
    const recorded = agreements.filter((one) => one.kind === kind);
    return recorded.length > 0 ? recorded : [freshAgreement(kind, kind)];
  });
  const isHistory = ([first]: readonly Agreement[]): boolean =>
    first !== undefined && KINDS[first.kind].ends !== undefined;
  return [...known.filter((list) => !isHistory(list)), own, ...known.filter(isHistory)].flat();
}

/** The register with an agreement in place of that of the same id, or added. */
export function withAgreement(terms: Terms, agreement: Agreement): Terms {
  const { agreements } = terms;
  const isKnown = agreements.some(({ id }) => id === agreement.id);
  return {
    ...terms,
    agreements: isKnown
      ? agreements.map((one) => (one.id === agreement.id ? agreement : one))
      : [...agreements, agreement],
  };
}
