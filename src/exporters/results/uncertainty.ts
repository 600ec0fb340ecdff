/** The key `uncertainty` of the results file: what the trials gave, without a word on how they were run. */
import { monthToText } from '../../core/days.ts';
import { fraction, toDecimal } from '../../core/exact.ts';
import { minorDigits, minorToText } from '../../core/money.ts';
import {
  type InputSwing,
  type Spread,
  TOLD_PERCENTILES,
  TRIAL_AMOUNTS,
  type Tornado,
  type TrialAmount,
  type TrialMonthAmount,
  type TrialSummary,
} from '../../sim/uncertainty/types.ts';

/** Decimal texts in major units. */
export type TrialTexts = Readonly<Record<TrialAmount, string>>;

export interface UncertaintyDocument {
  readonly trials: number;
  readonly seed: string;
  /** Totals by currency, trial by trial. */
  readonly perTrial: readonly Readonly<Record<string, TrialTexts>>[];
  readonly statistics: StatisticsDocument;
}

export type SpreadDocument = Readonly<Record<string, string>>;

export interface StatisticsDocument {
  readonly totals: Readonly<Record<string, Readonly<Record<string, SpreadDocument>>>>;
  readonly months: readonly MonthSpreads[];
  readonly limits: readonly {
    readonly amount: string;
    readonly currency: string;
    readonly above: string;
    readonly crossed: number;
    readonly chance: string;
  }[];
  readonly worstCustomers: readonly object[];
  readonly tornado: readonly object[];
}

type MonthSpreads = { readonly month: string; readonly currency: string } & Readonly<
  Partial<Record<TrialMonthAmount, SpreadDocument>>
>;

/** What the trials were of. */
export interface TrialFigures {
  readonly summary: TrialSummary;
  readonly currencies: readonly string[];
  /** Trial × currency × amount, minor units. */
  readonly totals: Float64Array;
}

/** Keys in the order in which they are written; currencies in code-unit order. */
export function uncertaintyDocument({ summary, currencies, totals }: TrialFigures): UncertaintyDocument {
  const width = currencies.length * TRIAL_AMOUNTS.length;
  return {
    trials: summary.trials,
    seed: summary.seed,
    perTrial: Array.from({ length: summary.trials }, (_, trial) =>
      byCurrency(currencies, totals.subarray(trial * width, (trial + 1) * width)),
    ),
    statistics: {
      totals: totalSpreads(summary),
      months: monthSpreads(summary),
      limits: summary.limits.map(({ amount, currency, above, crossed }) => ({
        ...{ amount, currency, above, crossed },
        chance: summary.trials === 0 ? '' : toDecimal(fraction(crossed, summary.trials), 0, 6),
      })),
      worstCustomers: summary.customers.map(({ customerId, customer, currency, spread }) => ({
        ...{ customerId, customer, currency },
        extra: spreadTexts(spread, currency),
      })),
      tornado: tornadoTexts(summary.tornado, currencies),
    },
  };
}

function byCurrency(currencies: readonly string[], amounts: Float64Array): Readonly<Record<string, TrialTexts>> {
  const texts = currencies.map((currency, code) => {
    const digits = minorDigits(currency);
    const at = code * TRIAL_AMOUNTS.length;
    const own = TRIAL_AMOUNTS.map((name, slot) => [name, minorToText(amounts[at + slot] ?? 0, digits)]);
    return [currency, Object.fromEntries(own) as TrialTexts] as const;
  });
  return Object.fromEntries(texts);
}

function totalSpreads({ amounts }: TrialSummary): StatisticsDocument['totals'] {
  const totals = new Map<string, Record<string, SpreadDocument>>();
  for (const { currency, amount, spread } of amounts) {
    totals.set(currency, { ...totals.get(currency), [amount]: spreadTexts(spread, currency) });
  }
  return Object.fromEntries(totals);
}

/** One entry for each month and currency, whose amounts follow each other in the summary. */
function monthSpreads({ months }: TrialSummary): readonly MonthSpreads[] {
  const found: MonthSpreads[] = [];
  for (const { month, currency, amount, spread } of months) {
    const text = monthToText(month);
    const last = found.at(-1);
    const same = last?.month === text && last.currency === currency ? found.pop() : undefined;
    found.push({ ...(same ?? { month: text, currency }), [amount]: spreadTexts(spread, currency) });
  }
  return found;
}

/** Two digits more than the currency has, where they are needed: means and percentiles lie between two cents. */
function spreadTexts(spread: Spread, currency: string): SpreadDocument {
  const digits = minorDigits(currency);
  const text = (minor: number): string =>
    toDecimal(fraction(nearest(minor * 100), 100 * 10 ** digits), digits, digits + 2);
  const { mean, standardError, sd, min, max, percentiles } = spread;
  const told = TOLD_PERCENTILES.map(
    (percent, index) => [`p${String(percent)}`, text(percentiles[index] ?? 0)] as const,
  );
  return {
    ...{ mean: text(mean), standardError: text(standardError), sd: text(sd), min: text(min) },
    ...Object.fromEntries(told),
    max: text(max),
  };
}

/** To the nearest whole number, halves away from zero. */
function nearest(value: number): number {
  const magnitude = Math.floor(Math.abs(value) + 0.5);
  return value < 0 ? -magnitude : magnitude;
}

function tornadoTexts({ swings }: Tornado, currencies: readonly string[]): readonly object[] {
  return swings.map((swing) => ({
    // Counted from 1, as people count.
    input: swing.index + 1,
    what: swing.what,
    values: valueTexts(swing),
    low: byCurrency(currencies, swing.low),
    high: byCurrency(currencies, swing.high),
  }));
}

const OUTCOMES = ['renews', 'cancels', 'est'] as const;

/** Outcomes by name, days as they are, changes in percent. */
function valueTexts({ what, values }: InputSwing): object {
  const text = (value: number): string => {
    if (what === 'outcome') return OUTCOMES[value] ?? '';
    return what === 'bridgeDays' ? String(value) : toDecimal(fraction(value - 1_000_000, 10_000), 0, 4);
  };
  return { p10: text(values.p10), p50: text(values.p50), p90: text(values.p90) };
}
