/** Names that every workbook has: the scenario's own assumptions, as formulas read them. */
import type { Day } from '../../core/days.ts';
import { assumptionsText } from '../../core/text/en/assumptions.ts';
import type { EstAssumptions } from '../../core/scenario/scenario.ts';
import { nameKey } from '../../sheet/formula/needs.ts';
import { type Scalar, serialOfDay } from '../../sheet/formula/value.ts';

const { names } = assumptionsText;

export const AS_OF_NAME = 'As_Of';
export const HORIZON_NAME = 'Horizon_Months';

/** By their names in the assumptions panel; days as serial numbers, no bridge as 0. */
export function givenNames(est: EstAssumptions, asOf: Day, horizonMonths: number): ReadonlyMap<string, Scalar> {
  const given: readonly (readonly [string, Scalar])[] = [
    [names.upliftMonthly, Number(est.upliftMonthly)],
    [names.upliftNoMonthly, Number(est.upliftNoMonthly)],
    [names.bridgeDays, est.bridgeDays ?? 0],
    [names.eligibleStartFrom, serialOfDay(est.eligibleStartFrom)],
    [names.eligibleEndFrom, serialOfDay(est.eligibleEndFrom)],
    [AS_OF_NAME, serialOfDay(asOf)],
    [HORIZON_NAME, horizonMonths],
  ];
  return new Map(given.map(([name, value]) => [nameKey(name), value]));
}

/** The names as they are written. */
export const GIVEN_NAMES: readonly string[] = [
  names.upliftMonthly,
  names.upliftNoMonthly,
  names.bridgeDays,
  names.eligibleStartFrom,
  names.eligibleEndFrom,
  AS_OF_NAME,
  HORIZON_NAME,
];
