/** The figures of whole trials. */
import { compare, fraction, multiply } from '../../core/exact.ts';
import { minorDigits } from '../../core/money.ts';
import { percentileInc, sampleStatistics } from '../../core/sample-statistics.ts';
import type { UncertainLimit } from '../../core/scenario/uncertainty.ts';
import { exactOf } from './inputs.ts';
import type { WholeTrials } from './sums.ts';
import {
  type AmountSpread,
  type CustomerSpread,
  type LimitChance,
  type MonthSpread,
  type Spread,
  TOLD_PERCENTILES,
  TRIAL_AMOUNTS,
  TRIAL_MONTH_AMOUNTS,
  type TrialPlan,
  type TrialSummary,
} from './types.ts';
import { tornadoOf } from './tornado.ts';
import { worstOwners } from './worst.ts';

/** Mean, spread and percentiles of a sample in any order. */
export function spreadOf(values: Float64Array): Spread {
  const sorted = values.toSorted();
  return {
    ...sampleStatistics(values),
    percentiles: TOLD_PERCENTILES.map((percent) => percentileInc(sorted, percent)),
  };
}

/** One amount of a currency in each trial. */
export function amountOfTrials(
  { currencies }: TrialPlan,
  { trials, totals }: WholeTrials,
  currency: number,
  amount: number,
): Float64Array {
  return Float64Array.from(
    trials,
    (_, at) => totals[(at * currencies.length + currency) * TRIAL_AMOUNTS.length + amount] ?? 0,
  );
}

/** One amount of a currency's month in each trial; `month` counts from the window's first. */
export function monthOfTrials(
  { currencies, months }: TrialPlan,
  { trials, months: all }: WholeTrials,
  series: { readonly currency: number; readonly month: number; readonly amount: number },
): Float64Array {
  const { currency, month, amount } = series;
  return Float64Array.from(trials, (_, at) => {
    const entry = (at * currencies.length + currency) * months + month;
    return all[entry * TRIAL_MONTH_AMOUNTS.length + amount] ?? 0;
  });
}

/**
 * All figures of the trials that are whole. The worst customers' trials come from `ownerTrials`, so that workers can share
 * them out: `customerTrials` gives those of an owner for the whole trials.
 */
export function summarise(
  plan: TrialPlan,
  whole: WholeTrials,
  limits: readonly UncertainLimit[],
  customerTrials: (owner: number) => Float64Array,
): TrialSummary {
  return {
    trials: whole.trials.length,
    seed: plan.seed,
    amounts: amountSpreads(plan, whole),
    months: monthSpreads(plan, whole),
    limits: limits.flatMap((limit) => limitChance(plan, whole, limit)),
    customers: customerSpreads(plan, whole, customerTrials),
    tornado: tornadoOf(plan),
  };
}

function amountSpreads(plan: TrialPlan, whole: WholeTrials): readonly AmountSpread[] {
  return plan.currencies.flatMap((currency, code) =>
    TRIAL_AMOUNTS.map((amount, slot) => ({
      currency,
      amount,
      spread: spreadOf(amountOfTrials(plan, whole, code, slot)),
    })),
  );
}

/** By month, then currency. */
function monthSpreads(plan: TrialPlan, whole: WholeTrials): readonly MonthSpread[] {
  return Array.from({ length: plan.months }, (_, month) =>
    plan.currencies.flatMap((currency, code) =>
      TRIAL_MONTH_AMOUNTS.map((amount, slot) => ({
        month: plan.firstMonth + month,
        currency,
        amount,
        spread: spreadOf(monthOfTrials(plan, whole, { currency: code, month, amount: slot })),
      })),
    ),
  ).flat();
}

/** Nothing for a currency that the book does not have. */
function limitChance(plan: TrialPlan, whole: WholeTrials, { amount, currency, above }: UncertainLimit): LimitChance[] {
  const code = plan.currencies.indexOf(currency);
  const slot = TRIAL_AMOUNTS.findIndex((name) => name === amount);
  const name = TRIAL_AMOUNTS[slot];
  if (code < 0 || name === undefined) return [];
  const limit = multiply(exactOf(above), fraction(10 ** minorDigits(currency)));
  let crossed = 0;
  for (const value of amountOfTrials(plan, whole, code, slot)) if (compare(fraction(value), limit) > 0) crossed++;
  return [{ amount: name, currency, above, crossed }];
}

function customerSpreads(
  plan: TrialPlan,
  { owners }: WholeTrials,
  trialsOf: (owner: number) => Float64Array,
): readonly CustomerSpread[] {
  return plan.currencies.flatMap((currency, code) =>
    worstOwners(plan, owners, code).map((owner) => {
      const { customerId = '', customer = '' } = plan.owners[owner] ?? {};
      return { customerId, customer, currency, spread: spreadOf(trialsOf(owner)) };
    }),
  );
}
