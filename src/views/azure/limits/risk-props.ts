/** What the sheets of exposure and of the stress test are given. */
import type { CustomerRisk } from '../../../sim/azure/limits/types.ts';
import type { SectionProps } from '../sections.ts';

export interface RiskProps extends SectionProps {
  /** Of all currencies. */
  readonly all: readonly CustomerRisk[];
  /** Of the one that is shown. */
  readonly rows: readonly CustomerRisk[];
  readonly currency: string;
  /** Complete days in the mean, at most. */
  readonly usualDays: number;
  /** What is shown was worked out before the last change. */
  readonly waiting: boolean;
}
