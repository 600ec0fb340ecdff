/** Groups, customers and lines of the three-way comparison as lists. */
import { add, compare, type Exact, multiply, fraction, ZERO, toDecimal, toFloat } from '../../../core/exact.ts';
import type { Format } from '../../../core/format.ts';
import { minorDigits } from '../../../core/money.ts';
import { invoiceOwnText as text } from '../../../core/text/en/invoice-own.ts';
import type { EvidenceLine, OwnAnswer, OwnCustomer, OwnGroup, OwnVerdict } from '../../../sim/invoice/own/types.ts';
import { CELL } from '../../../ui/grid/source.ts';
import type { Kpi } from '../../../ui/kpi.ts';
import type { TableColumn } from '../../../ui/table-column.ts';
import type { TakenColumn } from '../../take-away/record-table.ts';
import { columnsIn } from '../columns.ts';
import { chargedDays } from '../evidence/evidence-rows.ts';

const FINE: ReadonlySet<OwnVerdict> = new Set(['fine', 'set-aside']);

/** Without anything to hold it against. */
const ALONE: ReadonlySet<OwnVerdict> = new Set(['not-joined', 'set-aside', 'other-currency']);
const UNCOMPARED: ReadonlySet<OwnVerdict> = new Set([...ALONE, 'fine']);

/** `open`: all but what is fine; `all`; or a verdict. */
export function groupsShown(groups: readonly OwnGroup[], shown: string): readonly OwnGroup[] {
  if (shown === 'all') return groups;
  return groups.filter(({ verdict }) => (shown === 'open' ? !FINE.has(verdict) : verdict === shown));
}

/** What can be shown, with how many there are of it. */
export function shownOptions(
  groups: readonly OwnGroup[],
  format: Format,
): readonly { readonly value: string; readonly text: string }[] {
  const counts = new Map<OwnVerdict, number>();
  for (const { verdict } of groups) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  return [
    { value: 'open', text: text.list.open },
    { value: 'all', text: text.list.all },
    ...[...counts].map(([value, count]) => ({ value, text: `${text.verdicts[value]} (${format.count(count)})` })),
  ];
}

export function verdictWords({ verdict, quantityDiffers, uncertain }: OwnGroup): string {
  const words = text.verdicts[verdict];
  if (uncertain) return text.uncertain(words);
  return quantityDiffers && verdict !== 'quantity' && verdict !== 'fine' ? text.alsoQuantity(words) : words;
}

export function joinWords({ joins, customerJoins, loose }: OwnGroup): string {
  if (loose) return text.loose[loose];
  const customer = customerJoins.map((join) => text.customerJoins[join]);
  return [...customer, ...joins.map((join) => text.joins[join])].filter((words) => words !== '').join(', ');
}

/** A share as percent with one digit. */
function percentColumn<Row>(title: string, of: (row: Row) => Exact | undefined, format: Format): TakenColumn<Row> {
  return {
    ...{ key: 'percent', title, kind: 'number', width: 90 },
    text: (row) => {
      const share = of(row);
      return share ? format.percent(share, 1) : '';
    },
    order: (row) => {
      const share = of(row);
      return share && toFloat(share);
    },
    raw: (row) => {
      const share = of(row);
      return share && { kind: 'number', decimal: toDecimal(multiply(share, fraction(100)), 0, 6) };
    },
  };
}

export function groupColumns(currency: string, format: Format): readonly TakenColumn<OwnGroup>[] {
  const { columns } = text.list;
  const make = columnsIn<OwnGroup>(currency, format);
  return [
    make.text('customer', columns.customer, ({ customer }) => customer, { width: 180, frozen: true }),
    make.text('item', columns.item, ({ item }) => item, { width: 220 }),
    make.text('verdict', columns.verdict, verdictWords, {
      width: 160,
      flags: ({ verdict }) => (FINE.has(verdict) ? 0 : CELL.warning),
    }),
    make.money('difference', columns.difference, ({ difference, verdict }) => (UNCOMPARED.has(verdict) ? undefined : difference)),
    make.money('cost', columns.cost, ({ cost }) => cost),
    make.money('billed', columns.billed, ({ billed }) => billed),
    make.money('margin', columns.margin, ({ margin }) => margin),
    percentColumn(
      columns.percent,
      ({ marginShare, verdict }) => (ALONE.has(verdict) ? undefined : marginShare),
      format,
    ),
    make.money('expected', columns.expected, ({ expected }) => expected),
    make.exact('costSeats', columns.costSeats, ({ costSeats }) => costSeats, { width: 120 }),
    make.exact('ownSeats', columns.ownSeats, ({ ownSeats }) => ownSeats, { width: 100 }),
    make.text('join', columns.join, joinWords, { width: 220 }),
    make.month('month', columns.month, ({ month }) => month),
    make.text('subscription', columns.subscription, ({ subscriptionId }) => subscriptionId, { width: 270 }),
  ]; // prettier-ignore
}

export function customerColumns(currency: string, format: Format): readonly TakenColumn<OwnCustomer>[] {
  const { columns } = text.customers;
  const make = columnsIn<OwnCustomer>(currency, format);
  return [
    make.text('customer', columns.customer, customerWords, { width: 220, frozen: true }),
    make.money('cost', columns.cost, ({ cost }) => cost),
    make.money('billed', columns.billed, ({ billed }) => billed),
    make.money('margin', columns.margin, ({ margin }) => margin),
    percentColumn(columns.percent, ({ marginShare }) => marginShare, format),
    make.money('notBilled', columns.notBilled, ({ notBilled }) => notBilled),
    make.money('difference', columns.difference, ({ difference }) => difference),
    make.count('groups', columns.groups, ({ groups }) => groups),
  ];
}

function customerWords({ customer, isLoose }: OwnCustomer): string {
  const name = customer || text.customers.none;
  return isLoose ? text.customers.loose(name) : name;
}

export function ownKpis({ totals, groups }: OwnAnswer, currency: string, format: Format): readonly Kpi[] {
  const { kpis } = text;
  const digits = minorDigits(currency);
  const money = (value: Exact): string => format.exact(value, [digits, digits]);
  const sumOf = (label: string, isOf: (group: OwnGroup) => boolean, of: (group: OwnGroup) => Exact): readonly Kpi[] => {
    const those = groups.filter(isOf);
    if (those.length === 0) return [];
    return [
      { label, value: money(those.map(of).reduce(add, ZERO)), unit: currency, of: kpis.of(format.count(those.length)) },
    ];
  };
  const share = totals.marginShare ? { note: format.percent(totals.marginShare, 1) } : {};
  return [
    { label: kpis.cost, value: money(totals.cost), unit: currency },
    { label: kpis.billed, value: money(totals.billed), unit: currency },
    { label: kpis.margin, value: money(totals.margin), unit: currency, ...share },
    ...sumOf(kpis.notBilled, ({ verdict }) => verdict === 'not-billed', ({ cost }) => cost),
    ...sumOf(kpis.tooLittle, (group) => isWrong(group) && compare(group.difference, ZERO) < 0, ({ difference }) => difference),
    ...sumOf(kpis.tooMuch, (group) => isWrong(group) && compare(group.difference, ZERO) > 0, ({ difference }) => difference),
    ...sumOf(kpis.notJoined, ({ verdict }) => verdict === 'not-joined', ({ billed }) => billed),
  ]; // prettier-ignore
}

const WRONG: ReadonlySet<OwnVerdict> = new Set(['below-cost', 'too-little', 'quantity', 'too-much', 'credit-kept']);
const isWrong = ({ verdict }: OwnGroup): boolean => WRONG.has(verdict);

const WORDS: ReadonlySet<string> = new Set(['side', 'invoice', 'text', 'days', 'at']);
const DIGITS = 12;

export function evidenceColumns(): readonly TableColumn[] {
  return Object.entries(text.evidence.columns).map(([key, title]) => ({
    title,
    align: WORDS.has(key) ? 'start' : 'end',
  }));
}

export function evidenceRow(line: EvidenceLine, currency: string, format: Format): readonly string[] {
  const { sides, at } = text.evidence;
  const figure = (value: Exact | undefined, least: number): string =>
    value ? format.exact(value, [least, DIGITS]) : '';
  return [
    sides[line.side],
    line.invoice,
    line.text,
    chargedDays(line, format),
    figure(line.quantity, 0),
    figure(line.unitPrice, minorDigits(currency)),
    `${figure(line.amount, minorDigits(currency))} ${currency}`,
    at(line.file, line.line === undefined ? '' : format.count(line.line)),
  ];
}
