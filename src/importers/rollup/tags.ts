/** Tags of a usage row: JSON text, with or without its braces. */

/** The tags of a cell by key; undefined when it is no JSON object. */
export function readTags(text: string): ReadonlyMap<string, string> | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return new Map();
  const value = parse(trimmed.startsWith('{') ? trimmed : `{${trimmed}}`);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const entries = Object.entries(value).map(([key, tag]): [string, string] => [key, typeof tag === 'string' ? tag : JSON.stringify(tag)]); // prettier-ignore
  return new Map(entries);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The cell with the chosen keys alone, in their order; one that cannot be read stays as it is. */
export function reducedTags(text: string, keys: readonly string[]): string {
  const tags = readTags(text);
  if (tags === undefined) return text;
  const chosen = keys.flatMap((key) => {
    const tag = tags.get(key);
    return tag === undefined ? [] : [`${JSON.stringify(key)}:${JSON.stringify(tag)}`];
  });
  return chosen.length === 0 ? '' : `{${chosen.join(',')}}`;
}

/** All keys of some cells, sorted. */
export function tagKeysOf(cells: readonly string[]): readonly string[] {
  const keys = new Set<string>();
  for (const cell of cells) for (const key of readTags(cell)?.keys() ?? []) keys.add(key);
  return [...keys].sort();
}
