/** Who gathers which section. */
import type { SectionId } from '../../core/report/plan.ts';
import { SIMULATION_SECTIONS } from '../../exporters/report/sections/index.ts';
import {
  gatherAzure,
  gatherDecisions,
  gatherObligations,
  gatherPayers,
  gatherScenarios,
  gatherUncertainty,
} from './gather-parts.ts';
import type { Gatherer } from './gathering.ts';

function simulated(id: SectionId): Gatherer {
  return ({ context }) => SIMULATION_SECTIONS[id]?.(context) ?? [];
}

export const GATHERERS: Readonly<Record<SectionId, Gatherer>> = {
  summary: simulated('summary'),
  exposure: simulated('exposure'),
  cliff: simulated('cliff'),
  payers: gatherPayers,
  decisions: gatherDecisions,
  scenarios: gatherScenarios,
  uncertainty: gatherUncertainty,
  azure: gatherAzure,
  obligations: gatherObligations,
  method: simulated('method'),
};
