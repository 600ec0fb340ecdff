/** Handles of the EST values, and of as-of and horizon. */
import { addMonths } from '../days.ts';
import type { EstAssumptions, Scenario } from '../scenario/scenario.ts';
import type { Assumed, Assumption, NumericEstKey } from './assumption.ts';
import { MAX_BRIDGE_DAYS, MAX_HORIZON } from './limits.ts';
import { dateOf, dateShape, daysOf, percentOf } from './make.ts';

export function estAssumptions({ scenario: { est }, window }: Assumed): readonly Assumption[] {
  const named = (key: NumericEstKey) => ({ path: `est.${key}`, subject: { kind: 'est' as const, key } });
  const percent = (key: 'upliftMonthly' | 'upliftNoMonthly'): Assumption =>
    percentOf(named(key), est[key], { min: '0', max: '100', share: true }, (scenario, value) =>
      withEst(scenario, { [key]: value }),
    );
  const date = (key: 'eligibleStartFrom' | 'eligibleEndFrom'): Assumption =>
    dateOf(named(key), est[key], (scenario, day) => withEst(scenario, { [key]: day }));
  return [
    percent('upliftMonthly'),
    percent('upliftNoMonthly'),
    daysOf(
      named('bridgeDays'),
      est.bridgeDays ?? undefined,
      { max: MAX_BRIDGE_DAYS, whenOpen: daysOfWindow(window) },
      (scenario, bridgeDays) => withEst(scenario, { bridgeDays }),
    ),
    date('eligibleStartFrom'),
    date('eligibleEndFrom'),
  ];
}

export function windowAssumptions({ window }: Assumed): readonly Assumption[] {
  return [
    {
      path: 'window.asOf',
      subject: { kind: 'window', key: 'asOf' },
      ...dateShape(window.asOf),
      set: (assumed, value) => ({ ...assumed, window: { ...assumed.window, asOf: Number(value) } }),
    },
    {
      path: 'window.horizonMonths',
      subject: { kind: 'window', key: 'horizonMonths' },
      ...{ unit: 'months', digits: 0, value: String(window.horizonMonths), open: false, isShare: false },
      ...{ min: '1', max: String(MAX_HORIZON) },
      set: (assumed, value) => ({ ...assumed, window: { ...assumed.window, horizonMonths: Number(value) } }),
    },
  ];
}

/** What an open bridge comes nearest to: as long as the window. */
export function daysOfWindow({ asOf, horizonMonths }: Assumed['window']): number {
  return addMonths(asOf, horizonMonths) - asOf;
}

function withEst(scenario: Scenario, change: Partial<EstAssumptions>): Scenario {
  return { ...scenario, est: { ...scenario.est, ...change } };
}
