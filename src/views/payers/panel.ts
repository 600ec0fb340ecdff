/** What every panel of Who pays is given. */
import { type Day, firstDayOfMonth, monthOfDay } from '../../core/days.ts';
import type { MarginRule, Scenario } from '../../core/scenario/scenario.ts';
import type { Format } from '../../core/format.ts';
import { marginText } from '../../core/text/en/price-rules.ts';
import type { Workbook } from '../../state/workbook.svelte.ts';

export interface PanelProps {
  readonly workbook: Workbook;
  readonly format: Format;
  readonly currency: string;
}

/** Writes a part of the scenario as one step of the history. */
export function change(workbook: Workbook, part: Partial<Scenario>, what: string): void {
  workbook.gate.dispatch({ kind: 'set-assumptions', change: part, what });
}

/** `cost + 18 %`. */
export function ruleText(rule: MarginRule, format: Format): string {
  const value = format.decimal(rule.kind === 'fixed' ? rule.price : rule.percent);
  return marginText.ruleText[rule.kind](value);
}

/** The first day of the next month. */
export function nextMonth(day: Day): Day {
  return firstDayOfMonth(monthOfDay(day) + 1);
}
