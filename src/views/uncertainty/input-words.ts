/** An uncertain input in plain words. */
import { add, compare, divide, fraction, parseExact, ZERO, type Exact } from '../../core/exact.ts';
import type { Format } from '../../core/format.ts';
import type { UncertainInput, UncertainMatch, UncertainNumber } from '../../core/scenario/uncertainty.ts';
import { uncertaintyText } from '../../core/text/en/uncertainty.ts';

const { words, whatShort, conditions, everything } = uncertaintyText;

/** Such as `Seats −10…+5 %, most likely 0 %: segment Education, each its own draw`. `nameOf` gives ids their names. */
export function inputWords(input: UncertainInput, format: Format, nameOf: NameOf): string {
  const saying = input.what === 'outcome' ? outcomeWords(input, format) : numberWords(input, format);
  return words.whose(saying, `${matchWords(input.match, nameOf)}, ${input.shared ? words.shared : words.own}`);
}

export type MatchField = keyof UncertainMatch;
export const MATCH_FIELDS = ['segment', 'customerId', 'productId', 'skuId', 'currency', 'subscriptionId'] as const satisfies readonly MatchField[]; // prettier-ignore

/** The name behind an id of a field; the id itself where it has none. */
export type NameOf = (field: MatchField, value: string) => string;

export function matchWords(match: UncertainMatch, nameOf: NameOf): string {
  const parts = MATCH_FIELDS.flatMap((field) => {
    const value = match[field];
    return value === undefined ? [] : [conditions[field](nameOf(field, value))];
  });
  return parts.length === 0 ? everything : parts.join(', ');
}

function outcomeWords(input: Extract<UncertainInput, { what: 'outcome' }>, format: Format): string {
  const [renews, cancels, est] = sharesInWords([input.renews, input.cancels, input.est], format);
  return words.outcome(renews ?? '', cancels ?? '', est ?? '');
}

function numberWords({ what, distribution }: UncertainNumber, format: Format): string {
  const isDays = what === 'bridgeDays';
  const figure = (value: string): string => format.exact(exact(value), [0, 10], isDays ? 'auto' : 'always');
  const plain = (value: string): string => format.exact(exact(value), [0, 10]);
  const withUnit = (value: string): string => (isDays ? words.days(value) : words.percent(value));
  const range = (from: string, to: string): string => withUnit(words.range(figure(from), figure(to)));
  const name = whatShort[what];
  switch (distribution.kind) {
    case 'constant':
      return words.constant(name, withUnit(figure(distribution.value)));
    case 'uniform':
      return words.uniform(name, range(distribution.min, distribution.max));
    case 'triangular':
    case 'pert':
      return words.three(name, range(distribution.min, distribution.max), withUnit(figure(distribution.mode)));
    case 'normal':
      return words.normal(name, withUnit(figure(distribution.mean)), withUnit(plain(distribution.sd)));
    case 'lognormal':
      return words.lognormal(name, withUnit(figure(distribution.mean)), withUnit(plain(distribution.sd)));
    case 'discrete': {
      const shares = sharesInWords(distribution.values.map(({ weight }) => weight), format); // prettier-ignore
      const each = distribution.values.map(({ value }, index) =>
        words.oneOf(withUnit(figure(value)), shares[index] ?? ''),
      );
      return words.discrete(name, each.join(', '));
    }
  }
}

/** Weights as shares of their sum. */
function sharesInWords(weights: readonly string[], format: Format): readonly string[] {
  const values = weights.map(exact);
  const sum = values.reduce(add, ZERO);
  return values.map((value) => format.percent(compare(sum, ZERO) > 0 ? divide(value, sum) : fraction(0), 0));
}

function exact(text: string): Exact {
  return parseExact(text) ?? ZERO;
}
