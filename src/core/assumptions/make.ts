/** Makes handles out of a few facts, so that each kind says only what is its own. */
import type { Day } from '../days.ts';
import { shiftPoint } from '../decimal-text.ts';
import type { DecimalText } from '../scenario/decimal.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Assumed, Assumption } from './assumption.ts';
import { FIRST_DAY, LAST_DAY, MAX_PRICE } from './limits.ts';

type Named = Pick<Assumption, 'path' | 'subject'>;
type Change<V> = (scenario: Scenario, value: V) => Scenario;

/** In percent, four digits. `share`: the scenario holds 3 % as `0.03`. */
export function percentOf(
  named: Named,
  present: DecimalText | undefined,
  limits: { readonly min: string; readonly max: string; readonly share?: boolean; readonly whenOpen?: string },
  change: Change<DecimalText>,
): Assumption {
  const { min, max, share = false, whenOpen = '0' } = limits;
  const shown = present === undefined ? whenOpen : shiftPoint(plain(present), share ? 2 : 0);
  return {
    ...named,
    ...{ unit: 'percent', digits: 4, value: shown, open: present === undefined, min, max, isShare: share },
    set: setting((scenario, value) => change(scenario, share ? shiftPoint(value, -2) : value)),
  };
}

export function moneyOf(named: Named, present: DecimalText, min: string, change: Change<DecimalText>): Assumption {
  return {
    ...named,
    ...{ unit: 'money', digits: 2, value: plain(present), open: false, min, max: MAX_PRICE, isShare: false },
    set: setting(change),
  };
}

/** @param whenOpen what comes nearest where nothing is set */
export function daysOf(
  named: Named,
  present: number | undefined,
  limits: { readonly max: number; readonly whenOpen: number },
  change: Change<number>,
): Assumption {
  const value = String(present ?? limits.whenOpen);
  return {
    ...named,
    ...{
      unit: 'days',
      digits: 0,
      value,
      open: present === undefined,
      min: '0',
      max: String(limits.max),
      isShare: false,
    },
    set: setting((scenario, days) => change(scenario, Number(days))),
  };
}

export function dateOf(named: Named, present: Day, change: Change<Day>): Assumption {
  return { ...named, ...dateShape(present), set: setting((scenario, day) => change(scenario, Number(day))) };
}

export function dateShape(present: Day): Omit<Assumption, 'path' | 'subject' | 'set'> {
  return {
    ...{ unit: 'date', digits: 0, value: String(present), open: false, isShare: false },
    ...{ min: String(FIRST_DAY), max: String(LAST_DAY) },
  };
}

function setting(change: Change<DecimalText>) {
  return <T extends Assumed>(assumed: T, value: DecimalText): T => ({
    ...assumed,
    scenario: change(assumed.scenario, value),
  });
}

/** Canonical: no plus, no needless zeros. */
function plain(decimal: DecimalText): DecimalText {
  return shiftPoint(decimal.replace(/^\+/, ''), 0);
}
