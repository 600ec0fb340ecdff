/** Key figures of consumption. */
import { divide, fraction, isZero, subtract, type Exact } from '../../../core/exact.ts';
import type { Format } from '../../../core/format.ts';
import { azureText } from '../../../core/text/en/azure.ts';
import type { UsageFacts } from '../../../sim/azure/types.ts';
import type { Kpi } from '../../../ui/kpi.ts';
import type { ConsumptionAnswer } from './answers.ts';
import { exactOf, figuresOf, periodsOf } from './usage-series.ts';

const text = azureText.kpis;

export function consumptionKpis(found: ConsumptionAnswer, facts: UsageFacts, format: Format): readonly Kpi[] {
  const { currency, measure, groups, trend, credit } = found;
  const own = figuresOf(currency, measure !== 'quantity', format);
  const money = figuresOf(currency, true, format);
  const days = daysOf(found, facts);
  const perDay = divide(exactOf(groups.sum), fraction(Math.max(1, days)));
  const unit = own.unit === '' ? {} : { unit: own.unit };
  return [
    { label: `${text.sum}: ${azureText.measures[measure]}`, value: own.write(exactOf(groups.sum)), ...unit },
    { label: text.perDay, value: own.write(perDay), ...unit },
    { label: text.credit, value: money.write(exactOf(credit)), unit: currency },
    ...lastMonth(found, format),
    {
      label: text.days,
      value: format.count(periodsOf(trend).length > 0 ? days : 0),
      note: text.complete(format.day(facts.completeTo)),
    },
  ];
}

/** The last whole month against the one before, by cost; else the last one as far as it goes. */
function lastMonth({ months, whole, currency }: ConsumptionAnswer, format: Format): readonly Kpi[] {
  const sums = new Map(Array.from(months.period, (month, at) => [month, exactOf(months.exact[at])]));
  const month = whole ?? Math.max(...sums.keys());
  const value = sums.get(month);
  if (!value) return [];
  const { write } = figuresOf(currency, true, format);
  const kpi = { label: text.month(format.month(month)), value: write(value), unit: currency };
  const old = whole === undefined ? undefined : sums.get(month - 1);
  if (!old || isZero(old)) return [{ ...kpi, note: text.partly }];
  return [{ ...kpi, delta: deltaOf(value, old, format), note: text.against(format.month(month - 1)) }];
}

function deltaOf(value: Exact, old: Exact, format: Format): NonNullable<Kpi['delta']> {
  const difference = subtract(value, old);
  const direction = isZero(difference) ? 'same' : difference.n < 0n ? 'better' : 'worse';
  return { text: format.percent(divide(difference, old), 1, 'always'), direction };
}

/** Days between the first and the last that are looked at. */
function daysOf({ trend, period }: ConsumptionAnswer, facts: UsageFacts): number {
  if (period === 'day') return periodsOf(trend).length;
  return facts.to - facts.from + 1;
}
