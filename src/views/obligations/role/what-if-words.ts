/** What if customers leave, in figures. */
import type { Month } from '../../../core/days.ts';
import type { Format } from '../../../core/format.ts';
import { obligationsRoleText } from '../../../core/text/en/obligations-role.ts';
import type { CustomerRevenue, UnitAnswer } from '../../../sim/obligations/programme/types.ts';
import type { Kpi } from '../../../ui/kpi.ts';
import { absolute, percentOf } from './role-words.ts';

const text = obligationsRoleText.whatIf;

/** Customers that are seen at once. */
export const MOST = 25;

/** Those whose names hold the words, and those that are chosen whatever they are called; what was typed has no customer. */
export function shownCustomers(
  customers: readonly CustomerRevenue[],
  search: string,
  chosen: readonly string[],
): { readonly shown: readonly CustomerRevenue[]; readonly all: number } {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const found = customers.filter(
    ({ key, name }) => key !== '' && words.every((word) => name.toLowerCase().includes(word)),
  );
  const first = found.slice(0, MOST);
  const others = customers.filter((one) => chosen.includes(one.key) && !first.includes(one));
  return { shown: [...first, ...others], all: found.length };
}

export function whatIfKpis(
  unit: UnitAnswer,
  { currency, from, chosen }: { readonly currency: string; readonly from: Month; readonly chosen: number },
  format: Format,
): readonly Kpi[] {
  const { kpis } = text;
  const { check, left, months, customers } = unit;
  const money = (minor: number | undefined): Pick<Kpi, 'value' | 'unit'> =>
    minor === undefined ? { value: '—' } : { value: format.amount(minor, currency), unit: currency };
  const last = months.at(-1)?.month;
  const [largest] = customers.filter(({ key }) => key !== '');
  return [
    { label: kpis.chosen, value: format.count(chosen) },
    {
      ...{ label: kpis.check, ...money(left.check && left.check.known + left.check.expected) },
      note: check ? kpis.without(format.amount(check.known + check.expected, currency)) : undefined,
    },
    {
      label: (left.check?.distance ?? 0) < 0 ? kpis.below : kpis.distance,
      ...money(absolute(left.check?.distance)),
      note:
        left.check?.share === undefined
          ? undefined
          : obligationsRoleText.kpis.ofFloor(percentOf(left.check.share, format)),
    },
    {
      label: kpis.firstBelow,
      value: left.firstBelow === undefined ? kpis.never : format.month(left.firstBelow),
      note: left.firstBelow === undefined && last !== undefined ? kpis.neverNote(format.month(last)) : undefined,
    },
    {
      label: kpis.away,
      value: left.away.customers === undefined ? kpis.awayNone : kpis.awayValue(left.away.customers),
      note: kpis.awayNote(format.month(from)),
    },
    {
      label: kpis.share,
      value: percentOf(largest?.share, format) || '—',
      note: largest ? kpis.shareNote(largest.name) : undefined,
    },
  ];
}

/** Rows of a table: the cell before them is the tick. */
export function customerRows(
  customers: readonly CustomerRevenue[],
  currency: string,
  format: Format,
): readonly (readonly string[])[] {
  return customers.map(({ name, trailing, share, together, ahead }) => [
    name,
    format.amount(trailing, currency),
    percentOf(share, format),
    percentOf(together, format),
    format.amount(ahead, currency),
  ]);
}
