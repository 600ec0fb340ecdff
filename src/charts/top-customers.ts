/** The customers with the largest extra, each as a bar of its causes. */
import type { ChartModel, ChartTable, ChartTarget, DrawnRow } from '../core/chart.ts';
import { ONE, compare, fraction } from '../core/exact.ts';
import { type Minor, safeMinor } from '../core/money.ts';
import type { Simulation } from '../sim/types.ts';
import { figureColumn, textColumn } from './columns.ts';
import type { ChartContext } from './context.ts';
import { type CustomerExtra, customerExtras } from './customer-extras.ts';
import { type CostPart, EXTRA_PARTS, PART_COLOURS, partsInUse } from './parts.ts';
import { STACKED_ROWS_SPEC } from './row-bars.ts';
import { rowBox, rowMargins, rowName, rowSignals, rowsHeight } from './row-layout.ts';
import { sum } from './sum.ts';

const MAX_ROWS = 7;
const MAX_TABLE_ROWS = 100;
/** How many customers the summary speaks of. */
const LEADERS = 3;
/** From this share on a whole percentage would say 100 %, which is only true of all. */
const ROUNDS_TO_ALL = fraction(995, 1000);

/** What choosing a bar means: only this customer. The name tells customers apart that have no id. */
export interface CustomerDatum {
  readonly kind: 'customer';
  readonly customerId: string;
  readonly customer: string;
}

/**
 * The top customers of one currency by extra, in minor units, and one row for all others. The table goes further.
 * A customer who pays less than today has a bar to the left.
 */
export function topCustomers(
  simulation: Pick<Simulation, 'table' | 'amounts'>,
  currency: string,
  context: ChartContext,
): ChartModel<CustomerDatum> {
  const { text } = context;
  const all = customerExtras(simulation, currency);
  const parts = partsInUse(EXTRA_PARTS, all.map((customer) => customer.parts)); // prettier-ignore
  const shown = all.length > MAX_ROWS + 1 ? all.slice(0, MAX_ROWS) : all;
  return {
    ...pictureOf(shown, all.slice(shown.length), parts, currency, context),
    title: text.topCustomers.title,
    unit: text.unit.plain(currency),
    summary: summaryOf(all, currency, context),
    legend: parts.map((part) => ({ label: text.parts[part], colour: PART_COLOURS[part], hatched: false })),
    tableUnit: text.unit.plain(currency),
    table: tableOf(all, parts, currency, context),
  };
}

/** Every customer up to `MAX_TABLE_ROWS`, then one row for the others, so that the table adds up to the total. */
function tableOf(
  all: readonly CustomerExtra[],
  parts: readonly CostPart[],
  currency: string,
  { format, text }: ChartContext,
): ChartTable {
  const rest = all.slice(MAX_TABLE_ROWS);
  const line = (name: string, customers: readonly CustomerExtra[]): readonly string[] => {
    const sums = parts.map((part) => sum(customers.map((customer) => customer.parts[part])));
    return [name, ...[...sums, extraOf(customers)].map((amount) => format.signed(amount, currency))];
  };
  return {
    columns: [
      textColumn(text.columns.customer),
      ...[...parts.map((part) => text.parts[part]), text.columns.extra].map(figureColumn),
    ],
    rows: [
      ...all.slice(0, MAX_TABLE_ROWS).map((customer) => line(nameOf(customer, text), [customer])),
      ...(rest.length > 0 ? [line(text.topCustomers.more(format.count(rest.length)), rest)] : []),
    ],
  };
}

type Picture = Pick<ChartModel<CustomerDatum>, 'kind' | 'spec' | 'data' | 'signals' | 'height' | 'margins' | 'targets'>;

function pictureOf(
  shown: readonly CustomerExtra[],
  rest: readonly CustomerExtra[],
  parts: readonly CostPart[],
  currency: string,
  context: ChartContext,
): Picture {
  const { format, text } = context;
  const more = { name: text.topCustomers.more(format.count(rest.length)), extra: extraOf(rest) };
  const named = shown.map((customer) => ({ name: nameOf(customer, text), extra: customer.extra }));
  const lines = [...named, ...(rest.length > 0 ? [more] : [])].map((line, row) => ({
    row,
    name: rowName(line.name),
    figure: format.signed(line.extra, currency),
    strong: line === more,
  }));
  const margins = rowMargins(lines.map((line) => line.name), lines.map((line) => line.figure), 0); // prettier-ignore
  const ends = shown.flatMap(({ parts: values }) => [
    sum(parts.map((part) => Math.min(0, values[part]))),
    sum(parts.map((part) => Math.max(0, values[part]))),
  ]);
  return {
    kind: 'top-customers',
    spec: STACKED_ROWS_SPEC,
    data: {
      rows: lines,
      zero: [{ at: 0 }],
      segments: shown.flatMap((customer, row) => segmentsOf(customer, row, parts)),
    },
    signals: {
      ...rowSignals(margins),
      barsHeight: rowsHeight(shown.length),
      low: Math.min(0, ...ends),
      high: Math.max(...ends, 0) || 1,
    },
    height: rowsHeight(lines.length),
    margins,
    targets: shown.map((customer, row) => targetOf(customer, row, lines.length, parts, currency, context)),
  };
}

function segmentsOf(customer: CustomerExtra, row: number, parts: readonly CostPart[]): DrawnRow[] {
  return parts.flatMap((part, order) => {
    const value = customer.parts[part];
    return value === 0 ? [] : [{ row, value, order, colour: PART_COLOURS[part] }];
  });
}

function targetOf(
  customer: CustomerExtra,
  row: number,
  rows: number,
  parts: readonly CostPart[],
  currency: string,
  { format, text }: ChartContext,
): ChartTarget<CustomerDatum> {
  const causes = parts
    .filter((part) => customer.parts[part] !== 0)
    .map((part) => text.topCustomers.part(text.parts[part], format.signed(customer.parts[part], currency)));
  const extra = `${format.signed(customer.extra, currency)} ${currency}`;
  return {
    name: text.topCustomers.bar(nameOf(customer, text), extra, causes.join(', ')),
    box: rowBox(row, rows),
    datum: { kind: 'customer', customerId: customer.customerId, customer: nameOf(customer, text) },
  };
}

function summaryOf(all: readonly CustomerExtra[], currency: string, { format, text }: ChartContext): string {
  const words = text.topCustomers;
  const total = extraOf(all);
  const [first] = all;
  if (!first) return words.none(currency);
  const amount = (minor: Minor): string => `${format.signed(minor, currency)} ${currency}`;
  const fewer = all.filter((customer) => customer.extra < 0).length;
  if (fewer > 0) return words.mixed(nameOf(first, text), amount(first.extra), fewer, format.count(fewer));
  if (all.length <= LEADERS || total === 0) return words.all(all.length, amount(total));
  const share = fraction(extraOf(all.slice(0, LEADERS)), total);
  const isNearlyAll = compare(share, ONE) < 0 && compare(share, ROUNDS_TO_ALL) >= 0;
  const percent = isNearlyAll ? words.over(format.percent(fraction(99, 100), 0)) : format.percent(share, 0);
  return words.share(LEADERS, format.count(all.length), percent);
}

function nameOf({ name }: CustomerExtra, text: ChartContext['text']): string {
  return name || text.topCustomers.noName;
}

function extraOf(customers: readonly CustomerExtra[]): Minor {
  return safeMinor(sum(customers.map((customer) => customer.extra)));
}
