/** All that the screen asks the engine about one view of consumption. */
import { type Day, type Month, firstDayOfMonth } from '../../../core/days.ts';
import type {
  MonthBridge,
  UsageDimension,
  UsageFacts,
  UsageGroups,
  UsageMeasure,
  UsageQuery,
} from '../../../sim/azure/types.ts';
import type { AzureUsage } from '../../../state/azure.svelte.ts';
import { MarkedGroups } from './marked.ts';
import type { ConsumptionView } from './view.svelte.ts';

/** Groups in the table; charts fold what is beyond theirs. */
const MOST_ROWS = 200;
const MOST_SERIES = 6;
const MOST_HEAT_ROWS = 20;

export interface ConsumptionAnswer {
  readonly currency: string;
  readonly measure: UsageMeasure;
  readonly by: UsageDimension;
  readonly period: 'day' | 'month';
  /** The name of the one meter that is looked at. */
  readonly meter: string | undefined;
  /** All groups, without periods. */
  readonly groups: UsageGroups;
  /** The largest groups over time. */
  readonly trend: UsageGroups;
  readonly heat: UsageGroups;
  readonly credit: string;
  readonly months: UsageGroups;
  /** The last month that can be compared with the one before. */
  readonly whole: Month | undefined;
  readonly bridge: MonthBridge | undefined;
  /** Of one meter: what its units cost, before and after the earned credit. */
  readonly price: MeterPrice | undefined;
}

/** By period. */
export interface MeterPrice {
  readonly cost: UsageGroups;
  readonly list: UsageGroups;
  readonly quantity: UsageGroups;
}

/** Undefined when the files have changed meanwhile, or there is nothing to ask. */
export function consumptionOf(
  azure: AzureUsage,
  facts: UsageFacts,
  view: ConsumptionView,
  markupPercent: string,
): Promise<ConsumptionAnswer | undefined> {
  const { measure, by, period, narrowed } = view;
  const shared = { filter: view.filterOf(facts), measure, markupPercent } as const;
  // Days that are left out, or that still fill, make no month to compare.
  const last = Math.min(facts.completeTo, view.to ?? Infinity);
  const first = Math.max(facts.from, view.from ?? -Infinity);
  const meter = narrowed.find(({ dimension }) => dimension === 'meter')?.name;
  return asked(azure, { by, period, meter, shared, first, last });
}

/** The same groups by period, for stretches of it. */
export async function markableOf(
  azure: AzureUsage,
  facts: UsageFacts,
  view: ConsumptionView,
  markupPercent: string,
): Promise<MarkedGroups | undefined> {
  const { measure, by, period } = view;
  const filter = view.filterOf(facts);
  const groups = await azure.ask({ filter, measure, markupPercent, by: [by], period, top: MOST_ROWS });
  return groups && new MarkedGroups(groups);
}

interface Asked {
  readonly by: UsageDimension;
  readonly period: 'day' | 'month';
  readonly meter: string | undefined;
  readonly shared: Pick<UsageQuery, 'filter' | 'measure' | 'markupPercent'>;
  /** The days that are there whole. */
  readonly first: Day;
  readonly last: Day;
}

async function asked(
  azure: AzureUsage,
  { by, period, meter, shared, first, last }: Asked,
): Promise<ConsumptionAnswer | undefined> {
  const { filter, measure } = shared;
  const [groups, trend, heat, credit, months, price] = await Promise.all([
    azure.ask({ ...shared, by: [by], top: MOST_ROWS }),
    azure.ask({ ...shared, by: [by], period, top: MOST_SERIES }),
    azure.ask({ ...shared, by: [by], period, top: MOST_HEAT_ROWS }),
    azure.ask({ ...shared, by: [], measure: 'credit' }),
    azure.ask({ ...shared, by: [], period: 'month', measure: 'cost' }),
    meter === undefined ? undefined : priceOf(azure, { ...shared, by: [], period }),
  ]);
  if (!groups || !trend || !heat || !credit || !months) return undefined;
  const whole = wholeMonth(months, first, last);
  const bridge = whole === undefined ? undefined : await azure.bridge(filter, whole);
  return {
    ...{ currency: filter.currency, measure, by, period, meter, groups, trend, heat, months, whole, bridge, price },
    credit: credit.sum,
  };
}

async function priceOf(azure: AzureUsage, query: UsageQuery): Promise<MeterPrice | undefined> {
  const [cost, list, quantity] = await Promise.all([
    azure.ask({ ...query, measure: 'cost' }),
    azure.ask({ ...query, measure: 'list' }),
    azure.ask({ ...query, measure: 'quantity' }),
  ]);
  return cost && list && quantity && { cost, list, quantity };
}

/** The last month that is there whole, as is the one before it. */
function wholeMonth({ period }: UsageGroups, first: Day, last: Day): Month | undefined {
  const whole = (month: Month): boolean => firstDayOfMonth(month) >= first && firstDayOfMonth(month + 1) - 1 <= last;
  return [...new Set(period)].sort((a, b) => b - a).find((month) => whole(month) && whole(month - 1));
}
