/** Months of meters with tiers against the tiers of an imported price list. */
import { type Day, firstDayOfMonth, monthOfDay } from '../../../core/days.ts';
import {
  type Exact,
  ONE,
  ZERO,
  add,
  compare,
  divide,
  fraction,
  larger,
  multiply,
  negate,
  parseExact,
  subtract,
  toDecimal,
  toFloat,
} from '../../../core/exact.ts';
import { amountAt } from '../model/amounts.ts';
import type { Usage } from '../types.ts';
import type { TieredMeter } from './price-tiers.ts';
import { amountOf, graduate } from './tiers.ts';
import { TIER_FITS, type TierAnswer, type TierFit, type TierMonth } from './types.ts';

const MOST_MONTHS = 50;
const DIGITS = 18;
/** A cent of rounding on each line, before the earned credit is taken off. */
const ROUNDED = fraction(2, 100);

/** What a customer used of a meter in a month. */
interface Used {
  readonly meter: TieredMeter;
  /** A line of it. */
  readonly row: number;
  lines: number;
  list: Exact;
  readonly quantities: Map<number, Exact>;
}

/**
 * Whole months from their first day on, of daily usage in a billing currency. Which units fill a tier together is not published: all of a
 * customer and those of each subscription are tried.
 */
export function checkTiers(usage: Usage, currency: string, meters: readonly TieredMeter[]): TierAnswer {
  const found = [...usedMonths(usage, currency, meters).values()].map((used) => monthOf(usage, used));
  return {
    meters: new Set(meters.map(({ meterId }) => meterId)).size,
    compared: found.length,
    months: found.toSorted((a, b) => rank(b) - rank(a) || size(b) - size(a)).slice(0, MOST_MONTHS),
  };
}

const rank = ({ fit }: TierMonth): number => TIER_FITS.indexOf(fit);
const size = ({ file }: TierMonth): number => toFloat(parseExact(file) ?? ZERO);

function usedMonths(usage: Usage, currency: string, meters: readonly TieredMeter[]): ReadonlyMap<string, Used> {
  const { customer, subscription } = usage.dimensions;
  const byId = new Map<string, TieredMeter[]>();
  for (const meter of meters) byId.set(meter.meterId, [...(byId.get(meter.meterId) ?? []), meter]);
  const known = usage.meterId.values.map((id) => byId.get(id.toLowerCase()));
  const wanted = usage.billingCurrency.values.indexOf(currency);
  const isDaily = usage.facts.sources.map(({ kind }) => kind === 'daily-usage');
  const found = new Map<string, Used>();
  for (let row = 0; row < usage.rows; row++) {
    const own = known[usage.meterId.codes[row] ?? 0];
    if (!own || usage.billingCurrency.codes[row] !== wanted || !isDaily[usage.source[row] ?? 0]) continue;
    const month = monthOfDay(usage.days[row] ?? 0);
    const meter = meterOn(
      own,
      firstDayOfMonth(month),
      usage.pricingCurrency.values[usage.pricingCurrency.codes[row] ?? 0],
    );
    if (!meter || firstDayOfMonth(month) < usage.facts.from) continue;
    const key = [usage.meterId.codes[row], customer.codes[row], month, meter.currency].join(' ');
    const used = found.get(key) ?? { meter, row, lines: 0, list: ZERO, quantities: new Map<number, Exact>() };
    found.set(key, used);
    used.lines++;
    used.list = add(used.list, listOf(usage, row));
    const place = subscription.codes[row] ?? 0;
    used.quantities.set(place, add(used.quantities.get(place) ?? ZERO, amountAt(usage.quantity, row)));
  }
  return found;
}

function meterOn(meters: readonly TieredMeter[], day: Day, currency = ''): TieredMeter | undefined {
  return meters.find((meter) => meter.currency === currency && meter.start <= day && day <= meter.end);
}

/** In pricing currency, before the earned credit. */
function listOf({ priced, earnedPercent }: Usage, row: number): Exact {
  const percent = earnedPercent[row] ?? NaN;
  const rate = percent > 0 && percent < 100 ? divide(parseExact(String(percent)) ?? ZERO, fraction(100)) : ZERO;
  return divide(amountAt(priced, row), subtract(ONE, rate));
}

function monthOf(usage: Usage, { meter, row, lines, list, quantities }: Used): TierMonth {
  const parts = [...quantities.values()];
  const quantity = parts.reduce((sum, one) => add(sum, one), ZERO);
  const charge = (units: Exact): Exact => amountOf(graduate(meter.tiers, units));
  const byCustomer = charge(quantity);
  const bySubscription = parts.reduce((sum, one) => add(sum, charge(one)), ZERO);
  const textOf = ({ codes, values }: Usage['unit']): string => values[codes[row] ?? 0] ?? '';
  const isOtherUnit = meter.unit !== '' && meter.unit.toLowerCase() !== textOf(usage.unit).toLowerCase();
  const near = (amount: Exact): boolean => {
    const difference = subtract(amount, list);
    return compare(larger(difference, negate(difference)), multiply(ROUNDED, fraction(lines))) <= 0;
  };
  const id = textOf(usage.dimensions.customer);
  const text = (value: Exact): string => toDecimal(value, 0, DIGITS);
  return {
    month: monthOfDay(usage.days[row] ?? 0),
    customer: usage.names.get(id.toLowerCase()) ?? id,
    meter: textOf(usage.dimensions.meter),
    ...{ quantity: text(quantity), currency: meter.currency, file: text(list) },
    ...{ byCustomer: text(byCustomer), bySubscription: text(bySubscription) },
    fit: isOtherUnit ? 'unit' : fitOf(near(byCustomer), near(bySubscription)),
  };
}

function fitOf(customer: boolean, subscription: boolean): TierFit {
  if (customer && subscription) return 'both';
  if (customer) return 'customer';
  return subscription ? 'subscription' : 'neither';
}
