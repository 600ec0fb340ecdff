/** Sums over groups, own names that found nothing, and what stands in other currencies. */
import { add, compare, type Exact, isZero, subtract, ZERO, divide } from '../../../core/exact.ts';
import { remember } from '../../remember.ts';
import type { Gathered, Sides } from './gather.ts';
import { billedOf, costOf } from './group-sums.ts';
import { nameKey } from './name-key.ts';
import type { OwnLines } from './read-own.ts';
import type { Resolver } from './resolve.ts';
import type { LooseName, OtherCurrency, OwnCustomer, OwnGroup, OwnTotals } from './types.ts';

type Summed = Pick<OwnGroup, 'cost' | 'billed'>;

export function totalsOf(groups: readonly Summed[]): OwnTotals {
  const cost = groups.map((group) => group.cost).reduce(add, ZERO);
  const billed = groups.map((group) => group.billed).reduce(add, ZERO);
  const margin = subtract(billed, cost);
  return { cost, billed, margin, marginShare: shareOf(margin, billed) };
}

/** A margin as a share of what was billed (of sales, not of cost); undefined where nothing was. */
export function shareOf(margin: Exact, billed: Exact): Exact | undefined {
  return isZero(billed) ? undefined : divide(margin, billed);
}

/** By what is missing, the most first. Lines whose customer is not known are of the name that they have. */
export function customersOf(groups: readonly OwnGroup[]): readonly OwnCustomer[] {
  const byCustomer = new Map<string, OwnGroup[]>();
  for (const group of groups) {
    const key = group.customerId === '' ? `name ${nameKey(group.customer)}` : group.customerId;
    remember(byCustomer, key, (): OwnGroup[] => []).push(group);
  }
  const customers = [...byCustomer.values()].flatMap((own): readonly OwnCustomer[] => {
    const [first] = own;
    if (!first) return [];
    const missing = own.filter(({ verdict }) => verdict === 'not-billed');
    return [
      {
        ...{ customerId: first.customerId, customer: first.customer, isLoose: first.customerId === '' },
        ...totalsOf(own),
        notBilled: totalsOf(missing).cost,
        difference: own.map(({ difference }) => difference).reduce(add, ZERO),
        groups: own.length,
      },
    ];
  });
  return customers.sort((a, b) => compare(a.difference, b.difference) || (a.customer < b.customer ? -1 : 1));
}

const SHOWN_CUSTOMERS = 3;

/** Own names of customers or items that nothing was found for, those with most money first. */
export function looseNames(
  own: OwnLines,
  resolver: Resolver,
  rows: readonly number[],
  part: 'customer' | 'item',
): readonly LooseName[] {
  const found = new Map<string, { rows: number[]; reason: LooseName['reason'] }>();
  for (const row of rows) {
    const target = resolver.targetOf(row);
    if (target.kind !== 'loose' || !target.reason.startsWith(part)) continue;
    remember(found, resolver.keysOf(row)[part], () => ({ rows: [], reason: target.reason })).rows.push(row);
  }
  const nameOf = (row: number): string => resolver.text('customerName', row) || resolver.text('customerId', row);
  const names = [...found].map(([key, { rows: of, reason }]): LooseName => {
    const [first = 0] = of;
    return {
      ...{ key, reason, lines: of.length, billed: billedOf(own, of) },
      text: part === 'item' ? resolver.itemText(first) : nameOf(first),
      customers: [...new Set(of.map(nameOf))].sort().slice(0, SHOWN_CUSTOMERS),
    };
  });
  return names.sort((a, b) => compare(b.billed, a.billed) || (a.key < b.key ? -1 : 1));
}

/** What the same months hold in other currencies. */
export function otherCurrencies(
  { index, own }: Sides,
  gathered: readonly Gathered[],
  currency: string,
): readonly OtherCurrency[] {
  const rowsOf = new Map<string, { cost: number[]; own: number[] }>();
  const sort = (rows: readonly number[], side: 'cost' | 'own'): void => {
    const { codes, values } = side === 'cost' ? index.lines.texts.currency : own.texts.currency;
    for (const row of rows) {
      const other = (values[codes[row] ?? 0] ?? '').trim().toUpperCase();
      if (other !== currency) remember(rowsOf, other, () => ({ cost: [], own: [] }))[side].push(row);
    }
  };
  for (const { costRows, ownRows } of gathered) {
    sort(costRows, 'cost');
    sort(ownRows, 'own');
  }
  return [...rowsOf]
    .map(([other, rows]) => ({
      currency: other,
      cost: costOf(index.lines, rows.cost),
      billed: billedOf(own, rows.own),
    }))
    .sort((a, b) => (a.currency < b.currency ? -1 : 1));
}
