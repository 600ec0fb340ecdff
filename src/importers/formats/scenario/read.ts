/** Scenario files among the dropped files: recognised by their schema. */
import { type ScenarioFile, readScenarioFile } from '../../../core/scenario/read.ts';
import type { Findings } from '../../sheet/findings.ts';

/** The scenario in a text; undefined when something is wrong with it, which `findings` then says. */
export function importScenario(text: string, findings: Findings): ScenarioFile | undefined {
  const result = readScenarioFile(text);
  if (result.ok) return result.value;
  for (const { code, params } of result.error) findings.add('error', code, { column: params.path }, params);
  return undefined;
}
