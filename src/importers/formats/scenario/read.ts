/** Scenario files among the dropped files: recognised by their schema. */
import { readScenario } from '../../../core/scenario/read.ts';
import type { Scenario } from '../../../core/scenario/scenario.ts';
import type { Findings } from '../../sheet/findings.ts';

/** The scenario in a text; undefined when something is wrong with it, which `findings` then says. */
export function importScenario(text: string, findings: Findings): Scenario | undefined {
  const result = readScenario(text);
  if (result.ok) return result.value;
  for (const { code, params } of result.error) findings.add('error', code, { column: params.path }, params);
  return undefined;
}
