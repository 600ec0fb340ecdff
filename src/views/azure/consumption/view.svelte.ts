/** What the user looks at: measure, dimension, period, days, and the filters that drilling down has left behind. */
import { type Day, firstDayOfMonth } from '../../../core/days.ts';
import {
  USAGE_MEASURES,
  type UsageDimension,
  type UsageFacts,
  type UsageFilter,
  type UsageMeasure,
} from '../../../sim/azure/types.ts';
import { dimensionOf } from '../dimensions.ts';
import { type Narrowed, dimensionBelow, onlyThese } from './narrowing.ts';

export class ConsumptionView {
  measure: UsageMeasure = $state('cost');
  by: UsageDimension = $state('customer');
  period: 'day' | 'month' = $state('day');
  from: Day | undefined = $state();
  to: Day | undefined = $state();
  narrowed: readonly Narrowed[] = $state.raw([]);
  private chosenCurrency: string | undefined = $state();

  currencyOf({ currencies }: Pick<UsageFacts, 'currencies'>): string {
    const chosen = this.chosenCurrency;
    return chosen !== undefined && currencies.includes(chosen) ? chosen : (currencies[0] ?? '');
  }

  setCurrency(currency: string): void {
    this.chosenCurrency = currency;
  }

  setMeasure(value: string): void {
    this.measure = USAGE_MEASURES.find((measure) => measure === value) ?? this.measure;
  }

  setBy(value: string, facts: Pick<UsageFacts, 'tagKeys'>): void {
    this.by = dimensionOf(value, facts) ?? this.by;
  }

  filterOf(facts: Pick<UsageFacts, 'currencies'>): UsageFilter {
    return {
      currency: this.currencyOf(facts),
      ...(this.from === undefined ? {} : { from: this.from }),
      ...(this.to === undefined ? {} : { to: this.to }),
      only: onlyThese(this.narrowed),
    };
  }

  /** Only one group from now on, told apart by what lies below it. */
  narrow(text: string, name: string): void {
    const { by } = this;
    this.narrowed = [...this.narrowed.filter(({ dimension }) => dimension !== by), { dimension: by, text, name }];
    this.by = dimensionBelow(by, this.narrowed);
  }

  /** Takes a step back: its filter goes, and its dimension is looked at again. */
  widen(dimension: UsageDimension): void {
    this.narrowed = this.narrowed.filter((one) => one.dimension !== dimension);
    this.by = dimension;
  }

  /** Only these periods from now on, which are days or months. */
  choosePeriods(from: number, to: number): void {
    [this.from, this.to] = this.period === 'day' ? [from, to] : [firstDayOfMonth(from), firstDayOfMonth(to + 1) - 1];
  }

  allDays(): void {
    this.from = undefined;
    this.to = undefined;
  }

  /** Shows everything again. */
  clear(): void {
    this.narrowed = [];
    this.allDays();
  }
}
