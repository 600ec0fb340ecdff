/** What comes of putting two units together. Where that makes no sense, the words that say so. */
import { unitWords } from '../../../core/text/en/units.ts';
import { ANY, PLAIN, type Period, type Unit, isByRow } from './unit.ts';

/** A unit, or what is wrong. */
export type Outcome = Unit | { readonly kind: 'problem'; readonly words: string };

type Money = Extract<Unit, { kind: 'money' }>;
type Rate = Extract<Unit, { kind: 'rate' }>;

function problem(words: string): Outcome {
  return { kind: 'problem', words };
}

/** A currency in words. */
function currencyWords(currency: string): string {
  return isByRow(currency) ? unitWords.rowCurrency : currency;
}

/** A unit in words, for headers of columns; '' where there is nothing to say. */
export function unitText(unit: Unit): string {
  switch (unit.kind) {
    case 'any':
      return '';
    case 'plain':
      return unit.label;
    case 'rate':
      return unitWords.rate(currencyWords(unit.from), currencyWords(unit.to));
    case 'money':
      return unitWords.money(isByRow(unit.currency) ? unitWords.manyCurrencies : unit.currency, unit.per);
  }
}

/** Sums, differences, comparisons, branches of an IF: both sides must count the same. */
export function together(a: Unit, b: Unit): Outcome {
  if (a.kind === 'any' || b.kind === 'any') return a.kind === 'any' ? b : a;
  if (a.kind === 'money' && b.kind === 'money') return moneyTogether(a, b);
  if (a.kind === 'money' || b.kind === 'money') {
    const [money, other] = a.kind === 'money' ? [a, b] : [b, a];
    return problem(unitWords.moneyAndPlain(unitText(money), unitText(other)));
  }
  if (a.kind === 'plain' && b.kind === 'plain') return a.label === b.label ? a : PLAIN;
  return a.kind === b.kind ? a : PLAIN;
}

function moneyTogether(a: Money, b: Money): Outcome {
  if (a.currency !== b.currency)
    return problem(unitWords.currencies(currencyWords(a.currency), currencyWords(b.currency)));
  if (a.per && b.per && a.per !== b.per) return problem(unitWords.periods(a.per, b.per));
  return a.per ? a : b;
}

const TIMES: ReadonlyMap<string, Period> = new Map([
  ['month', 'month'],
  ['months', 'month'],
  ['year', 'year'],
  ['years', 'year'],
]);

/** The period that a plain unit counts. */
function periodOf(unit: Unit): Period | undefined {
  return unit.kind === 'plain' ? TIMES.get(unit.label.toLowerCase()) : undefined;
}

export function times(a: Unit, b: Unit): Outcome {
  if (a.kind === 'money' && b.kind === 'money') return problem(unitWords.moneyTimesMoney);
  if (a.kind === 'money' && b.kind === 'rate') return exchanged(a, b);
  if (a.kind === 'rate' && b.kind === 'money') return exchanged(b, a);
  if (a.kind === 'money') return forPeriod(a, b);
  if (b.kind === 'money') return forPeriod(b, a);
  if (a.kind === 'rate' && b.kind === 'rate') return chained(a, b);
  if (a.kind === 'rate' || b.kind === 'rate') return a.kind === 'rate' ? a : b;
  // A number of something, twice as many: the label stays; seats × days is neither.
  if (a.kind === 'any' || b.kind === 'any') return a.kind === 'any' ? b : a;
  return PLAIN;
}

function exchanged(money: Money, { from, to }: Rate): Outcome {
  if (money.currency === from) return { ...money, currency: to };
  return problem(unitWords.rateMismatch(currencyWords(from), currencyWords(money.currency)));
}

function chained(a: Rate, b: Rate): Outcome {
  if (a.to === b.from) return simple({ kind: 'rate', from: a.from, to: b.to });
  if (b.to === a.from) return simple({ kind: 'rate', from: b.from, to: a.to });
  return problem(unitWords.rateMismatch(currencyWords(b.from), currencyWords(a.to)));
}

function simple(rate: Rate): Unit {
  return rate.from === rate.to ? PLAIN : rate;
}

/** EUR a month × months is EUR. */
function forPeriod(money: Money, other: Unit): Unit {
  return money.per && periodOf(other) === money.per ? { ...money, per: undefined } : money;
}

export function over(a: Unit, b: Unit): Outcome {
  if (a.kind === 'money' && b.kind === 'money') {
    const same = moneyTogether(a, b);
    return same.kind === 'problem' ? same : PLAIN;
  }
  if (b.kind === 'rate') return times(a, { kind: 'rate', from: b.to, to: b.from });
  if (a.kind === 'money') {
    const period = periodOf(b);
    return period && a.per === undefined ? { ...a, per: period } : a;
  }
  if (a.kind === 'plain' && b.kind === 'plain' && a.label !== '' && a.label === b.label) return PLAIN;
  return b.kind === 'money' || a.kind === 'any' ? ANY : a;
}
