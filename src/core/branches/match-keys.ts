/** What an element of a list matches, as keys of its path. */

/**
 * Names and values by turns, in one order; `*`: it matches all. What is named by two texts, as a tag is, has its key in the name:
 * `["tag:env"]["prod"]`.
 */
export function matchKeys(match: object): readonly string[] {
  const fields = Object.entries(match) as readonly (readonly [string, unknown])[];
  const named = fields
    .filter(([, value]) => value !== undefined)
    .map(([field, value]) => (isPair(value) ? [`${field}:${value.key}`, value.value] : [field, String(value)]))
    .sort(([a = ''], [b = '']) => (a < b ? -1 : 1));
  return named.length === 0 ? ['*'] : named.flat();
}

function isPair(value: unknown): value is { readonly key: string; readonly value: string } {
  return typeof value === 'object' && value !== null && 'key' in value && 'value' in value;
}
