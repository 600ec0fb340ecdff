/** Customers of the register as the screen counts and lists them. No contact is among the columns: lists are taken away. */
import { type Day, parseDay } from '../../../core/days.ts';
import type { Format } from '../../../core/format.ts';
import { type Minor, safeMinor } from '../../../core/money.ts';
import type { LogLine } from '../../../core/obligations/mca/log.ts';
import { mcaText as text } from '../../../core/text/en/obligations-mca.ts';
import type { McaCustomer } from '../../../sim/obligations/mca/types.ts';
import { CELL } from '../../../ui/grid/source.ts';
import type { Kpi } from '../../../ui/kpi.ts';
import { columnsIn } from '../../invoice/columns.ts';
import type { TakenColumn } from '../../take-away/record-table.ts';

/** `all`, `blocked`, `cannotBuy`, `flagged`, `fine`, or a flag. */
export function customersShown(customers: readonly McaCustomer[], shown: string): readonly McaCustomer[] {
  switch (shown) {
    case 'all':
      return customers;
    case 'blocked':
      return customers.filter(({ isBlocked }) => isBlocked);
    case 'cannotBuy':
      return customers.filter(({ cannotBuy }) => cannotBuy);
    case 'flagged':
      return customers.filter(({ flags }) => flags.length > 0);
    case 'fine':
      return customers.filter(({ flags }) => flags.length === 0);
    default:
      return customers.filter(({ flags }) => flags.some((flag) => flag === shown));
  }
}

/** What can be shown, with how many there are of each flag. */
export function shownOptions(
  customers: readonly McaCustomer[],
  format: Format,
): readonly { readonly value: string; readonly text: string }[] {
  const words = (value: string, name: string): { value: string; text: string } => ({
    value,
    text: `${name} (${format.count(customersShown(customers, value).length)})`,
  });
  const groups = Object.entries(text.list.shown).map(([value, name]) => words(value, name));
  const flags = Object.entries(text.flags).map(([value, name]) => words(value, name));
  return [...groups, ...flags.filter(({ value }) => customersShown(customers, value).length > 0)];
}

export function nameOf({ customer, customerId }: Pick<McaCustomer, 'customer' | 'customerId'>): string {
  return customer || customerId;
}

export function flagWords({ flags }: Pick<McaCustomer, 'flags'>): string {
  return flags.map((flag) => text.flags[flag]).join(', ');
}

/** Amounts of several currencies side by side: they are never added. */
export function worthWords(worth: McaCustomer['worth'], format: Format): string {
  return worth.map(({ currency, amount }) => format.money(amount, currency)).join(' · ');
}

/** The day on which somebody was asked, in UTC as the log has it. */
export function askedDay(line: LogLine | undefined): Day | undefined {
  return line && parseDay(line.at.slice(0, 10));
}

export function customerColumns(
  asked: ReadonlyMap<string, LogLine>,
  format: Format,
): readonly TakenColumn<McaCustomer>[] {
  const { columns, anyDay } = text.list;
  const make = columnsIn<McaCustomer>('', format);
  return [
    make.text('customer', columns.customer, nameOf, { width: 220, frozen: true }),
    make.text('grade', columns.grade, ({ grade }) => text.grades[grade], { width: 140 }),
    make.text('flags', columns.flags, flagWords, {
      width: 210,
      flags: ({ flags }) => (flags.length > 0 ? CELL.warning : 0),
    }),
    make.text('blocked', columns.blocked, blockedWords, { width: 230 }),
    {
      ...make.day('until', columns.until, ({ until }) => until, { width: 140 }),
      text: ({ until, isBlocked }) => (until === undefined ? (isBlocked ? anyDay : '') : format.day(until)),
    },
    {
      ...make.text('worth', columns.worth, ({ worth }) => worthWords(worth, format), { width: 170 }),
      kind: 'number',
      order: ({ worth }) => worth[0]?.amount,
    },
    make.day('agreed', columns.agreed, ({ counts }) => counts?.agreed),
    make.text('way', columns.way, ({ counts }) => (counts ? text.ways[counts.way] : ''), { width: 270 }),
    make.text('type', columns.type, ({ counts }) => (counts ? text.types[counts.type] : ''), { width: 220 }),
    make.day('asked', columns.asked, ({ key }) => askedDay(asked.get(key))),
    make.count('subscriptions', columns.subscriptions, ({ subscriptions }) => subscriptions, { width: 110 }),
    make.text('resellers', columns.resellers, ({ resellers }) => resellers.join(', '), { width: 150 }),
    make.text('id', columns.id, ({ customerId }) => customerId, { width: 270 }),
  ];
}

/** Each kind of blocked action once, with how many there are: `2 × change of seats`. */
function blockedWords({ actions }: McaCustomer): string {
  const counts = new Map<string, number>();
  for (const { kind, isBlocked } of actions)
    if (isBlocked) counts.set(text.actions[kind], (counts.get(text.actions[kind]) ?? 0) + 1);
  return [...counts].map(([name, count]) => (count === 1 ? name : `${String(count)} × ${name}`)).join(', ');
}

export function mcaKpis(customers: readonly McaCustomer[], format: Format): readonly Kpi[] {
  const { kpis } = text;
  const count = (label: string, holds: (customer: McaCustomer) => boolean): Kpi => ({
    label,
    value: format.count(customers.filter(holds).length),
  });
  const blocked = customers.filter(({ isBlocked }) => isBlocked);
  const first = Math.min(...blocked.map(({ until }) => until ?? Infinity));
  return [
    { label: kpis.customers, value: format.count(customers.length) },
    count(kpis.clicked, ({ grade }) => grade === 'clicked'),
    count(kpis.attested, ({ grade }) => grade === 'attested'),
    count(kpis.none, ({ grade }) => grade === 'none'),
    count(kpis.cannotBuy, ({ cannotBuy }) => cannotBuy),
    {
      ...{ label: kpis.blocked, value: format.count(blocked.length) },
      note: Number.isFinite(first) ? kpis.until(format.day(first)) : undefined,
    },
    ...worthKpis(blocked, format),
  ];
}

function worthKpis(blocked: readonly McaCustomer[], format: Format): readonly Kpi[] {
  const { kpis } = text;
  const sums = new Map<string, Minor>();
  for (const { currency, amount } of blocked.flatMap(({ worth }) => worth))
    sums.set(currency, safeMinor((sums.get(currency) ?? 0) + amount));
  const unpriced = blocked
    .flatMap(({ actions }) => actions)
    .filter(({ isBlocked, worth }) => isBlocked && worth === undefined);
  const note = unpriced.length > 0 ? kpis.unpriced(format.count(unpriced.length)) : undefined;
  return [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([unit, amount]) => ({
      ...{ label: sums.size === 1 ? kpis.worth : `${kpis.worth}, ${unit}`, value: format.amount(amount, unit), unit },
      note,
    }));
}
