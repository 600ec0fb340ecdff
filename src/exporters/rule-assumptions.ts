/** The assumptions about the rule book's readings and about currencies, as entries of the list of assumptions. */
import type { Decision, FxAssumptions, RuleSettings } from '../core/scenario/scenario.ts';
import { sourcesText } from '../core/scenario/rate-source.ts';
import { ruleValueText } from '../core/text/en/rule-values.ts';
import type { Reporting } from '../sim/types.ts';
import type { Assumption, AssumptionWords } from './assumption.ts';

const RULES = { refundDayCount: 'D-07', promotionAtRenewal: 'R-074' } as const;

/** How the rule book is read. */
export function ruleAssumptions(
  rules: RuleSettings,
  defaults: RuleSettings,
  { text: { topics }, rules: text }: AssumptionWords,
): readonly Assumption[] {
  return (['refundDayCount', 'promotionAtRenewal'] as const).map((key) => ({
    topic: topics.est,
    item: text.names[key],
    value: text.choices[rules[key]],
    defaultValue: text.choices[defaults[key]],
    differs: rules[key] !== defaults[key],
    rule: RULES[key],
  }));
}

/** Shocks, rates and the reporting currency, each only where somebody set it. */
export function fxAssumptions(
  { shocks, rates, reporting }: FxAssumptions,
  { day, rules: text }: AssumptionWords,
): readonly Assumption[] {
  const line = (item: string, value: string): Assumption => ({
    ...{ topic: text.fx.topic, item, value, defaultValue: undefined, differs: true, rule: 'R-062' },
  });
  return [
    ...shocks.map(({ currency, from, percent }) =>
      line(text.fx.shock(currency), text.fx.shockValue(percent.replace('-', '−'), day(from))),
    ),
    ...rates.map(({ from, to, rate }) => line(text.fx.rate(from, to), rate)),
    ...(reporting ? [line(text.fx.reporting, reporting)] : []),
  ];
}

/** What a decision renews to: `P3Y, Annual, 8 seats`; empty when it says nothing. */
export function renewToText({ renewTo }: Decision, { rules: text }: AssumptionWords): string {
  if (!renewTo) return '';
  const { termDuration, billingPlan, quantity } = renewTo;
  const parts = [termDuration, billingPlan, quantity === undefined ? undefined : text.seats(quantity)];
  const named = parts.filter((part) => part !== undefined);
  return named.length === 0 ? '' : text.renewTo(named.join(', '));
}

/** The rates behind sums in the reporting currency, one line each. */
export function reportingRates({ rates, currency }: Reporting): readonly string[] {
  return rates.map((own) => ruleValueText.fx.rateOf(own.currency, own.rate, currency, sourcesText(own.sources)));
}
