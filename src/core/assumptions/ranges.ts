/** The range of an assumption: that of its card, else one that is worth a look. */
import { shiftPoint } from '../decimal-text.ts';
import { parseDay } from '../days.ts';
import type { DecimalText } from '../scenario/decimal.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Assumption } from './assumption.ts';
import { noteOf } from './cards.ts';
import { fromSteps, toSteps, withinLimits } from './steps.ts';

export interface AssumptionRange {
  readonly low: DecimalText;
  readonly high: DecimalText;
  /** Somebody has said so on the card. */
  readonly isStated: boolean;
}

/** Days before and after a date. */
const DAYS_AROUND = 90;
const MONTHS_AROUND = 6;
/** Points around a percentage of nothing. */
const POINTS_AROUND = '5';
/** A cap that contracts often have, in per cent. */
const USUAL_CAP = '10';
/** The shortest bridge and notice that are usual. */
const USUAL_DAYS = 30;

/** Low and high in the assumption's unit, on its grid and within its limits. */
export function rangeOf(assumption: Assumption, scenario: Scenario): AssumptionRange {
  const { low, high } = noteOf(assumption, scenario) ?? {};
  const usual = usualRange(assumption);
  const stated = (value: DecimalText | undefined): number | undefined =>
    value === undefined ? undefined : withinLimits(toSteps(fromFile(value, assumption), assumption), assumption);
  const [least, most] = [stated(low) ?? usual.low, stated(high) ?? usual.high];
  return {
    low: fromSteps(Math.min(least, most), assumption),
    high: fromSteps(Math.max(least, most), assumption),
    isStated: low !== undefined || high !== undefined,
  };
}

/** Cards are written as the file is. */
function fromFile(value: DecimalText, { isShare, unit }: Assumption): DecimalText {
  if (unit === 'date') return String(parseDay(value) ?? value);
  return isShare ? shiftPoint(value, 2) : value;
}

function usualRange(assumption: Assumption): { readonly low: number; readonly high: number } {
  const present = toSteps(assumption.value, assumption);
  const around = (steps: number): { low: number; high: number } => ({
    low: withinLimits(present - steps, assumption),
    high: withinLimits(present + steps, assumption),
  });
  const aroundValue = (): ReturnType<typeof around> =>
    around(present === 0 ? toSteps(POINTS_AROUND, assumption) : Math.round(Math.abs(present) / 2));
  switch (assumption.unit) {
    case 'date':
      return around(DAYS_AROUND);
    case 'months':
      return around(MONTHS_AROUND);
    case 'days':
      if (assumption.open) return { low: Math.min(USUAL_DAYS, present), high: present };
      return present === 0 ? { low: 0, high: USUAL_DAYS } : around(Math.round(present / 2));
    case 'percent':
      if (assumption.open) return { low: 0, high: toSteps(USUAL_CAP, assumption) };
      return aroundValue();
    case 'money':
      return aroundValue();
  }
}
