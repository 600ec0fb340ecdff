/** Ready-made inputs to begin with. */
import type { UncertainInput } from '../../core/scenario/uncertainty.ts';
import { uncertaintyText } from '../../core/text/en/uncertainty.ts';
import { freshInput } from './change-kind.ts';

export type Start = keyof typeof uncertaintyText.starts;
export const STARTS = ['late', 'rise', 'currency', 'seats'] as const satisfies readonly Start[];

/** @param currencies of the portfolio: each has a rate of its own */
export function inputsOfStart(start: Start, currencies: readonly string[]): readonly UncertainInput[] {
  switch (start) {
    case 'late':
      return [freshInput('bridgeDays')];
    case 'rise':
      return [freshInput('price')];
    case 'currency':
      return currencies.map((currency) => freshInput('fx', { currency }));
    case 'seats':
      return [freshInput('seats')];
  }
}
