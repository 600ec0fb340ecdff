/** A new uncertain input, and what becomes of its values when its kind or its subject changes. */
import {
  type Exact,
  add,
  divide,
  fraction,
  multiply,
  parseExact,
  subtract,
  toDecimal,
  ZERO,
} from '../../core/exact.ts';
import type { Distribution, UncertainInput, UncertainMatch, UncertainNumber } from '../../core/scenario/uncertainty.ts';
import type { Kind, What } from './fields.ts';

/** What a new input of each subject says. */
export function freshInput(what: What, match: UncertainMatch = {}): UncertainInput {
  switch (what) {
    case 'outcome':
      return { what, match, shared: false, renews: '70', cancels: '10', est: '20' };
    case 'bridgeDays':
      return { what, match, shared: false, distribution: { kind: 'triangular', min: '0', mode: '30', max: '120' } };
    case 'seats':
      return { what, match, shared: false, distribution: { kind: 'triangular', min: '-10', mode: '0', max: '5' } };
    case 'price':
      return { what, match, shared: true, distribution: { kind: 'uniform', min: '0', max: '8' } };
    case 'fx':
      return { what, match, shared: true, distribution: { kind: 'triangular', min: '-10', mode: '0', max: '10' } };
  }
}

/** The input with another subject: its subscriptions stay; its values too where they mean the same. */
export function withWhat(input: UncertainInput, what: What): UncertainInput {
  const fresh = freshInput(what, input.match);
  const meansSame = ({ what: one }: UncertainInput): boolean => one === 'seats' || one === 'price' || one === 'fx';
  if (input.what === 'outcome' || fresh.what === 'outcome' || !meansSame(input) || !meansSame(fresh)) return fresh;
  return { ...fresh, distribution: input.distribution };
}

/** The same number with a distribution of another kind that lies about where the former did. */
export function withKind(input: UncertainNumber, kind: Kind): UncertainNumber {
  if (kind === input.distribution.kind) return input;
  return { ...input, distribution: likeBefore(kind, spanOf(input.distribution)) };
}

interface Span {
  readonly low: Exact;
  readonly middle: Exact;
  readonly high: Exact;
}

const TWO = fraction(2);
const FOUR = fraction(4);

function spanOf(distribution: Distribution): Span {
  switch (distribution.kind) {
    case 'constant': {
      const value = exact(distribution.value);
      return { low: value, middle: value, high: value };
    }
    case 'uniform': {
      const [low, high] = [exact(distribution.min), exact(distribution.max)];
      return { low, middle: divide(add(low, high), TWO), high };
    }
    case 'triangular':
    case 'pert':
      return { low: exact(distribution.min), middle: exact(distribution.mode), high: exact(distribution.max) };
    case 'normal':
    case 'lognormal': {
      const [mean, twice] = [exact(distribution.mean), multiply(exact(distribution.sd), TWO)];
      return { low: subtract(mean, twice), middle: mean, high: add(mean, twice) };
    }
    case 'discrete': {
      const values = distribution.values.map(({ value }) => value).sort((a, b) => Number(a) - Number(b));
      const [low, high] = [exact(values[0] ?? '0'), exact(values.at(-1) ?? '0')];
      return { low, middle: exact(values[values.length >> 1] ?? '0'), high };
    }
  }
}

function likeBefore(kind: Kind, { low, middle, high }: Span): Distribution {
  const sd = divide(subtract(high, low), FOUR);
  switch (kind) {
    case 'constant':
      return { kind, value: decimal(middle) };
    case 'uniform':
      return { kind, min: decimal(low), max: decimal(high) };
    case 'triangular':
    case 'pert':
      return { kind, min: decimal(low), mode: decimal(middle), max: decimal(high) };
    case 'normal':
      return { kind, mean: decimal(middle), sd: decimal(sd) };
    case 'lognormal':
      // Only values above zero have a logarithm.
      return { kind, mean: Number(decimal(middle)) > 0 ? decimal(middle) : '1', sd: decimal(sd) };
    case 'discrete':
      return {
        kind,
        values: [...new Set([low, middle, high].map(decimal))].map((value) => ({ value, weight: '1' })),
      };
  }
}

function exact(text: string): Exact {
  return parseExact(text) ?? ZERO;
}

function decimal(value: Exact): string {
  return toDecimal(value, 0, 4);
}
