/** What the panels of what-if share. */
import type { AzureAssumptions } from '../../../core/scenario/azure.ts';
import type { UsagePlan } from '../../../sim/azure/plan/types.ts';
import type { SectionProps } from '../sections.ts';
import type { ScopeChoices } from '../limits/scope-edits.ts';

export interface PlanProps extends SectionProps {
  readonly plan: UsagePlan;
  /** What the plan was made for: an assumption among them does what it did, whatever became of the others. */
  readonly asked: Pick<AzureAssumptions, 'changes' | 'commitments'>;
  readonly currency: string;
  readonly choices: ScopeChoices;
}
