/** Rules of agreements travel in a recipe, without those that name somebody. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readObligationPack } from '../../../src/core/obligations/rules/pack.ts';
import { writeRecipeBook } from '../../../src/core/recipe/recipe-book.ts';
import { readRecipe } from '../../../src/core/recipe/read.ts';
import { EMPTY_DOCUMENT } from '../../../src/state/document.ts';
import { makeRecipe, textsToCheck } from '../../../src/state/recipe/make-recipe.ts';

const read = readObligationPack(readFileSync(new URL('../../fixtures/obligations/pack.json', import.meta.url), 'utf8'));
if (!read.ok) throw new Error('INTERNAL: the fixture is refused');
const pack = read.value;
const naming = { ...pack, name: 'About Fabrikam' };
const document = { ...EMPTY_DOCUMENT, obligations: { ...EMPTY_DOCUMENT.obligations, packs: [pack, naming] } };

it('rules of agreements come back from a recipe as they were, but for those that name a customer', () => {
  const texts = textsToCheck(document);
  const made = makeRecipe(document, { cells: false }, { texts, naming: ['About Fabrikam'] });
  expect(made.leftOut.find(({ kind }) => kind === 'rules')?.labels).toEqual(['About Fabrikam']);
  const text = writeRecipeBook(made.book, made.mappings);
  expect(text).not.toContain('Fabrikam');
  const again = readRecipe(text);
  expect(again.ok && again.value.book?.obligationPacks).toEqual([pack]);
});

it('a recipe without such rules says nothing of them', () => {
  const made = makeRecipe(EMPTY_DOCUMENT, { cells: false }, { texts: textsToCheck(EMPTY_DOCUMENT), naming: [] });
  expect(writeRecipeBook(made.book, made.mappings)).not.toContain('obligationPacks');
});
