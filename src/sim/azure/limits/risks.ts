/** What each customer may cost the partner: exposure against its limit, and a runaway before an alert could tell. */
import { compareCodeUnits } from '../../../core/compare-text.ts';
import type { Day } from '../../../core/days.ts';
import { type Exact, ZERO, add, compare, fraction, larger, multiply, parseExact, subtract, toDecimal } from '../../../core/exact.ts'; // prettier-ignore
import { idKey } from '../../../core/ids.ts';
import { fromMinor, minorDigits } from '../../../core/money.ts';
import type { AzureAssumptions } from '../../../core/scenario/azure.ts';
import { GroupedAmounts, MOST_DIGITS } from '../model/amounts.ts';
import type { Usage } from '../types.ts';
import type { Commitment } from './commitments.ts';
import type { CustomerRisk, Risks } from './types.ts';

/** Whole weeks, so that each weekday counts alike. */
const USUAL_DAYS = 28;
const NEVER = 2 ** 31 - 1;
/** Digits of a mean that has no end. */
const MEAN_DIGITS = 18;

type Asked = Pick<AzureAssumptions, 'limits' | 'stress'>;

/** One row for each customer and currency that consumes, has subscriptions or stands in the sheet. */
export function customerRisks(usage: Usage, bound: readonly Commitment[], asked: Asked): Risks {
  const { from, completeTo } = usage.facts;
  const usualDays = usage.rows === 0 ? 0 : Math.max(0, Math.min(USUAL_DAYS, completeTo + 1 - from));
  const usualFrom = completeTo + 1 - usualDays;
  const parts = new Parts();
  addUsage(parts, usage, usualFrom);
  for (const commitment of bound) {
    const { key, currency } = commitment;
    parts.of(key, currency, commitment).bound = commitment;
  }
  for (const { customerId, currency, limit, paid } of asked.limits) {
    parts.of(idKey(customerId), currency, { customerId, customer: '' }).sheet = { limit, paid };
  }
  const runaway = runawayOf(asked.stress);
  const rows = [...parts.all].map((part) => riskOf(part, runaway));
  const size = ({ stressed }: CustomerRisk): Exact => parseExact(stressed) ?? ZERO;
  rows.sort(
    (a, b) => compareCodeUnits(a.currency, b.currency) || compare(size(b), size(a)) || compareCodeUnits(a.key, b.key),
  );
  return { rows, usualFrom, usualDays };
}

interface Named {
  readonly customerId: string;
  readonly customer: string;
}

interface Part extends Named {
  readonly key: string;
  readonly currency: string;
  unbilled: Exact;
  /** Over the usual days since its first. */
  recent: Exact;
  days: number;
  bound: Commitment | undefined;
  sheet: { readonly limit: string; readonly paid: string } | undefined;
}

/** What is known of customers, by id and currency; the first name counts. */
class Parts {
  private readonly found = new Map<string, Part>();

  get all(): Iterable<Part> {
    return this.found.values();
  }

  of(key: string, currency: string, { customerId, customer }: Named): Part {
    const at = `${key}|${currency}`;
    const known = this.found.get(at);
    if (known && (known.customer !== '' || customer === '')) return known;
    const part: Part = known
      ? { ...known, customer }
      : {
          key,
          currency,
          customerId,
          customer,
          unbilled: ZERO,
          recent: ZERO,
          days: 0,
          bound: undefined,
          sheet: undefined,
        };
    this.found.set(at, part);
    return part;
  }
}

function addUsage(parts: Parts, usage: Usage, usualFrom: Day): void {
  const { customer } = usage.dimensions;
  const { codes, values: currencies } = usage.billingCurrency;
  const width = currencies.length;
  const groups = customer.values.length * width;
  const [unbilled, recent] = [new GroupedAmounts(groups), new GroupedAmounts(groups)];
  const firstDay = new Int32Array(groups).fill(NEVER);
  const { completeTo } = usage.facts;
  for (let row = 0; row < usage.rows; row++) {
    const group = (customer.codes[row] ?? 0) * width + (codes[row] ?? 0);
    const day = usage.days[row] ?? 0;
    if (day < (firstDay[group] ?? NEVER)) firstDay[group] = day;
    if (usage.unbilled[row] === 1) unbilled.add(group, usage.cost, row);
    if (day >= usualFrom && day <= completeTo) recent.add(group, usage.cost, row);
  }
  for (const [code, customerId] of customer.values.entries()) {
    const name = usage.names.get(customerId.toLowerCase()) ?? '';
    for (const [at, currency] of currencies.entries()) {
      const group = code * width + at;
      const first = firstDay[group] ?? NEVER;
      if (first === NEVER) continue;
      const part = parts.of(idKey(customerId), currency, { customerId, customer: name });
      part.unbilled = add(part.unbilled, unbilled.exact(group));
      part.recent = add(part.recent, recent.exact(group));
      part.days = Math.max(part.days, completeTo + 1 - Math.max(first, usualFrom));
    }
  }
}

/** Times of a usual day that a runaway costs. */
function runawayOf({ factor, hours }: AzureAssumptions['stress']): Exact {
  return multiply(parseExact(factor) ?? ZERO, multiply(parseExact(String(hours)) ?? ZERO, fraction(1, 24)));
}

function riskOf({ bound, sheet, ...part }: Part, runaway: Exact): CustomerRisk {
  const digits = minorDigits(part.currency);
  const [prepaid, committed] = [fromMinor(bound?.prepaid ?? 0, digits), fromMinor(bound?.committed ?? 0, digits)];
  const exposure = add(part.unbilled, add(prepaid, committed));
  const covered = add(parseExact(sheet?.limit ?? '') ?? ZERO, parseExact(sheet?.paid ?? '') ?? ZERO);
  const open = subtract(exposure, covered);
  // A customer that was given more back than it used has no usual spend.
  const usual = part.days === 0 ? ZERO : multiply(larger(part.recent, ZERO), fraction(1, part.days));
  const cost = multiply(usual, runaway);
  return {
    ...{ key: part.key, customerId: part.customerId, customer: part.customer, currency: part.currency },
    ...{ unbilled: text(part.unbilled), prepaid: text(prepaid), committed: text(committed) },
    ...{ bound: bound?.bound ?? 0, free: bound?.free ?? 0, unknown: bound?.unknown ?? 0 },
    ...{ exposure: text(exposure), limit: sheet?.limit, paid: sheet?.paid, open: text(open) },
    ...{ usual: mean(usual), usualDays: part.days, runaway: mean(cost), stressed: mean(add(open, cost)) },
  };
}

function text(value: Exact): string {
  return toDecimal(value, 0, MOST_DIGITS);
}

function mean(value: Exact): string {
  return toDecimal(value, 0, MEAN_DIGITS);
}
