/** Recipes among the dropped files: recognised by their schema. */
import { readRecipe } from '../../../core/recipe/read.ts';
import type { Recipe } from '../../../core/recipe/recipe.ts';
import { headerHash } from '../../mapping/header-hash.ts';
import type { Findings } from '../../sheet/findings.ts';

/** The recipe in a text; undefined when something is wrong with it, which `findings` then says. */
export function importRecipe(text: string, findings: Findings): Recipe | undefined {
  const result = readRecipe(text);
  if (!result.ok) {
    for (const { code, params } of result.error) findings.add('error', code, { column: params.path }, params);
    return undefined;
  }
  const wrong = result.value.mappings.findIndex(
    (mapping) => mapping.header !== undefined && headerHash(mapping.header) !== mapping.headerHash,
  );
  if (wrong < 0) return result.value;
  const path = `mappings[${String(wrong)}].headerHash`;
  findings.add('error', 'recipe-other-header', { column: path }, { path });
  return undefined;
}
