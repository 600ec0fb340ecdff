/** Shares of scenario files, such as `0.03`, as the percentages that people read and type. */
import { divide, fraction, multiply, parseExact, toDecimal } from '../../core/exact.ts';
import type { Format } from '../../core/format.ts';

const HUNDRED = fraction(100);

/** `0.035` as `3.5`; a text that is no number stays as it is. */
export function percentOf(share: string): string {
  const exact = parseExact(share);
  return exact ? toDecimal(multiply(exact, HUNDRED), 0, 10) : share;
}

/** `0.035` as `3.5 %`. */
export function percentText(share: string, format: Format): string {
  return `${format.decimal(percentOf(share))} %`;
}

/** `3.5`, `3,5` or `3.5 %` as `0.035`; undefined for what is no number. */
export function shareOf(typed: string): string | undefined {
  const exact = numberOf(typed);
  return exact === undefined ? undefined : toDecimal(divide(parseExact(exact) ?? HUNDRED, HUNDRED), 0, 12);
}

/** A typed number as the decimal text of files; undefined for what is none. */
export function numberOf(typed: string): string | undefined {
  const plain = typed.trim().replace(/\s*%$/, '').replace('−', '-').replace(',', '.');
  return parseExact(plain) ? plain : undefined;
}
