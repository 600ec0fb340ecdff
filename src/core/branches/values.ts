/** What stands at a path, with its type: sections keep their promise here, so that words can be made of values. */
import type { Override } from '../overrides/override.ts';
import type { AzureBudget, AzureChange, AzureCommitment, CreditLimit, JudgedSpend } from '../scenario/azure.ts';
import type { AssumptionNote, AssumptionPath } from '../scenario/notes.ts';
import type { Clause, Decision, FxRate, FxShock, MarginRule, PriceChange, TwinDecision } from '../scenario/scenario.ts';
import type { UncertainInput, UncertainLimit } from '../scenario/uncertainty.ts';
import { parsePath } from './path.ts';
import { sectionOf } from './sections.ts';

/** A field of a section: a text, a number, a flag, or something that later versions know. */
type FieldValue = unknown;

interface SectionValues {
  est: FieldValue;
  'est.twins': TwinDecision;
  rules: FieldValue;
  priceChanges: PriceChange;
  fx: FieldValue;
  'fx.shocks': FxShock;
  'fx.rates': FxRate;
  decisions: Decision;
  margin: FieldValue;
  'margin.customers': MarginRule;
  'margin.subscriptions': MarginRule;
  clauses: Clause;
  overrides: Override;
  uncertainty: FieldValue;
  'uncertainty.loadings': FieldValue;
  'uncertainty.inputs': UncertainInput;
  'uncertainty.limits': UncertainLimit;
  azure: FieldValue;
  'azure.stress': FieldValue;
  'azure.changes': AzureChange;
  'azure.commitments': AzureCommitment;
  'azure.budgets': AzureBudget;
  'azure.limits': CreditLimit;
  'azure.judged': JudgedSpend;
  meta: AssumptionNote;
}

export type SectionName = keyof SectionValues;

/** An assumption with its value. `order`: where the elements of a list stand. */
export type Assumption =
  | {
      [S in SectionName]: { readonly section: S; readonly keys: readonly string[]; readonly value: SectionValues[S] };
    }[SectionName]
  | { readonly section: 'order'; readonly keys: readonly string[]; readonly value: readonly string[] };

/** The value of a path as `diffScenarios` gives it, with its type; undefined for an unknown path or no value. */
export function assumptionAt(path: AssumptionPath, value: unknown): Assumption | undefined {
  const parts = parsePath(path);
  const section = sectionOf(path);
  if (!parts || !section || value === undefined) return undefined;
  const isOrder = Array.isArray(value) && path === `${section.name}.order`;
  return { section: isOrder ? 'order' : section.name, keys: parts.keys, value } as Assumption;
}
