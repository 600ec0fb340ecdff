/** A small simulation by hand: two currencies, months with gaps, a customer who pays less, one without an id. */
import { TextBuilder } from '../../src/core/column-builders.ts';
import type { ChartContext } from '../../src/charts/context.ts';
import { type Day, parseDay } from '../../src/core/days.ts';
import { createFormat } from '../../src/core/format.ts';
import type { Column } from '../../src/core/table.ts';
import { chartText } from '../../src/core/text/en/charts.ts';
import { AMOUNTS, type Amounts, type MonthTotals, type Simulation, type Totals } from '../../src/sim/types.ts';

/** Amounts whose parts are given and whose sums follow. */
export function amounts(parts: Partial<Amounts>): Amounts {
  const zero = Object.fromEntries(AMOUNTS.map((name) => [name, 0])) as Record<string, number> as Amounts;
  const all = { ...zero, ...parts };
  const extra = all.promotion + all.listMove + all.commitment + all.estUplift;
  return { ...all, extra, est: all.current + extra };
}

export function dayOf(text: string): Day {
  return parseDay(text) ?? NaN;
}

export interface SampleRow {
  readonly id: string;
  readonly customerId: string;
  readonly customer: string;
  readonly currency: string;
  readonly exposed: boolean;
  readonly amounts: Amounts;
}

/** The result columns that the charts read. */
export function simulationOf(
  rows: readonly SampleRow[],
  months: readonly MonthTotals[] = [],
  asOf = dayOf('2026-11-22'),
): Pick<Simulation, 'window' | 'table' | 'amounts' | 'months'> {
  const text = (name: 'id' | 'customerId' | 'customer' | 'currency'): [string, Column] => {
    const builder = new TextBuilder();
    for (const row of rows) builder.push(row[name]);
    return [name, builder.finish()];
  };
  const exposed: Column = { kind: 'flag', flags: Uint8Array.from(rows, (row) => (row.exposed ? 1 : 0)) };
  const columns = new Map([text('id'), text('customerId'), text('customer'), text('currency'), ['exposed', exposed]]);
  const column = (name: keyof Amounts): Float64Array => Float64Array.from(rows, (row) => row.amounts[name]);
  return {
    window: { asOf, horizonMonths: 12 },
    table: { rows: rows.length, columns },
    amounts: Object.fromEntries(AMOUNTS.map((name) => [name, column(name)])) as Record<keyof Amounts, Float64Array>,
    months,
  };
}

/** Thirteen months that grow, with the first and last cut, one cheaper part and some delay in passing on. */
export const MONTHS: readonly MonthTotals[] = Array.from({ length: 13 }, (_, index) => {
  const share = index === 0 ? 0.05 : index === 12 ? 0.5 : Math.min(1, 0.5 + index / 12);
  const cents = (full: number): number => Math.round(full * share);
  return {
    month: 2026 * 12 + 10 + index,
    currency: 'USD',
    ...amounts({
      ...{
        current: cents(5_632_145),
        promotion: cents(412_377),
        listMove: cents(index % 4 === 3 ? -210_050 : 389_912),
      },
      ...{ commitment: cents(880_231), estUplift: cents(261_199) },
      ...{ passed: index < 4 ? 0 : cents(511_213), delayed: index < 4 ? cents(511_213) : 0, absorbed: cents(700_417) },
    }),
  };
});

/** The totals of `MONTHS`. */
export const TOTALS: Totals = {
  ...{ currency: 'USD', subscriptions: 412, exposed: 51, atRisk: 42, unpriced: 3 },
  ...(Object.fromEntries(AMOUNTS.map((name) => [name, MONTHS.reduce((sum, month) => sum + month[name], 0)])) as Record<
    keyof Amounts,
    number
  >),
};

const row = (customer: string, customerId: string, parts: Partial<Amounts>, currency = 'USD'): SampleRow => ({
  ...{ id: `s-${customerId}-${customer}`, customerId, customer, currency, exposed: true, amounts: amounts(parts) },
});

/** Names that would run if anything executed them. */
export const HOSTILE_NAMES = ['<img src=x onerror=alert(1)>', '=HYPERLINK("http://x")', '"><script>alert(1)</script>'];

/** Twelve customers in dollars, one of them in two rows, one cheaper than today, one without an id; one in euros. */
export const ROWS: readonly SampleRow[] = [
  row('Contoso Manufacturing', 'c1', { current: 8_597_664, promotion: 1_073_955, listMove: 836_512, commitment: 2_133_090, estUplift: 587_379 }),
  row('Adventure Works Cycles', 'c2', { current: 4_903_140, promotion: 820_963, listMove: 20_210, commitment: 1_117_250, estUplift: 267_000 }),
  row('Adventure Works Cycles', 'c2', { current: 900_000, promotion: 100_000, commitment: 16_000, estUplift: 1_000 }),
  row('Fabrikam Logistics', 'c3', { current: 4_312_924, promotion: 479_000, listMove: 665_001, commitment: 827_000, estUplift: 199_100 }),
  row('Litware Health', 'c4', { current: 4_388_875, promotion: 778_000, listMove: 285_001, commitment: 792_000, estUplift: 190_100 }),
  row('Blue Yonder Airlines', 'c5', { current: 3_624_766, listMove: 930_201, commitment: 667_000, estUplift: 161_100 }),
  row(HOSTILE_NAMES[0] ?? '', 'c6', { current: 3_413_491, promotion: 602_000, commitment: 26_000, estUplift: 929_100 }),
  row('Alpine Ski House and Winter Sports Holding International', 'c7', { current: 2_268_447, promotion: 400_000, listMove: -320_003, commitment: 900_001 }),
  row(HOSTILE_NAMES[1] ?? '', 'c8', { current: 2_000_000, promotion: 300_000, commitment: 200_000 }),
  row(HOSTILE_NAMES[2] ?? '', 'c9', { current: 1_000_000, promotion: 100_000, commitment: 20_000 }),
  row('Tailspin Toys', '', { current: 500_000, commitment: 20_000 }),
  row('東京ソフトウェア株式会社', 'c11', { current: 100_000, commitment: 2_000 }),
  row('Wide World Importers', 'c12', { current: 900_000, listMove: -90_000, commitment: 10_000 }),
  row('Coho Winery', 'c13', { current: 1_390_877, commitment: 499_461 }, 'EUR'),
  { ...row('Nobody', 'c14', { current: 1, commitment: 1 }), exposed: false },
]; // prettier-ignore

/** British English, as in the pictures of the intended look. */
export const CONTEXT: ChartContext = { format: createFormat('en-GB'), text: chartText };
