/** What the open scenario would be under other rule books. */
import { RULE_PRESETS, isInForce } from '../../core/rules/presets.ts';
import { type RulePack, packValues } from '../../core/rules/rule-pack.ts';
import { withRuleValues } from '../../core/rules/values.ts';
import type { Scenario } from '../../core/scenario/scenario.ts';
import { ruleBookText } from '../../core/text/en/rule-book.ts';
import type { Candidate } from './choice.ts';

/** A scenario for each rule book, the book's own and the user's, but for those that the open scenario goes by already. */
export function presetScenarios(scenario: Scenario, packs: readonly RulePack[]): readonly Candidate[] {
  const built = RULE_PRESETS.map(({ key, values }) => ({
    id: key,
    name: ruleBookText.presets.names[key],
    values,
  }));
  const own = packs.map((pack) => ({ id: `own ${pack.name}`, name: pack.name, values: packValues(pack) }));
  return [...built, ...own]
    .filter(({ values }) => !isInForce(values, scenario))
    .map(({ id, name, values }) => ({
      id: `preset ${id}`,
      name,
      scenario: { ...scenario, ...withRuleValues(scenario, values), name },
    }));
}
