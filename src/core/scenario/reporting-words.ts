/** Sums in a reporting currency, in words, as screens and reports say them. */
import type { Day } from '../days.ts';
import type { Format } from '../format.ts';
import { ruleBookText } from '../text/en/rule-book.ts';
import { ruleValueText } from '../text/en/rule-values.ts';
import type { Words } from '../text/words.ts';
import { type RateSource, sourcesText } from './rate-source.ts';

/** Of results: amounts are minor units of `currency`; undefined while a rate is missing. */
export interface ReportingSums {
  readonly currency: string;
  readonly day: Day;
  readonly rates: readonly {
    readonly currency: string;
    readonly rate: string;
    readonly sources: readonly RateSource[];
  }[];
  readonly missing: readonly string[];
  readonly amounts: { readonly est: number; readonly extra: number } | undefined;
}

/** The words that it takes, in one language. */
export interface ReportingTexts {
  readonly reporting: Words<typeof ruleBookText.reporting>;
  readonly fx: Words<typeof ruleValueText.fx>;
}

/** What the sums are, and by which rates; without sums, why there are none. */
export type ReportingWords =
  { readonly label: string; readonly sums: string; readonly rates: string } | { readonly missing: string };

export function reportingWords(
  reporting: ReportingSums,
  format: Format,
  { reporting: text, fx }: ReportingTexts = { reporting: ruleBookText.reporting, fx: ruleValueText.fx },
): ReportingWords {
  const { currency, day, rates, missing, amounts } = reporting;
  if (!amounts) return { missing: text.missing(missing.join(', '), currency) };
  const used = rates
    .filter((rate) => rate.currency !== currency)
    .map((rate) =>
      fx.rateOf(rate.currency, format.decimal(rate.rate), currency, sourcesText(rate.sources, fx.sources)),
    );
  return {
    label: text.label(currency),
    sums: text.sums(format.amount(amounts.est, currency), format.signed(amounts.extra, currency), currency),
    rates: text.rates(used.join(', '), format.day(day)),
  };
}
