/** Scenario files among the dropped files: recognised by their schema. */
import { readScenario } from '../../../core/scenario/read.ts';
import type { Scenario } from '../../../core/scenario/scenario.ts';
import type { JsonValue } from '../../read/json.ts';
import { textAtPath } from '../../read/json-access.ts';
import type { Findings } from '../../sheet/findings.ts';

export function isScenario(documents: readonly JsonValue[]): boolean {
  return documents.length === 1 && textAtPath(documents[0], 'schema').startsWith('termwise/scenario');
}

/** The scenario in a text; undefined when something is wrong with it, which `findings` then says. */
export function importScenario(text: string, findings: Findings): Scenario | undefined {
  const result = readScenario(text);
  if (result.ok) return result.value;
  for (const { code, params } of result.error) findings.add('error', code, { column: params.path }, params);
  return undefined;
}
