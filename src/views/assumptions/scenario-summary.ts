/** What else the scenario says, as counts: these values have screens of their own. */
import type { Format } from '../../core/format.ts';
import type { MarginRule, Scenario } from '../../core/scenario/scenario.ts';
import { assumptionsText } from '../../core/text/en/assumptions.ts';

const text = assumptionsText.summary;

export interface SummaryLine {
  readonly name: string;
  readonly value: string;
  readonly rule: string;
}

export function scenarioSummary(scenario: Scenario, format: Format): readonly SummaryLine[] {
  const { priceChanges, decisions, est, margin, clauses } = scenario;
  const count = (value: number): string => (value === 0 ? text.none : format.count(value));
  const allowing = [...clauses.values()].filter(({ passThrough }) => passThrough).length;
  return [
    { name: text.priceChanges, value: count(priceChanges.length), rule: 'R-041' },
    { name: text.decisions, value: count(decisions.length), rule: 'R-014' },
    { name: text.twins, value: count(est.twins.length), rule: 'R-008' },
    { name: text.margin, value: marginText(margin.business), rule: 'R-050' },
    { name: text.marginRules, value: count(margin.customers.size + margin.subscriptions.size), rule: 'R-050' },
    {
      name: text.clauses,
      value: clauses.size === 0 ? text.none : text.allowing(format.count(allowing), format.count(clauses.size)),
      rule: 'R-028',
    },
  ];
}

function marginText(rule: MarginRule): string {
  return rule.kind === 'fixed' ? text.fixed(rule.price) : text.margins[rule.kind](rule.percent);
}
