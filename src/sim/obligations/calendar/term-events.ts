/** Ends of terms and their locks, by day and customer: 300,000 subscriptions are a few hundred events. */
import type { Day } from '../../../core/days.ts';
import { add, fraction, multiply, subtract, ZERO, type Exact } from '../../../core/exact.ts';
import { minorDigits, roundToMinor } from '../../../core/money.ts';
import { dayAt, type Table, textAt } from '../../../core/table.ts';
import { hasEst } from '../../est-ends.ts';
import { Model } from '../../model.ts';
import type { Outcome } from '../../types.ts';
import type { CalendarProgress, CalendarRequest, DueAmount, TermEvent } from './types.ts';
import { DAYS_AHEAD } from './types.ts';
import type { Book } from '../../book.ts';

/** Customers of a day that are events of their own; those behind them share one. */
const NAMED_CUSTOMERS = 10;

interface Group {
  readonly termEnd: Day;
  /** Undefined: of all customers that are not named. */
  readonly row: number | undefined;
  customers: number;
  subscriptions: number;
  readonly outcomes: Partial<Record<Outcome | 'unpriced', number>>;
  readonly perMonth: Map<string, Exact>;
  readonly more: Map<string, Exact>;
}

/** Rows between two steps. */
const SLICE = 500;

/** The events of all terms that end from as-of on, in steps of some rows. Rows in EST have no lock: they can be ended any day. */
export function* termEvents(
  book: Book,
  { simulation }: Pick<CalendarRequest, 'simulation'>,
): Generator<CalendarProgress, readonly TermEvent[]> {
  const model = new Model(book, simulation);
  const { table } = model.book.portfolio;
  const groups = yield* groupsOf(model, table);
  return [...byDay(groups)].flatMap(([, ofDay]) => capped(ofDay).flatMap((group) => eventsOf(group, table)));
}

function* groupsOf(model: Model, table: Table): Generator<CalendarProgress, Iterable<Group>> {
  const { book, request } = model;
  const { asOf } = request.window;
  const ends = table.columns.get('commitmentEnd');
  const groups = new Map<string, Group>();
  for (let row = 0; row < book.rows; row++) {
    if (row % SLICE === 0) yield { done: row, of: book.rows };
    const termEnd = dayAt(ends, row);
    if (termEnd === undefined || termEnd < asOf || termEnd > asOf + DAYS_AHEAD) continue;
    const own = book.subscription(row);
    if (!own.active || own.trial || !own.licenceBased) continue;
    const assessed = model.assess(row);
    const outcome = typeof assessed === 'string' ? 'unpriced' : assessed.verdict.outcome;
    if (outcome === 'in-est' || outcome === 'excluded') continue;
    const key = `${String(termEnd)} ${String(own.customerIndex)}`;
    const group = groups.get(key) ?? newGroup(termEnd, row);
    groups.set(key, group);
    group.subscriptions++;
    group.outcomes[outcome] = (group.outcomes[outcome] ?? 0) + 1;
    if (typeof assessed === 'string') continue;
    const currency = book.currencies[book.currencyOf[row] ?? 0] ?? '';
    const { lock, est } = assessed.figures;
    const seats = fraction(own.seats);
    plus(group.perMonth, currency, multiply(lock.current, seats));
    if (hasEst(assessed.verdict)) plus(group.more, currency, multiply(subtract(est.cost, lock.current), seats));
  }
  return groups.values();
}

function newGroup(termEnd: Day, row: number | undefined): Group {
  return {
    ...{ termEnd, row, customers: 1, subscriptions: 0, outcomes: {} },
    perMonth: new Map(),
    more: new Map(),
  };
}

function plus(sums: Map<string, Exact>, currency: string, amount: Exact): void {
  sums.set(currency, add(sums.get(currency) ?? ZERO, amount));
}

function byDay(groups: Iterable<Group>): ReadonlyMap<Day, readonly Group[]> {
  const days = new Map<Day, Group[]>();
  for (const group of groups) {
    const ofDay = days.get(group.termEnd);
    if (ofDay) ofDay.push(group);
    else days.set(group.termEnd, [group]);
  }
  return days;
}

/** The customers with most subscriptions, and one group of all others. */
function capped(groups: readonly Group[]): readonly Group[] {
  const inOrder = groups.toSorted((a, b) => b.subscriptions - a.subscriptions || (a.row ?? 0) - (b.row ?? 0));
  // One more customer takes no more room than a line of others.
  if (inOrder.length <= NAMED_CUSTOMERS + 1) return inOrder;
  const [first] = inOrder;
  const others = newGroup(first?.termEnd ?? 0, undefined);
  others.customers = 0;
  for (const group of inOrder.slice(NAMED_CUSTOMERS)) fold(others, group);
  return [...inOrder.slice(0, NAMED_CUSTOMERS), others];
}

function fold(into: Group, { subscriptions, outcomes, perMonth, more }: Group): void {
  into.customers++;
  into.subscriptions += subscriptions;
  for (const [outcome, count] of Object.entries(outcomes) as [Outcome | 'unpriced', number][])
    into.outcomes[outcome] = (into.outcomes[outcome] ?? 0) + count;
  for (const [currency, amount] of perMonth) plus(into.perMonth, currency, amount);
  for (const [currency, amount] of more) plus(into.more, currency, amount);
}

function eventsOf(group: Group, { columns }: Table): readonly TermEvent[] {
  const { termEnd, row, customers, subscriptions, outcomes } = group;
  const text = (name: string): string => (row === undefined ? '' : textAt(columns.get(name), row));
  const customerId = text('customerId');
  const base = {
    ...{ termEnd, subscriptions, customers, outcomes, customerId, rule: 'R-013' },
    about: text('customerName') || customerId,
    perMonth: amountsOf(group.perMonth),
    more: amountsOf(group.more),
  };
  const whose = row === undefined ? 'others' : customerId;
  const id = (kind: string): string => `${kind} ${String(termEnd)} ${whose}`;
  return [
    { ...base, kind: 'lock', id: id('lock'), day: termEnd - 1 },
    { ...base, kind: 'term-end', id: id('term-end'), day: termEnd },
  ];
}

function amountsOf(sums: ReadonlyMap<string, Exact>): readonly DueAmount[] {
  return [...sums]
    .map(([currency, amount]) => ({ currency, amount: roundToMinor(amount, minorDigits(currency)) }))
    .sort((a, b) => (a.currency < b.currency ? -1 : 1));
}
