/** Who pays by customer: the largest rises, and all others in one row. */
import type { ChartModel } from '../../core/chart.ts';
import { payersText } from '../../core/text/en/payers.ts';
import { SHARES, type CustomerSplit, type PartSplit, type Split } from '../../sim/payers/types.ts';
import type { ChartContext } from '../context.ts';
import { sum } from '../sum.ts';
import type { CustomerDatum } from '../top-customers.ts';
import { type PaysRow, paysRows, riseOf } from './pays-rows.ts';

const MOST_BARS = 8;
const MOST_TABLE_ROWS = 100;

/** What choosing a bar means: one customer, or undefined for all that have no bar of their own. */
export type PaysCustomer = CustomerDatum | undefined;

export function paysByCustomer(split: PartSplit, context: ChartContext): ChartModel<PaysCustomer> {
  const { currency } = split;
  const moved = split.customers.filter((customer) => SHARES.some((share) => customer[share] !== 0));
  return paysRows<PaysCustomer>(
    {
      kind: 'pays-rows',
      title: payersText.charts.customers,
      summary: summaryOf(moved, split, context),
      labelTitle: context.text.columns.customer,
      currency,
      shown: cut(moved, MOST_BARS, context),
      all: cut(moved, MOST_TABLE_ROWS, context),
    },
    context,
  );
}

/** The first customers, and one row for the others, so that the rows add up. */
function cut(
  customers: readonly CustomerSplit[],
  most: number,
  { format, text }: ChartContext,
): PaysRow<PaysCustomer>[] {
  const shown = customers.length > most + 1 ? customers.slice(0, most) : customers;
  const rest = customers.slice(shown.length);
  const rows = shown.map((one): PaysRow<PaysCustomer> => {
    const { customerId, passed, delayed, absorbed } = one;
    const name = nameOf(one);
    return { name, passed, delayed, absorbed, datum: { kind: 'customer', customerId, customer: name } };
  });
  if (rest.length === 0) return rows;
  const of = (share: keyof Split): number => sum(rest.map((one) => one[share]));
  const name = text.topCustomers.more(format.count(rest.length));
  return [...rows, { name, passed: of('passed'), delayed: of('delayed'), absorbed: of('absorbed'), datum: undefined }];
}

function nameOf({ customer, customerId }: CustomerSplit): string {
  return customer || customerId || payersText.noCustomer;
}

function summaryOf(moved: readonly CustomerSplit[], { currency, total }: PartSplit, { format }: ChartContext): string {
  const [first] = moved;
  const words = payersText.charts;
  if (!first) return words.noCustomers(currency);
  const rise = format.money(riseOf(first), currency);
  const absorbed = format.money(total.absorbed, currency);
  return moved.length === 1
    ? words.oneCustomer(nameOf(first), rise, absorbed)
    : words.customersFinding(nameOf(first), rise, absorbed, format.count(moved.length));
}
