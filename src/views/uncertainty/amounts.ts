/** The amounts that trials have, with their names. */
import { uncertaintyChartText } from '../../core/text/en/uncertainty-charts.ts';
import { TRIAL_AMOUNTS, type TrialAmount } from '../../sim/uncertainty/types.ts';

export const amountChoices = TRIAL_AMOUNTS.map((value) => ({ value, text: uncertaintyChartText.amounts[value] }));

/** An amount's name; what no trial has is shown as it came. */
export function amountName(amount: string): string {
  return amountChoices.find(({ value }) => value === amount)?.text ?? amount;
}

export function asAmount(text: string): TrialAmount {
  return TRIAL_AMOUNTS.find((amount) => amount === text) ?? 'extra';
}
