/** Who gathers which section. */
import type { SectionId } from '../../core/report/plan.ts';
import { SIMULATION_SECTIONS } from '../../exporters/report/sections/index.ts';
import type { Gatherer } from './gathering.ts';

const nothing: Gatherer = () => [];

function simulated(id: SectionId): Gatherer {
  return ({ context }) => SIMULATION_SECTIONS[id]?.(context) ?? [];
}

export const GATHERERS: Readonly<Record<SectionId, Gatherer>> = {
  summary: simulated('summary'),
  exposure: simulated('exposure'),
  cliff: simulated('cliff'),
  payers: nothing,
  decisions: nothing,
  scenarios: nothing,
  uncertainty: nothing,
  azure: nothing,
  obligations: nothing,
  method: simulated('method'),
};
