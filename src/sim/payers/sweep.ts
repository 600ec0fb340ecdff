/** What a margin rule does when its percentage or price goes through a row of values. */
import type { MarginRule, Scenario } from '../../core/scenario/scenario.ts';
import { idKey } from '../../core/ids.ts';
import type { Book } from '../book.ts';
import { simulate } from '../simulate.ts';
import type { SweepPoint, SweepRequest } from './types.ts';

/** The figures with the rule at one value. */
export function sweepPoint(book: Book, sweep: SweepRequest, value: string): SweepPoint {
  const { request } = sweep;
  const { totals } = simulate(book, { ...request, scenario: withRule(request.scenario, sweep, value) });
  return {
    value,
    amounts: totals.map(({ currency, est, margin, passed, delayed, absorbed }) => ({
      ...{ currency, est, margin, passed, delayed, absorbed },
    })),
  };
}

function withRule(scenario: Scenario, { customerId, kind }: SweepRequest, value: string): Scenario {
  const rule: MarginRule = kind === 'fixed' ? { kind, price: value } : { kind, percent: value };
  const { margin } = scenario;
  if (customerId === undefined) return { ...scenario, margin: { ...margin, business: rule } };
  const others = [...margin.customers].filter(([id]) => idKey(id) !== idKey(customerId));
  return { ...scenario, margin: { ...margin, customers: new Map([...others, [customerId, rule]]) } };
}
