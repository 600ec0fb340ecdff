import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRecipe } from '../../src/core/recipe/read.ts';
import { type Recipe, writeRecipe } from '../../src/core/recipe/recipe.ts';
import { DATASET_KINDS } from '../../src/core/schema/dataset.ts';
import { REPAIR_CODES, TREATMENTS } from '../../src/core/schema/repairs.ts';
import { headerHash } from '../../src/importers/mapping/header-hash.ts';
import { importOne } from '../importers/support.ts';

const word = fc.string().filter((text) => text !== '__proto__');
const arbitraryRecipe: fc.Arbitrary<Recipe> = fc.record({
  mappings: fc.array(
    fc
      .record(
        {
          header: fc.array(fc.string()),
          kind: fc.constantFrom(...DATASET_KINDS),
          columns: fc.dictionary(word, fc.nat()),
          constants: fc.dictionary(word, fc.string()),
          dateOrder: fc.constantFrom('mdy', 'dmy'),
          decimalMark: fc.constantFrom('.', ','),
          rollUp: fc.oneof(fc.constant(false as const), fc.array(fc.string())),
          repairs: fc.array(
            fc.record({
              code: fc.constantFrom(...REPAIR_CODES),
              column: fc.string(),
              treatment: fc.constantFrom(...TREATMENTS),
            }),
          ),
        },
        { requiredKeys: [] },
      )
      .map((mapping) => ({ headerHash: headerHash(mapping.header ?? []), ...mapping })),
  ),
});

const HEADER = ['Kennung', 'Menge'];
const MAPPING = { headerHash: headerHash(HEADER), header: HEADER, columns: { quantity: 1 } };

function recipe(...mappings: readonly object[]): string {
  return JSON.stringify({ schema: 'termwise/recipe@1', mappings });
}

describe('a recipe', () => {
  it('comes back as it was written', () => {
    fc.assert(
      fc.property(arbitraryRecipe, (written) => {
        const read = readRecipe(writeRecipe(written));
        expect(read).toEqual({ ok: true, value: JSON.parse(JSON.stringify(written)) });
      }),
    );
  });

  it.each([
    ['an unknown key', recipe({ ...MAPPING, colums: {} }), 'mappings[0].colums'],
    ['a key beside the mappings', '{"schema":"termwise/recipe@1","mappings":[],"note":""}', 'note'],
    ['no mappings', '{"schema":"termwise/recipe@1"}', 'mappings'],
    ['another schema', '{"schema":"termwise/recipe@3","mappings":[]}', 'schema'],
    ['no hash', recipe({ header: HEADER }), 'mappings[0].headerHash'],
    ['a hash of another header', recipe({ ...MAPPING, header: ['Id'] }), 'mappings[0].headerHash'],
    [
      'a column that is no position',
      recipe({ ...MAPPING, columns: { quantity: -1 } }),
      'mappings[0].columns["quantity"]',
    ],
    [
      'a repair that nobody knows',
      recipe({ ...MAPPING, repairs: [{ code: 'magic', column: '', treatment: 'apply' }] }),
      'mappings[0].repairs[0].code',
    ],
    ['half a repair', recipe({ ...MAPPING, repairs: [{ code: 'date-order' }] }), 'mappings[0].repairs[0].column'],
    ['a roll-up that is no list', recipe({ ...MAPPING, rollUp: 'env' }), 'mappings[0].rollUp'],
    ['a kind that nobody knows', recipe({ ...MAPPING, kind: 'invoices' }), 'mappings[0].kind'],
  ])('with %s is refused whole, and the place is named', async (_, text, path) => {
    const { state, kind, diagnostics } = await importOne('recipe.json', text);
    expect([state, kind]).toEqual(['refused', 'recipe']);
    expect(diagnostics.map(({ column }) => column)).toContain(path);
    expect(diagnostics[0]?.message).toContain(path);
  });

  it('is recognised among dropped files', async () => {
    expect(await importOne('anything.txt', recipe(MAPPING))).toMatchObject({
      state: 'read',
      kind: 'recipe',
      recipe: { mappings: [MAPPING] },
    });
  });

  it('is valid as the documentation prints it', async () => {
    const page = readFileSync(new URL('../../docs/formats/recipe.md', import.meta.url), 'utf8');
    const [, example = ''] = /```json\n([\s\S]*?)```/.exec(page) ?? [];
    expect((await importOne('example.json', example)).state).toBe('read');
  });
});
