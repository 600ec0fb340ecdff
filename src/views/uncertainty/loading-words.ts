/** The loadings of the common factor in words. */
import { type Exact, compare, multiply, negate, parseExact, ZERO, fraction } from '../../core/exact.ts';
import type { Format } from '../../core/format.ts';
import type { Uncertainty } from '../../core/scenario/uncertainty.ts';
import { uncertaintyText } from '../../core/text/en/uncertainty.ts';

const text = uncertaintyText.loadings;

export type LoadingName = keyof Uncertainty['loadings'];
export const LOADINGS = ['price', 'fx', 'behaviour'] as const satisfies readonly LoadingName[];

const PAIRS = [
  ['price', 'fx', 'price-fx'],
  ['price', 'behaviour', 'price-behaviour'],
  ['fx', 'behaviour', 'fx-behaviour'],
] as const;

/** Which pairs move together and how closely, such as `Prices and rates move together (0.56)`. */
export function loadingWords(loadings: Uncertainty['loadings'], format: Format): string {
  const pairs = PAIRS.flatMap(([one, other, pair]) => {
    const correlation = multiply(exact(loadings[one]), exact(loadings[other]));
    if (compare(correlation, ZERO) === 0) return [];
    const [first, second] = text.pairs[pair];
    return [text.pair(first, second, strengthOf(correlation), format.exact(correlation, [0, 2]))];
  });
  return pairs.length === 0 ? text.none : `${pairs.join('; ')}.`;
}

function strengthOf(correlation: Exact): string {
  const isAgainst = compare(correlation, ZERO) < 0;
  const size = isAgainst ? negate(correlation) : correlation;
  const words = text.strengths[isAgainst ? 'against' : 'together'];
  if (compare(size, fraction(3, 10)) < 0) return words.weak;
  return compare(size, fraction(7, 10)) < 0 ? words.middling : words.strong;
}

/** Whether a text says a loading. */
export function isLoading(decimal: string): boolean {
  const value = parseExact(decimal);
  return value !== undefined && compare(value, fraction(-1)) >= 0 && compare(value, fraction(1)) <= 0;
}

function exact(decimal: string): Exact {
  return parseExact(decimal) ?? ZERO;
}
