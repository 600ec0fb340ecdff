/** The sections that a simulation alone is enough for. */
import type { ReportSection } from '../../../core/report/document.ts';
import type { SectionId } from '../../../core/report/plan.ts';
import type { SectionContext } from '../context.ts';
import { cliffSections } from './cliff.ts';
import { exposureSections } from './exposure.ts';
import { methodSections } from './method.ts';
import { summarySections } from './summary.ts';

export const SIMULATION_SECTIONS: Readonly<
  Partial<Record<SectionId, (context: SectionContext) => readonly ReportSection[]>>
> = { summary: summarySections, exposure: exposureSections, cliff: cliffSections, method: methodSections };
