/** The entries of the rule book that the results of a simulation rest on. */
import { type RuleEntry, ruleOf } from '../../core/rules/rule-book.ts';
import { textAt } from '../../core/table.ts';
import type { Simulation } from '../../sim/types.ts';

/** Rules that every exposure rests on: scope, price, mapping, cycles, refund, renewal, who pays. */
const ALWAYS = [
  'R-004',
  'R-005',
  'R-006',
  'R-007',
  'R-008',
  'R-011',
  'R-012',
  'R-041',
  'R-046',
  'R-050',
  'R-052',
  'R-074',
];

export function rulesUsed(simulation: Simulation): readonly RuleEntry[] {
  const rules = simulation.table.columns.get('rule');
  const used = new Set(ALWAYS);
  for (let row = 0; row < simulation.table.rows; row++) used.add(textAt(rules, row));
  return [...used].sort().flatMap((id) => ruleOf(id) ?? []);
}
