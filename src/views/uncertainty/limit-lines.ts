/** Limits as the trials are measured by them. */
import { fraction, multiply, parseExact, toFloat } from '../../core/exact.ts';
import { type Minor, minorDigits } from '../../core/money.ts';
import type { UncertainLimit } from '../../core/scenario/uncertainty.ts';

/** A limit in minor units. Trials are whole minor units, so what lies between two of them counts as it is. */
export function limitInMinor({ above, currency }: UncertainLimit): Minor {
  const value = parseExact(above);
  return value ? toFloat(multiply(value, fraction(10 ** minorDigits(currency)))) : 0;
}

/** The limits of one amount in one currency, in minor units. */
export function limitsInMinor(limits: readonly UncertainLimit[], amount: string, currency: string): readonly Minor[] {
  return limits.filter((limit) => limit.amount === amount && limit.currency === currency).map(limitInMinor);
}
