/** Doubles as the decimals that they show. */
import { type Exact, fraction, parseExact } from '../../../core/exact.ts';
import { to15 } from '../round.ts';
import { MAX_SCALE } from './parts.ts';

export interface Decimal {
  readonly units: number;
  readonly scale: number;
}

/** A fraction as whole units of 10^−scale with the smallest scale; undefined when it is none, or too long. */
export function decimalOf(value: Exact): Decimal | undefined {
  let { den } = value;
  if (Number.isNaN(den) || Number.isNaN(value.num)) return undefined;
  let scale = 0;
  let factor = 1;
  while (den % 10 === 0) [den, scale] = [den / 10, scale + 1];
  while (den % 2 === 0) [den, scale, factor] = [den / 2, scale + 1, factor * 5];
  while (den % 5 === 0) [den, scale, factor] = [den / 5, scale + 1, factor * 2];
  const units = value.num * factor;
  return den === 1 && scale <= MAX_SCALE && Number.isSafeInteger(units) ? { units, scale } : undefined;
}

/** The decimal of 15 significant digits that a double shows. */
export function exactOfNumber(value: number): Exact {
  if (Number.isSafeInteger(value)) return fraction(value);
  return parseExact(String(to15(value))) ?? fraction(0);
}
