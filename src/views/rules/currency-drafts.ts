/** What is typed about currencies, read: a shock or a rate, or in words what is wrong with it. */
import { dayToText, parseDay } from '../../core/days.ts';
import { ZERO, compare, fraction, parseExact, toDecimal } from '../../core/exact.ts';
import { type Result, err, ok } from '../../core/result.ts';
import type { FxAssumptions, FxRate, FxShock } from '../../core/scenario/scenario.ts';
import { ruleBookText } from '../../core/text/en/rule-book.ts';

const text = ruleBookText.fx;

export interface ShockDraft {
  readonly currency: string;
  readonly from: string;
  readonly percent: string;
}

export interface RateDraft {
  readonly from: string;
  readonly to: string;
  readonly rate: string;
}

/** Problems by field. */
export type DraftProblems<D> = Readonly<Partial<Record<keyof D, string>>>;

/** `eur` as `EUR`; undefined when it is no three letters. */
function currencyOf(typed: string): string | undefined {
  const code = typed.trim().toUpperCase();
  return /^[A-Z]{3}$/.test(code) ? code : undefined;
}

/** A number with a point or a comma, with a hyphen or a real minus. */
function decimalOf(typed: string): string | undefined {
  const value = parseExact(typed.trim().replace(/\s*%$/, '').replace('−', '-').replace(',', '.'));
  return value && toDecimal(value, 0, 12);
}

const above = (decimal: string, least: ReturnType<typeof fraction>): boolean => {
  const value = parseExact(decimal);
  return value !== undefined && compare(value, least) > 0;
};

export function readShock(draft: ShockDraft): Result<FxShock, DraftProblems<ShockDraft>> {
  const currency = currencyOf(draft.currency);
  const from = parseDay(draft.from);
  const typed = decimalOf(draft.percent);
  const percent = typed !== undefined && above(typed, fraction(-100)) ? typed : undefined;
  if (currency !== undefined && from !== undefined && percent !== undefined) return ok({ currency, from, percent });
  return err({
    ...(currency === undefined && { currency: text.wrongCurrency }),
    ...(from === undefined && { from: text.wrongDay }),
    ...(percent === undefined && { percent: text.wrongPercent }),
  });
}

export function readRate(draft: RateDraft): Result<FxRate, DraftProblems<RateDraft>> {
  const [from, to] = [currencyOf(draft.from), currencyOf(draft.to)];
  const typed = decimalOf(draft.rate);
  const rate = typed !== undefined && above(typed, ZERO) ? typed : undefined;
  if (from !== undefined && to !== undefined && from !== to && rate !== undefined) return ok({ from, to, rate });
  return err({
    ...(from === undefined && { from: text.wrongCurrency }),
    ...(to === undefined && { to: text.wrongCurrency }),
    ...(from !== undefined && from === to && { to: text.sameCurrency }),
    ...(rate === undefined && { rate: text.wrongRate }),
  });
}

/** A rate takes the place of the one that it was changed from, and of an older one of the same two currencies. */
export function withRate({ rates, ...fx }: FxAssumptions, rate: FxRate, former?: FxRate): FxAssumptions {
  const isSame = ({ from, to }: FxRate): boolean =>
    (from === rate.from && to === rate.to) || (from === rate.to && to === rate.from);
  const others = rates.filter((one) => one === former || !isSame(one));
  return { ...fx, rates: inPlaceOf(others, rate, former) };
}

/** A shock takes the place of the one that it was changed from. */
export function withShock({ shocks, ...fx }: FxAssumptions, shock: FxShock, former?: FxShock): FxAssumptions {
  return { ...fx, shocks: inPlaceOf(shocks, shock, former) };
}

/** At the end when the former one is not there. */
function inPlaceOf<T>(list: readonly T[], one: T, former: T | undefined): readonly T[] {
  return former !== undefined && list.includes(former)
    ? list.map((other) => (other === former ? one : other))
    : [...list, one];
}

/** What stands in a shock, as it is typed. */
export function shockDraft({ currency, from, percent }: FxShock): ShockDraft {
  return { currency, from: dayToText(from), percent };
}

/** Currencies to choose from, in order: those of the results, and what the scenario names already. */
export function knownCurrencies(
  totals: readonly { readonly currency: string }[],
  fx: FxAssumptions,
): readonly string[] {
  const named = [...totals, ...fx.shocks].map(({ currency }) => currency);
  const rated = fx.rates.flatMap(({ from, to }) => [from, to]);
  const all = [...named, ...rated, ...(fx.reporting ? [fx.reporting] : []), 'EUR', 'USD'];
  return [...new Set(all)].sort();
}
