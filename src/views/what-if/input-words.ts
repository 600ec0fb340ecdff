/** Names and values of assumptions as people read them, and what they type. */
import type { Assumption } from '../../core/assumptions/assumption.ts';
import { dayToText, parseDay } from '../../core/days.ts';
import { compareDecimals, digitsBehind } from '../../core/decimal-text.ts';
import type { Format } from '../../core/format.ts';
import { localeWords } from '../../core/locale-words.ts';
import { numberText } from '../../core/locale-text.ts';
import { type Result, err, ok } from '../../core/result.ts';
import type { Decision, PriceChange } from '../../core/scenario/scenario.ts';
import { assumptionsText } from '../../core/text/en/assumptions.ts';
import { whatIfText } from '../../core/text/en/what-if.ts';
import { readNumber } from '../../sheet/typed/number-text.ts';

const text = whatIfText.inputs;

/** The name of an assumption. @param customerOf the name of a customer by id */
export function inputName({ subject }: Assumption, customerOf: (id: string) => string): string {
  switch (subject.kind) {
    case 'est':
      return assumptionsText.names[subject.key];
    case 'window':
      return text[subject.key];
    case 'price':
      return (subject.key === 'value' ? text.price : text.priceFrom)(
        subject.place + 1,
        matchWords(subject.change.match),
      );
    case 'decision':
      return text.decision(subject.place + 1, matchWords(subject.decision.match));
    case 'margin':
      if (subject.level === 'business') return text.marginBusiness;
      return subject.level === 'customer'
        ? text.marginCustomer(customerOf(subject.id))
        : text.marginSubscription(subject.id);
    case 'clause':
      return text[subject.key](customerOf(subject.customerId));
    case 'fx':
      return (subject.key === 'percent' ? text.fx : text.fxFrom)(subject.shock.currency, subject.place + 1);
  }
}

function matchWords(match: PriceChange['match'] | Decision['match']): string {
  const named = Object.values(match).filter((value) => value !== '');
  return named.length === 0 ? text.allRows : named.join(' ');
}

/** A value of an assumption with its unit: `3.25 %`, `45 days`, `1 Apr 2027`. */
export function valueWords(value: string, { unit }: Pick<Assumption, 'unit'>, format: Format): string {
  const words = whatIfText.value;
  switch (unit) {
    case 'percent':
      return words.percent(signed(format.decimal(value)));
    case 'days':
      return words.days(Number(value), format.count(Number(value)));
    case 'months':
      return words.months(Number(value), format.count(Number(value)));
    case 'date':
      return format.day(Number(value));
    case 'money':
      return signed(format.decimal(value));
  }
}

/** The present value; of an open one what that means. */
export function presentWords(assumption: Assumption, format: Format): string {
  if (!assumption.open) return valueWords(assumption.value, assumption, format);
  return assumption.unit === 'percent' ? whatIfText.value.openCap : whatIfText.value.openBridge;
}

function signed(figure: string): string {
  return figure.replace('-', '−');
}

/** As the control holds it: an ISO date, or a number in the user's locale. */
export function typedValue(value: string, { unit }: Pick<Assumption, 'unit'>, format: Format): string {
  return unit === 'date' ? dayToText(Number(value)) : numberText(value, localeWords(format.locale));
}

/** The value that a text says, in the assumption's unit; or in words what is allowed. */
export function readValue(typed: string, assumption: Assumption, format: Format): Result<string, string> {
  const { unit, digits, min, max } = assumption;
  const words = whatIfText.refused;
  const wanted = typed.trim();
  if (unit === 'date') {
    const day = parseDay(wanted);
    return day === undefined ? err(words.date) : within(String(day), assumption, format);
  }
  const read = readNumber(wanted, localeWords(format.locale));
  if (read === undefined || (read.isPercent && unit !== 'percent')) {
    return err(digits === 0 ? words.whole(wanted) : words.number(wanted, typedValue('12.5', assumption, format)));
  }
  if (digitsBehind(read.decimal) > digits) return err(words.fine(digits));
  if (compareDecimals(read.decimal, min) < 0 || compareDecimals(read.decimal, max) > 0) return within(read.decimal, assumption, format); // prettier-ignore
  return ok(read.decimal);
}

function within(value: string, assumption: Assumption, format: Format): Result<string, string> {
  const { min, max } = assumption;
  if (compareDecimals(value, min) >= 0 && compareDecimals(value, max) <= 0) return ok(value);
  return err(whatIfText.refused.outside(valueWords(min, assumption, format), valueWords(max, assumption, format)));
}
