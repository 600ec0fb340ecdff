/** The results that can be asked for, and targets as they are typed. */
import type { Format } from '../../core/format.ts';
import { parseExact } from '../../core/exact.ts';
import { digitsBehind, shiftPoint } from '../../core/decimal-text.ts';
import { localeWords } from '../../core/locale-words.ts';
import { numberText } from '../../core/locale-text.ts';
import { minorDigits } from '../../core/money.ts';
import { type Result, err, ok } from '../../core/result.ts';
import { whatIfText } from '../../core/text/en/what-if.ts';
import { readNumber } from '../../sheet/typed/number-text.ts';
import { AMOUNTS } from '../../sim/types.ts';
import { COUNTS, type Measure, type Reading } from '../../sim/what-if/types.ts';

/** Those most asked for come first. */
const FIRST = ['extra', 'est', 'absorbed', 'margin'] as const;

/** All measures of a currency, in the order in which they are offered. */
export function measuresOf(currency: string): readonly Measure[] {
  const rest = AMOUNTS.filter((amount) => !FIRST.some((first) => first === amount));
  return [
    ...FIRST.map((amount) => ({ kind: 'amount' as const, amount, currency })),
    { kind: 'margin-share', currency },
    { kind: 'absorbed-share', currency },
    ...rest.map((amount) => ({ kind: 'amount' as const, amount, currency })),
    ...COUNTS.map((count) => ({ kind: 'count' as const, count, currency })),
  ];
}

/** What a typed target says: major units of the currency, per cent, or a count; or in words what is wrong with it. */
export function readTarget(typed: string, measure: Measure, format: Format): Result<Reading, string> {
  const locals = localeWords(format.locale);
  const read = readNumber(typed.trim(), locals);
  const words = whatIfText.refused;
  if (!read) return err(words.number(typed, numberText('1234.5', locals)));
  const digits = digitsOf(measure);
  if (digitsBehind(read.decimal) > digits) return err(words.fine(digits));
  const top = Number(parseExact(shiftPoint(read.decimal, digits))?.num);
  if (!Number.isSafeInteger(top)) return err(words.number(typed, numberText('1234.5', locals)));
  const isShare = measure.kind === 'margin-share' || measure.kind === 'absorbed-share';
  return ok({ top, bottom: isShare ? 100 * 10 ** digits : 1 });
}

/** A result as a target is typed. */
export function typedTarget({ top, bottom }: Reading, measure: Measure, format: Format): string {
  const digits = digitsOf(measure);
  const isShare = measure.kind === 'margin-share' || measure.kind === 'absorbed-share';
  const decimal = isShare ? ((top / bottom) * 100).toFixed(2) : shiftPoint(String(top), -digits);
  return numberText(shiftPoint(decimal, 0), localeWords(format.locale));
}

const SHARE_DIGITS = 4;

function digitsOf(measure: Measure): number {
  if (measure.kind === 'amount') return minorDigits(measure.currency);
  return measure.kind === 'count' ? 0 : SHARE_DIGITS;
}
