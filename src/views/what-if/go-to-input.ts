/** From a bar to where its assumption is set. */
import type { Assumption } from '../../core/assumptions/assumption.ts';
import { settingCard } from '../../core/assumptions/cards.ts';
import type { Scenario } from '../../core/scenario/scenario.ts';
import { focusAssumption } from '../scenarios/focus-assumption.ts';
import { openCard } from '../scenarios/sought-card.ts';

/** Puts the focus into the field of an assumption, or opens its card among the scenarios where none is on screen. */
export function goToInput(assumption: Assumption, scenario: Scenario): void {
  if (!focusAssumption(assumption.path)) openCard(settingCard(assumption, scenario));
}
