/** What the views of the role are given. */
import type { ProgrammeAnswer, UnitAnswer } from '../../../sim/obligations/programme/types.ts';
import type { SectionProps } from '../sections.ts';

export interface RoleProps extends SectionProps {
  readonly answer: ProgrammeAnswer;
  /** The unit that is looked at. */
  readonly unit: UnitAnswer;
}
