/** Rules of agreements among the dropped files: recognised by their schema. */
import { readObligationPack } from '../../../core/obligations/rules/pack.ts';
import type { ObligationPack } from '../../../core/obligations/rules/types.ts';
import type { Findings } from '../../sheet/findings.ts';

/** The rules in a text; undefined when something is wrong with them, which `findings` then says. */
export function importObligationPack(text: string, findings: Findings): ObligationPack | undefined {
  const result = readObligationPack(text);
  if (result.ok) return result.value;
  for (const { code, params } of result.error) findings.add('error', code, { column: params.path }, params);
  return undefined;
}
